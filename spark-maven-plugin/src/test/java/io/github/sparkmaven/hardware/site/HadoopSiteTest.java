/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import static io.github.sparkmaven.hardware.site.SiteFiles.capacity;
import static io.github.sparkmaven.hardware.site.SiteFiles.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HadoopSiteTest {
  private static final String NODE_MEMORY = "yarn.nodemanager.resource.memory-mb";
  private static final String SCHEDULER = "yarn.resourcemanager.scheduler.class";

  @TempDir private Path folder;
  private SiteFiles site;

  @BeforeEach
  void startEmpty() {
    site = new SiteFiles(folder);
  }

  @Test
  void readsEveryFigureOfACapacityScheduler() {
    HadoopSite read =
        site.with(
                "yarn-site.xml",
                property(SCHEDULER, SiteFiles.SCHEDULERS + "capacity.CapacityScheduler"),
                property(NODE_MEMORY, "58368"),
                property("yarn.nodemanager.resource.cpu-vcores", "14"),
                property("yarn.scheduler.minimum-allocation-mb", "512"),
                property("yarn.scheduler.maximum-allocation-mb", "16384"),
                property("yarn.scheduler.minimum-allocation-vcores", "1"),
                property("yarn.scheduler.maximum-allocation-vcores", "0x8"),
                property("yarn.scheduler.increment-allocation-mb", "256"))
            .with(
                "capacity-scheduler.xml",
                capacity("maximum-am-resource-percent", "0.2"),
                capacity(
                    "resource-calculator", SiteFiles.CALCULATORS + "DominantResourceCalculator"))
            .read();

    assertThat(read.figures())
        .isEqualTo(
            new YarnFigures(
                mib(58368),
                Optional.of(14),
                mib(512),
                Optional.empty(),
                mib(16384),
                Optional.of(1),
                Optional.of(8),
                Optional.of(YarnScheduler.CAPACITY),
                Optional.of(ResourceCalculator.DOMINANT),
                Optional.of(0.2),
                Optional.empty()));
    assertThat(read.notes()).isEmpty();
    assertThat(read.source("nodeMemory"))
        .hasToString("Optional[yarn-site.xml says " + NODE_MEMORY + " 58368]");
    assertThat(read.source("resourceCalculator").map(Source::file))
        .contains("capacity-scheduler.xml");
    assertThat(read.source("incrementAllocation")).isEmpty();
  }

  @Test
  void countsVcoresUnderTheFairScheduler() {
    HadoopSite read =
        site.with(
                "yarn-site.xml",
                SiteFiles.FAIR,
                property("yarn.scheduler.minimum-allocation-mb", "0"),
                property("yarn.scheduler.increment-allocation-mb", "512"))
            .written("fair-scheduler.xml", "<allocations/>")
            .read();

    assertThat(read.figures().scheduler()).contains(YarnScheduler.FAIR);
    assertThat(read.figures().resourceCalculator()).contains(ResourceCalculator.DOMINANT);
    assertThat(read.figures().minimumAllocation()).isEqualTo(mib(0));
    assertThat(read.figures().incrementAllocation()).isEqualTo(mib(512));
  }

  @ParameterizedTest
  @CsvSource({"256, 256", "256Mi, 256", "1 Gi, 1024"})
  void prefersTheNewerIncrement(String written, long mebibytes) {
    HadoopSite read =
        site.with(
                "yarn-site.xml",
                SiteFiles.FAIR,
                property("yarn.resource-types.memory-mb.increment-allocation", written),
                property("yarn.scheduler.increment-allocation-mb", "512"))
            .written("fair-scheduler.xml", "<allocations/>")
            .read();

    assertThat(read.figures().incrementAllocation()).isEqualTo(mib(mebibytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${node.mb}",
        "${env.NODE_MB}",
        "${env.NODE_MB-1}",
        "${env.NO_SUCH-58368}",
        "${env.NO_SUCH:-58368}",
        "${env.EMPTY:-58368}",
        "${env.EMPTY-1}58368",
        "${deep.${word}}"
      })
  void resolvesVariables(String written) {
    HadoopSite read =
        site.with(
                "core-site.xml",
                property("node.mb", "583${tail}"),
                property("tail", "68"),
                property("word", "er"),
                property("deep.er", "58368"))
            .with("yarn-site.xml", property(NODE_MEMORY, written))
            .read();

    assertThat(read.figures().nodeMemory()).isEqualTo(mib(58368));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${no.such}", "${a}"})
  void rejectsAVariableThatLeadsNowhere(String written) {
    site.with(
        "yarn-site.xml",
        property("a", "${b}"),
        property("b", "${a}"),
        property(NODE_MEMORY, written));

    assertThat(site.problems())
        .containsExactly(
            "SITE/yarn-site.xml: "
                + NODE_MEMORY
                + " is '"
                + written
                + "', which is not accepted. Give a whole number of at least 1");
  }

  @Test
  void letsALaterFileWinUnlessTheEarlierIsFinal() {
    HadoopSite read =
        site.with(
                "yarn-site.xml",
                property("yarn.scheduler.minimum-allocation-mb", "512"),
                "<property><name>yarn.scheduler.maximum-allocation-mb</name><value>8192</value>"
                    + "<final>true</final></property>",
                "<property name='yarn.nodemanager.resource.cpu-vcores' value='14'/>",
                "<property><name>" + NODE_MEMORY + "</name></property>")
            .with(
                "capacity-scheduler.xml",
                property("yarn.scheduler.minimum-allocation-mb", "256"),
                property("yarn.scheduler.maximum-allocation-mb", "9999"))
            .read();

    assertThat(read.figures().minimumAllocation()).isEqualTo(mib(256));
    assertThat(read.figures().maximumAllocation()).isEqualTo(mib(8192));
    assertThat(read.figures().nodeVcores()).contains(14);
    assertThat(read.figures().nodeMemory()).isEmpty();
    assertThat(read.source("minimumAllocation").map(Source::file))
        .contains("capacity-scheduler.xml");
  }

  @Test
  void takesWhatNodesDetectAsUnknown() {
    HadoopSite read = site.with("yarn-site.xml", property(NODE_MEMORY, "-1")).read();

    assertThat(read.figures()).isEqualTo(YarnFigures.NOTHING);
    assertThat(read.notes())
        .containsExactly(
            "yarn-site.xml says "
                + NODE_MEMORY
                + " -1, so each node finds its own: declare cluster/yarn/nodeMemory");
  }

  @Test
  void saysWhatItDoesNotRead() {
    HadoopSite read =
        site.with(
                "yarn-site.xml",
                "<xi:include href=\"site-common.xml\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"/>")
            .written("fair-scheduler.xml", "<allocations/>")
            .read();

    assertThat(read.notes())
        .containsExactly(
            "yarn-site.xml includes site-common.xml, which is not read: what it says must be"
                + " declared in cluster/yarn",
            "fair-scheduler.xml is not read: no file states "
                + SCHEDULER
                + ", and Hadoop's default is the Capacity Scheduler");
  }

  @Test
  void rejectsAFolderThatIsNone() {
    Problems problems = new Problems();
    HadoopSite.read(folder.resolve("conf"), problems);

    assertThat(site.texts(problems))
        .containsExactly(
            "cluster/hadoopConfDir: SITE/conf is no folder. Give the folder that holds the site's"
                + " yarn-site.xml, as in /etc/hadoop/conf");
  }

  @Test
  void rejectsAFolderWithoutYarnFiles() {
    assertThat(site.with("core-site.xml").problems())
        .containsExactly(
            "cluster/hadoopConfDir: SITE holds neither yarn-site.xml nor capacity-scheduler.xml."
                + " Give the folder that holds the site's yarn-site.xml, as in /etc/hadoop/conf");
  }

  @Test
  void collectsEveryValueThatIsNotAccepted() {
    site.with(
            "yarn-site.xml",
            property(NODE_MEMORY, "61g"),
            property("yarn.scheduler.minimum-allocation-mb", "0"),
            property("yarn.nodemanager.resource.cpu-vcores", "99999999999"),
            property(SCHEDULER, SiteFiles.SCHEDULERS + "fifo.FifoScheduler"))
        .with(
            "capacity-scheduler.xml",
            capacity("resource-calculator", "com.acme.Ours"),
            capacity("maximum-am-resource-percent", "20"));

    assertThat(site.problems())
        .containsExactly(
            "SITE/yarn-site.xml: yarn.resourcemanager.scheduler.class is '"
                + SiteFiles.SCHEDULERS
                + "fifo.FifoScheduler', which is not accepted. Known are "
                + SiteFiles.SCHEDULERS
                + "capacity.CapacityScheduler and "
                + SiteFiles.SCHEDULERS
                + "fair.FairScheduler",
            "SITE/yarn-site.xml: yarn.nodemanager.resource.memory-mb is '61g', which is not"
                + " accepted. Give a whole number of at least 1",
            "SITE/yarn-site.xml: yarn.nodemanager.resource.cpu-vcores is '99999999999', which is"
                + " not accepted. Give a whole number of at least 1",
            "SITE/yarn-site.xml: yarn.scheduler.minimum-allocation-mb is '0', which is not"
                + " accepted. Give a whole number of at least 1",
            "SITE/capacity-scheduler.xml: yarn.scheduler.capacity.resource-calculator is"
                + " 'com.acme.Ours', which is not accepted. Known are "
                + SiteFiles.CALCULATORS
                + "DefaultResourceCalculator and "
                + SiteFiles.CALCULATORS
                + "DominantResourceCalculator",
            "SITE/capacity-scheduler.xml: yarn.scheduler.capacity.maximum-am-resource-percent is"
                + " '20', which is not accepted. Give a number from 0 to 1");
  }

  @Test
  void namesTheLineOfABrokenFile() {
    site.written("yarn-site.xml", "<configuration>\n  <property>\n  </prop>\n</configuration>");

    assertThat(site.problems())
        .singleElement()
        .asString()
        .startsWith("SITE/yarn-site.xml, line 3: it cannot be read as XML (")
        .endsWith(". Correct the file, or point cluster/hadoopConfDir at a sound copy");
  }

  @Test
  void rejectsAFileOfAnotherKind() {
    assertThat(site.written("yarn-site.xml", "<project/>").problems())
        .containsExactly(
            "SITE/yarn-site.xml: its root element is <project>, not <configuration>. Correct the"
                + " file, or point cluster/hadoopConfDir at a sound copy");
  }

  @Test
  void opensNoEntityOfAnotherFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "58368");
    site.written(
        "yarn-site.xml",
        "<!DOCTYPE configuration [<!ENTITY secret SYSTEM \""
            + secret.toUri()
            + "\">]>\n<configuration>"
            + property(NODE_MEMORY, "&secret;")
            + "</configuration>");

    Problems problems = new Problems();
    assertThat(site.read(problems).figures().nodeMemory()).isEmpty();
    assertThat(site.texts(problems))
        .singleElement()
        .asString()
        .startsWith("SITE/yarn-site.xml, line 1: it cannot be read as XML (DOCTYPE is disallowed");
  }

  private static Optional<MemorySize> mib(long mebibytes) {
    return Optional.of(MemorySize.ofMebibytes(mebibytes));
  }
}
