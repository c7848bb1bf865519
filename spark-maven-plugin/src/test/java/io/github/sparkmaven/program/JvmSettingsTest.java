/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.program.code.ProgramCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmSettingsTest {
  @TempDir Path folder;

  @Test
  void findsWhatConfAndBuilderAreGiven() throws IOException {
    assertThat(
            settings(
                """
                import org.apache.spark.SparkConf;
                import org.apache.spark.sql.SparkSession;
                public class Job {
                  public static void main(String[] args) {
                    SparkConf conf = new SparkConf().setMaster("local[4]").setAppName("job");
                    conf.set("spark.executor.memory", "2g");
                    SparkSession spark = SparkSession.builder().config(conf)
                        .config("spark.sql.shuffle.partitions", 10L)
                        .config("spark.sql.ansi.enabled", true)
                        .enableHiveSupport().getOrCreate();
                    spark.conf().set("spark.sql.adaptive.enabled", false);
                    spark.sql("set spark.sql.ansi.enabled = false");
                    spark.stop();
                  }
                }
                """))
        .containsExactly(
            "Job:5 SparkConf.setAppName spark.app.name=job START always",
            "Job:5 SparkConf.setMaster spark.master=local[4] START always",
            "Job:6 SparkConf.set spark.executor.memory=2g START always",
            "Job:8 builder().config spark.sql.shuffle.partitions=10 START always",
            "Job:9 builder().config spark.sql.ansi.enabled=true START always",
            "Job:10 builder().enableHiveSupport spark.sql.catalogImplementation=hive START always",
            "Job:11 spark.conf.set spark.sql.adaptive.enabled=false RUNNING always",
            "Job:12 sql(\"SET …\") spark.sql.ansi.enabled=false RUNNING always");
  }

  private List<String> settings(String... sources) throws IOException {
    CompiledClasses.compileWithSpark(folder.resolve("classes"), sources);
    return JvmSettings.of(
            ProgramCode.of(List.of(folder.resolve("classes")), name -> true), "Job")
        .stream()
        .map(
            setting ->
                "%s %s %s=%s %s %s"
                    .formatted(
                        setting.place(),
                        setting.call(),
                        setting.key().orElse("?"),
                        setting.value().orElse("?"),
                        setting.moment(),
                        setting.always() ? "always" : "maybe"))
        .toList();
  }
}
