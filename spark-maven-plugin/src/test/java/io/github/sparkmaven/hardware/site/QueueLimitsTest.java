/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import static io.github.sparkmaven.hardware.site.SiteFiles.capacity;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueLimitsTest {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  @TempDir private Path folder;
  private SiteFiles site;

  @BeforeEach
  void startEmpty() {
    site = new SiteFiles(folder);
  }

  @ParameterizedTest
  @CsvSource({"nightly", "root.batch.nightly"})
  void multipliesSharesDownThePath(String name) {
    site.with(
        "capacity-scheduler.xml",
        capacity("maximum-am-resource-percent", "0.2"),
        capacity("root.queues", "default, batch"),
        capacity("root.default.capacity", "30"),
        capacity("root.batch.capacity", "70"),
        capacity("root.batch.maximum-capacity", "90"),
        capacity("root.batch.queues", "nightly,adhoc"),
        capacity("root.batch.nightly.capacity", "60"),
        capacity("root.batch.nightly.maximum-capacity", "80"),
        capacity("root.batch.nightly.user-limit-factor", "1.5"),
        capacity("root.batch.nightly.minimum-user-limit-percent", "25"),
        capacity("root.batch.nightly.maximum-am-resource-percent", "0.4"),
        capacity("root.batch.adhoc.capacity", "40"));

    QueueLimits limits = limits(name, UNKNOWN);

    assertThat(limits.path()).isEqualTo("root.batch.nightly");
    assertThat(limits.capacity()).contains(0.42);
    assertThat(limits.maximumCapacity()).contains(0.72);
    assertThat(limits.usableShare()).contains(0.63);
    assertThat(limits.userLimitFactor()).contains(1.5);
    assertThat(limits.minimumUserLimitPercent()).contains(25.0);
    assertThat(limits.maximumAmShare()).contains(0.4);
    assertThat(limits.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.4", "2, 0.8", "3, 1.0", "-1, 1.0", "0.5, 0.2"})
  void cutsAUsersShareAtTheUserLimit(String factor, double share) {
    site.with(
        "capacity-scheduler.xml",
        capacity("root.queues", "a,b"),
        capacity("root.a.capacity", "40"),
        capacity("root.a.maximum-capacity", "-1"),
        capacity("root.a.user-limit-factor", factor),
        capacity("root.b.capacity", "60"));

    assertThat(limits("a", UNKNOWN).usableShare()).contains(share);
  }

  @Test
  void takesHadoopsDefaultsOfAPlainQueue() {
    site.with(
        "capacity-scheduler.xml",
        capacity("maximum-am-resource-percent", "0.2"),
        capacity("root.queues", "default"),
        capacity("root.default.capacity", "100"));

    QueueLimits limits = limits("default", UNKNOWN);

    assertThat(limits.maximumCapacity()).contains(1.0);
    assertThat(limits.usableShare()).contains(1.0);
    assertThat(limits.userLimitFactor()).isEmpty();
    assertThat(limits.maximumAmShare()).contains(0.2);
  }

  @Test
  void dividesByWeights() {
    site.with(
        "capacity-scheduler.xml",
        capacity("root.queues", "a,b"),
        capacity("root.a.capacity", "3w"),
        capacity("root.b.capacity", "1w"));

    assertThat(limits("a", UNKNOWN).capacity()).contains(0.75);
  }

  @Test
  void turnsAnAmountIntoAShareOnceTheClusterIsKnown() {
    site.with(
        "capacity-scheduler.xml",
        capacity("root.queues", "a,b"),
        capacity("root.a.capacity", "[memory=10240,vcores=10]"),
        capacity("root.a.maximum-capacity", "[memory=20480, vcores=20]"),
        capacity("root.b.capacity", "[vcores=10]"));

    assertThat(limits("a", OptionalLong.of(40960)).capacity()).contains(0.25);
    assertThat(limits("a", OptionalLong.of(40960)).maximumCapacity()).contains(0.5);
    assertThat(limits("a", UNKNOWN).usableShare()).isEmpty();
    assertThat(limits("a", UNKNOWN).notes())
        .containsExactly(
            "capacity-scheduler.xml says yarn.scheduler.capacity.root.a.capacity"
                + " [memory=10240,vcores=10], an amount that is no share until the cluster's memory"
                + " is known",
            "capacity-scheduler.xml says yarn.scheduler.capacity.root.a.maximum-capacity"
                + " [memory=20480, vcores=20], an amount that is no share until the cluster's memory"
                + " is known");
    assertThat(limits("b", OptionalLong.of(40960)).notes())
        .containsExactly(
            "capacity-scheduler.xml says yarn.scheduler.capacity.root.b.capacity [vcores=10], which"
                + " names no memory in MiB and so is no share that we can work out");
  }

  @Test
  void rejectsQueuesThatAreNotThere() {
    site.with(
        "capacity-scheduler.xml",
        capacity("root.queues", "a,b"),
        capacity("root.a.queues", "x"),
        capacity("root.b.queues", "x"),
        capacity("root.a.capacity", "50"),
        capacity("root.b.capacity", "50"),
        capacity("root.a.x.capacity", "lots"),
        capacity("root.b.x.capacity", "100"));
    Problems problems = new Problems();
    HadoopSite read = site.read(problems);

    read.queue("a", UNKNOWN, problems);
    read.queue("x", UNKNOWN, problems);
    read.queue("root.a.x", UNKNOWN, problems);

    assertThat(site.texts(problems))
        .containsExactly(
            "cluster/yarn/queue: 'a' is no leaf queue of the site. Give one of root.a.x, root.b.x",
            "cluster/yarn/queue: 'x' is the name of several queues. Give one of root.a.x, root.b.x",
            "SITE/capacity-scheduler.xml: yarn.scheduler.capacity.root.a.x.capacity is 'lots',"
                + " which is not accepted. Give percents from 0 to 100, a weight as in 3w, or"
                + " [memory=MiB,vcores=N]");
  }

  @Test
  void rejectsAQueueWhereNoFileNamesAny() {
    site.with("yarn-site.xml");
    Problems problems = new Problems();
    site.read(problems).queue("batch", UNKNOWN, problems);

    assertThat(site.texts(problems))
        .containsExactly(
            "cluster/yarn/queue: 'batch' cannot be looked up, because the site's files name no"
                + " queues. Add capacity-scheduler.xml to cluster/hadoopConfDir, or declare"
                + " cluster/yarn/queueShare");
  }

  @Test
  void readsFairQueuesWithTheirParentsBounds() {
    fair(
        "<queue name='batch'><maxResources>50%</maxResources>"
            + "<queue name='nightly'><maxResources>40960 mb, 20 vcores</maxResources>"
            + "<maxAMShare>0.3</maxAMShare></queue>"
            + "<queue name='adhoc'><maxResources>vcores=9,memory-mb=80%</maxResources></queue></queue>"
            + "<queueMaxAMShareDefault>0.6</queueMaxAMShareDefault>");

    QueueLimits nightly = limits("nightly", OptionalLong.of(102400));
    assertThat(nightly.path()).isEqualTo("root.batch.nightly");
    assertThat(nightly.usableShare()).contains(0.4);
    assertThat(nightly.maximumMemory()).contains(MemorySize.ofMebibytes(40960));
    assertThat(nightly.maximumVcores()).contains(20);
    assertThat(nightly.maximumAmShare()).contains(0.3);
    assertThat(nightly.sources().get("maximumCapacity"))
        .hasToString("fair-scheduler.xml says root.batch.nightly/maxResources 40960 mb, 20 vcores");

    QueueLimits adhoc = limits("root.batch.adhoc", UNKNOWN);
    assertThat(adhoc.usableShare()).contains(0.5);
    assertThat(adhoc.maximumVcores()).contains(9);
    assertThat(adhoc.maximumAmShare()).contains(0.6);
  }

  @Test
  void readsTheRootQueueOfAFairSite() {
    fair(
        "<queue name='root'><maxResources>60% memory, 80% cpu</maxResources>"
            + "<queue name='a'><maxAMShare>-1</maxAMShare></queue></queue>");

    assertThat(limits("a", UNKNOWN).usableShare()).contains(0.6);
    assertThat(limits("a", UNKNOWN).maximumAmShare()).contains(1.0);
  }

  @Test
  void givesAnUndeclaredFairQueueTheDefaults() {
    fair("<queueMaxResourcesDefault>25%</queueMaxResourcesDefault>");

    QueueLimits limits = limits("me", UNKNOWN);
    assertThat(limits.path()).isEqualTo("root.me");
    assertThat(limits.usableShare()).contains(0.25);
    assertThat(limits.notes())
        .containsExactly("root.me is not in the allocation file: its defaults are taken");
  }

  @Test
  void readsTheCopyOfAnAllocationFileThatIsElsewhere() {
    site.with(
            "yarn-site.xml",
            SiteFiles.FAIR,
            SiteFiles.property("yarn.scheduler.fair.allocation.file", "/no/such/queues.xml"))
        .written(
            "queues.xml",
            "<allocations><queueMaxAMShareDefault>much</queueMaxAMShareDefault></allocations>");
    Problems problems = new Problems();
    HadoopSite read = site.read(problems);
    read.queue("me", UNKNOWN, problems);

    assertThat(read.notes().get(0).replace(folder.toString(), "SITE"))
        .isEqualTo("/no/such/queues.xml is not on this machine: SITE/queues.xml is read instead");
    assertThat(site.texts(problems))
        .containsExactly(
            "SITE/queues.xml: queueMaxAMShareDefault is 'much', which is not accepted. Give a"
                + " number from 0 to 1, or -1 for no limit");
  }

  private void fair(String queues) {
    site.with("yarn-site.xml", SiteFiles.FAIR)
        .written("fair-scheduler.xml", "<allocations>" + queues + "</allocations>");
  }

  private QueueLimits limits(String name, OptionalLong clusterMib) {
    Problems problems = new Problems();
    HadoopSite read = site.read(problems);
    Optional<QueueLimits> limits = read.queue(name, clusterMib, problems);
    problems.throwIfAny();
    return limits.orElseThrow();
  }
}
