/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.ClusterExample;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultsFileTest {

  @Test
  void loadsAsTheEffectiveSettings() throws IOException {
    Plan plan =
        PlanExample.ofTheTalk()
            .with(Layer.JOB, "spark.app.name", " a #name\nwith = all: \\ sorts ")
            .with(Layer.SITE, "spark.executor.extraJavaOptions", "-Dx=\"größer\" -ea")
            .with(Layer.COMMAND_LINE, "spark.empty", "")
            .plan();

    assertThat(load(DefaultsFile.text(plan)))
        .isEqualTo(
            plan.conf().effective().stream()
                .collect(Collectors.toMap(Setting::key, Setting::value)));
  }

  @Test
  void leavesSecretsOut() throws IOException {
    String text =
        DefaultsFile.text(
            PlanExample.ofTheTalk()
                .with(Layer.JOB, "spark.hadoop.fs.s3a.secret.key", "hunter2")
                .plan());

    assertThat(text)
        .doesNotContain("hunter2")
        .contains("\n# spark.hadoop.fs.s3a.secret.key is a secret and not written here\n");
    assertThat(load(text)).doesNotContainKey("spark.hadoop.fs.s3a.secret.key");
  }

  @Test
  void explainsEachSettingByTopicInLinesThatFitAScreen() {
    String text =
        DefaultsFile.text(
            PlanExample.on(
                    ClusterExample.of("standalone", 2, 8, "32g").with("master", "spark://m:7077"))
                .plan());

    assertThat(text)
        .isEqualTo(
            """
            # Spark 3.5.5 (Scala 2.12), environment prod: standalone

            # == Where the job goes ==

            # plan: cluster/master
            # https://spark.apache.org/docs/latest/submitting-applications.html
            spark.master spark://m:7077

            # == Executors ==

            # plan: 2 nodes x 2 executors per node = 4; 4 executors x 4 cores = 16; a standalone master counts
            #   cores, not executors
            # https://spark.apache.org/docs/latest/spark-standalone.html
            spark.cores.max 16

            # plan: a node offers 8 cores and 32768 - 1024 reserved = 31744 MiB; chosen among the layouts by
            #   cores placed, heap a core and executor size
            # https://spark.apache.org/docs/latest/configuration.html#execution-behavior
            spark.executor.cores 4

            # plan: the parallel collector leaves more of the cores to tasks than G1, and a whole collection
            #   stays within 90 s even if all that Spark keeps are small objects: 14400 MiB of heap x 0.6 / 4
            #   cores / 80 MiB a second, rounded up = 27 s; a JVM that sees 8 cores starts 8 collector threads;
            #   4 executors / 2 nodes, rounded up = 2; 2 executors a node x 8 threads = 16 on 8 cores, so each
            #   gets no more than its own cores: 4; so that the optimizing compiler takes fewer of the cores, it
            #   waits for ten times the calls, 10 x 5000 = 50000, 10 x 600 = 6000 and 10 x 15000 = 150000, and
            #   still optimizes a hot loop at once; Spark 3.3 to 4.x
            # https://spark.apache.org/docs/latest/tuning.html#garbage-collection-tuning
            spark.executor.defaultJavaOptions -XX:+UseParallelGC -XX:ParallelGCThreads=4 -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000

            # plan: 31744 MiB / 2 executors per node = 15872 MiB; / 1.10, rounded down = 14429, rounded down to
            #   whole 100 = 14400
            # https://spark.apache.org/docs/latest/configuration.html#application-properties
            spark.executor.memory 14400m

            # == Driver ==

            # plan: a driver that plans and hands out tasks runs most of its code a few times, so it is compiled
            #   once, fast, at level 1, without calls being counted for an optimizing compiler; the room for
            #   compiled code stays at 240 MiB, the default of both compilers, where one alone has 48; handing
            #   out keeps it busy for at most 500 ms of a second even so: 16 cores x 5 tasks a second x 11 / 10
            #   ms, rounded up = 88 ms; Spark 3.3 to 4.x
            # https://spark.apache.org/docs/latest/configuration.html#runtime-environment
            spark.driver.defaultJavaOptions -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m

            # plan: 2 x 1024 of spark.driver.maxResultSize = 2048: results of that size, and the objects made of
            #   them
            # https://spark.apache.org/docs/latest/configuration.html#application-properties
            spark.driver.memory 2048m

            # == Nodes that leave or lag ==

            # plan: 0.8 x 4 executors x 4 cores = 12.8: the first tasks wait for that many cores, 30 s at most,
            #   as on YARN, instead of crowding the first executor; a standalone master's default is 0.0; Spark
            #   3.3 to 4.x
            # https://spark.apache.org/docs/latest/configuration.html#scheduling
            spark.scheduler.minRegisteredResourcesRatio 0.8
            """);
  }

  @Test
  void notesTheWarningsOnTop() {
    Plan plan = PlanExample.ofTheTalk().plan();

    String top =
        DefaultsFile.text(plan)
            .lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("#\\s*", ""))
            .collect(Collectors.joining(" "));

    assertThat(plan.tuning().warnings()).isNotEmpty();
    assertThat(top)
        .endsWith(
            plan.tuning().warnings().stream()
                .map(warning -> "Note: " + warning)
                .collect(Collectors.joining(" ")));
  }

  private static Map<Object, Object> load(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }
}
