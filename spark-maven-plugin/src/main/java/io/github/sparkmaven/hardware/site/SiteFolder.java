/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import static java.util.Map.entry;

import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the files of one folder in the order in which the ResourceManager does.
 *
 * <p>Source: {@code YarnConfiguration} (core-site.xml, then yarn-site.xml) and {@code
 * FileBasedCSConfigurationProvider}, by which capacity-scheduler.xml comes last.
 */
final class SiteFolder {
  private static final String WHERE = "cluster/hadoopConfDir";
  private static final String YARN_SITE = "yarn-site.xml";
  private static final String CAPACITY_FILE = "capacity-scheduler.xml";
  private static final String FAIR_FILE = "fair-scheduler.xml";
  private static final String SCHEDULERS =
      "org.apache.hadoop.yarn.server.resourcemanager.scheduler.";
  private static final String CALCULATORS = "org.apache.hadoop.yarn.util.resource.";
  private static final String NODE_MEMORY = "yarn.nodemanager.resource.memory-mb";
  private static final String NODE_VCORES = "yarn.nodemanager.resource.cpu-vcores";
  private static final String SCHEDULER_CLASS = "yarn.resourcemanager.scheduler.class";

  private final Path folder;
  private final Problems problems;
  private final List<String> notes = new ArrayList<>();
  private final HadoopProperties properties;
  private final SiteReader reader;

  SiteFolder(Path folder, Function<String, Optional<String>> environment, Problems problems) {
    this.folder = folder;
    this.problems = problems;
    this.properties = new HadoopProperties(environment, notes);
    this.reader = new SiteReader(folder, properties, problems);
  }

  HadoopSite read() {
    if (!check()) {
      return site(YarnFigures.NOTHING, false, Optional.empty());
    }
    load("core-site.xml");
    load(YARN_SITE);
    Optional<YarnScheduler> scheduler =
        reader.named(
            "scheduler",
            SCHEDULER_CLASS,
            Map.ofEntries(
                entry(SCHEDULERS + "capacity.CapacityScheduler", YarnScheduler.CAPACITY),
                entry(SCHEDULERS + "fair.FairScheduler", YarnScheduler.FAIR)));
    boolean fair = scheduler.equals(Optional.of(YarnScheduler.FAIR));
    if (!fair) {
      load(CAPACITY_FILE);
      noteAssumedScheduler(scheduler);
    }
    return site(figures(scheduler, fair), fair, fair ? allocations() : Optional.empty());
  }

  private HadoopSite site(
      YarnFigures figures, boolean fair, Optional<SiteQueues.FairFile> allocations) {
    return new HadoopSite(
        figures, reader.sources(), notes, new SiteQueues(folder, properties, fair, allocations));
  }

  private boolean check() {
    String fix = "Give the folder that holds the site's " + YARN_SITE + ", as in /etc/hadoop/conf";
    if (!Files.isDirectory(folder)) {
      problems.add(WHERE, folder + " is no folder", fix);
      return false;
    }
    boolean any =
        Files.isRegularFile(folder.resolve(YARN_SITE))
            || Files.isRegularFile(folder.resolve(CAPACITY_FILE));
    problems.require(
        any, WHERE, folder + " holds neither " + YARN_SITE + " nor " + CAPACITY_FILE, fix);
    return any;
  }

  private void load(String name) {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      SiteXml.read(file, "configuration", problems)
          .ifPresent(configuration -> properties.add(name, configuration));
    }
  }

  private void noteAssumedScheduler(Optional<YarnScheduler> scheduler) {
    if (scheduler.isEmpty() && Files.exists(folder.resolve(FAIR_FILE))) {
      notes.add(
          FAIR_FILE
              + " is not read: no file states "
              + SCHEDULER_CLASS
              + ", and Hadoop's default is the Capacity Scheduler");
    }
  }

  private YarnFigures figures(Optional<YarnScheduler> scheduler, boolean fair) {
    // CapacityScheduler.validateConf asks for at least 1, FairScheduler.validateConf for 0.
    int least = fair ? 0 : 1;
    return new YarnFigures(
        detected(NODE_MEMORY, "nodeMemory")
            ? Optional.empty()
            : reader.mebibytes("nodeMemory", NODE_MEMORY, 1),
        detected(NODE_VCORES, "nodeVcores")
            ? Optional.empty()
            : reader.count("nodeVcores", NODE_VCORES, 1),
        reader.mebibytes("minimumAllocation", "yarn.scheduler.minimum-allocation-mb", least),
        fair ? increment() : Optional.empty(),
        reader.mebibytes("maximumAllocation", "yarn.scheduler.maximum-allocation-mb", 1),
        reader.count("minimumVcores", "yarn.scheduler.minimum-allocation-vcores", least),
        reader.count("maximumVcores", "yarn.scheduler.maximum-allocation-vcores", 1),
        scheduler,
        calculator(fair),
        fair
            ? Optional.empty()
            : reader.number(
                "maximumAmShare", CapacityQueues.PREFIX + CapacityQueues.AM_SHARE, 0, 1),
        Optional.empty());
  }

  /** yarn-default.xml: -1 lets each NodeManager detect its own figure, or stands for a default. */
  private boolean detected(String property, String figure) {
    Optional<Source> source = properties.find(property).filter(found -> found.value().equals("-1"));
    source.ifPresent(
        found -> notes.add(found + ", so each node finds its own: declare cluster/yarn/" + figure));
    return source.isPresent();
  }

  /** FairSchedulerConfiguration.getIncrementAllocation: the newer key wins. */
  private Optional<MemorySize> increment() {
    return reader
        .memory("incrementAllocation", "yarn.resource-types.memory-mb.increment-allocation")
        .or(
            () ->
                reader.mebibytes(
                    "incrementAllocation", "yarn.scheduler.increment-allocation-mb", 1));
  }

  /**
   * The Fair Scheduler has no such setting: {@code FSAppAttempt.assignContainer} places a container
   * only where its memory and its vcores fit, whatever the queue's policy.
   */
  private Optional<ResourceCalculator> calculator(boolean fair) {
    if (fair) {
      properties
          .find(SCHEDULER_CLASS)
          .ifPresent(source -> reader.cite("resourceCalculator", source));
      return Optional.of(ResourceCalculator.DOMINANT);
    }
    return reader.named(
        "resourceCalculator",
        CapacityQueues.PREFIX + "resource-calculator",
        Map.ofEntries(
            entry(CALCULATORS + "DefaultResourceCalculator", ResourceCalculator.DEFAULT),
            entry(CALCULATORS + "DominantResourceCalculator", ResourceCalculator.DOMINANT)));
  }

  /** AllocationFileLoaderService: an absolute path, or a file on the daemon's class path. */
  private Optional<SiteQueues.FairFile> allocations() {
    Path file =
        folder.resolve(
            properties
                .find("yarn.scheduler.fair.allocation.file")
                .map(Source::value)
                .orElse(FAIR_FILE));
    if (!Files.isRegularFile(file)) {
      Path beside = folder.resolve(String.valueOf(file.getFileName()));
      notes.add(
          Files.isRegularFile(beside)
              ? file + " is not on this machine: " + beside + " is read instead"
              : file + " is not on this machine: what its queues may take is not known");
      file = beside;
    }
    String name = file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    return Files.isRegularFile(file)
        ? SiteXml.read(file, "allocations", problems)
            .map(root -> new SiteQueues.FairFile(name, root))
        : Optional.empty();
  }
}
