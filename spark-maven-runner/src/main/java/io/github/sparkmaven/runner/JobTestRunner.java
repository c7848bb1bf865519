/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Paths;

/**
 * Runs job tests in a JVM of their own and tells the plugin on standard output how they went.
 *
 * <p>The plugin cannot run these tests in Maven's JVM: Spark needs its own class path, module
 * options and a context that no other build step shares. The only argument is the path of a request
 * file, a UTF-8 properties file with the keys {@code classes} (names, separated by commas), {@code
 * reportsDirectory}, {@code system.<name>} for each system property to set, {@code filter}
 * (patterns of methods), and {@code timeoutMillis}.
 *
 * <p>The exit code is 0 when all classes were run, whatever their results: the plugin judges by the
 * events. It is 2, with a message on standard error and without the {@code finished} event, when
 * the runner itself could not do its work.
 */
public final class JobTestRunner {
  private static final int OWN_PROBLEM = 2;

  private JobTestRunner() {}

  /** Runs the tests of the request file and ends the JVM. */
  public static void main(String[] args) {
    EventChannel channel = new EventChannel(new FileOutputStream(FileDescriptor.out));
    PrintStream errors = System.err;
    // What the tests print must not be taken for events.
    System.setOut(errors);
    // Threads that the tests leave behind would keep the JVM alive.
    System.exit(run(args, channel, errors));
  }

  static int run(String[] args, EventChannel channel, PrintStream errors) {
    try {
      RunnerRequest request = request(args);
      ParentWatch.start(request.parent());
      request.systemProperties().forEach(System::setProperty);
      ResultPublisher results =
          new ResultPublisher(channel, new SurefireReport(request.reportsDirectory()));
      Watchdog watchdog = Watchdog.start(request.timeoutMillis(), errors, results::publishTimeout);
      new JobTests(results, request.filter()).run(request.classes());
      watchdog.stop();
      results.publishTotals();
      return 0;
    } catch (IllegalArgumentException e) {
      errors.println("Job test runner: " + e.getMessage());
    } catch (NoClassDefFoundError e) {
      errors.println(
          "Job test runner: "
              + e
              + ". The test class path needs org.junit.platform:junit-platform-launcher of the"
              + " version of its JUnit engines.");
      e.printStackTrace(errors);
    } catch (Throwable e) {
      errors.println("Job test runner: " + e);
      e.printStackTrace(errors);
    }
    return OWN_PROBLEM;
  }

  private static RunnerRequest request(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "expects one argument, the path of the request file, but got " + args.length);
    }
    return RunnerRequest.read(Paths.get(args[0]));
  }
}
