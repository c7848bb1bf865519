/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.JobFailedException;
import io.github.sparkmaven.submit.JobLauncher;
import io.github.sparkmaven.submit.Submit;
import io.github.sparkmaven.submit.SubmitRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** The script: reads its command line, submits, and turns the verdict into an exit code. */
final class Script {
  static final int GOOD = 0;
  static final int JOB_FAILED = 1;
  static final int INPUT_AT_FAULT = 2;
  static final int ENVIRONMENT_AT_FAULT = 3;

  private final Site site;
  private final JobLauncher launcher;
  private final ClusterClients clusters;
  private final Console console;

  Script(Site site, JobLauncher launcher, ClusterClients clusters, Console console) {
    this.site = site;
    this.launcher = launcher;
    this.clusters = clusters;
    this.console = console;
  }

  /** Runs, and returns the exit code. */
  int run(List<String> words) {
    try {
      Options options = Options.read(words);
      if (options.help()) {
        console.out().print(Options.HELP);
        return GOOD;
      }
      BundleFile bundle = BundleFile.read(site.bundle());
      SubmitRequest request = new BundledRequest(site, bundle, options, console).request();
      if (options.order().isPresent()) {
        new EarlierWork(clusters, console, Clock.system(ZoneId.systemDefault()))
            .follow(options.order().get(), request);
        return GOOD;
      }
      return options.dryRun() ? show(request) : submit(request);
    } catch (InputException e) {
      console.failed(e);
      return INPUT_AT_FAULT;
    } catch (EnvironmentException e) {
      console.failed(e);
      return ENVIRONMENT_AT_FAULT;
    } catch (RuntimeException e) {
      // The JVM's own code for it is 1, which would be the job's failure.
      console.faulty(e);
      return ENVIRONMENT_AT_FAULT;
    }
  }

  private int show(SubmitRequest request) {
    DryRun.lines(request).forEach(console.out()::println);
    return GOOD;
  }

  private int submit(SubmitRequest request) {
    requireWritable(request.submissions());
    try {
      console.noted(
          new Submit(launcher, clusters, console, Clock.systemUTC(), new SecureRandom())
              .run(request)
              .summary());
      return GOOD;
    } catch (JobFailedException e) {
      console.failed(e);
      return JOB_FAILED;
    }
  }

  private static void requireWritable(Path folder) {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new EnvironmentException(
          "Cannot write to "
              + folder
              + ", where submissions are noted; set SPARK_MAVEN_STATE to a folder that can be written to",
          null);
    }
  }
}
