/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.run;

import io.github.sparkmaven.runner.EventChannel;
import io.github.sparkmaven.runner.ParentWatch;
import io.github.sparkmaven.runner.Thrown;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a job in this JVM by Spark's own spark-submit code, without a process of its launcher
 * before.
 *
 * <p>The arguments are the process id of Maven, and what spark-submit is given. What the job prints
 * goes where it would go without us, and the JVM ends as it would: with the job's own exit code,
 * with 1 after an exception, and not before the last thread that is no daemon. Events on standard
 * error tell of the context ({@code context}, its master and the address of its UI) and of what
 * ended the job ({@code failed}).
 */
public final class LocalRun {
  // InProcessSparkSubmit throws where SparkSubmit would end the JVM.
  private static final String SUBMIT = "org.apache.spark.deploy.InProcessSparkSubmit";
  private static final String EXIT = "org.apache.spark.SparkUserAppException";

  private LocalRun() {}

  /** Runs the job. */
  public static void main(String[] args) throws Throwable {
    ParentWatch.start(Long.parseLong(args[0]));
    EventChannel channel = new EventChannel(new FileOutputStream(FileDescriptor.err));
    PrintedTail tail = new PrintedTail(System.out);
    if (Arrays.stream(args).anyMatch(word -> word.endsWith(".py"))) {
      // PythonRunner writes there what its process prints, errors included.
      System.setOut(new PrintStream(tail, true));
    }
    ContextWatch.start(channel);
    try {
      submit(Arrays.copyOfRange(args, 1, args.length));
    } catch (Throwable e) {
      if (e.getClass().getName().equals(EXIT)) {
        int code = (int) e.getClass().getMethod("exitCode").invoke(e);
        tell(channel, PythonError.in(tail.text()).orElse(""));
        System.exit(code);
      }
      tell(channel, Thrown.of(root(e)).summary());
      throw e;
    }
  }

  private static void submit(String[] words) throws Throwable {
    try {
      Class.forName(SUBMIT).getMethod("main", String[].class).invoke(null, (Object) words);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private static void tell(EventChannel channel, String cause) throws IOException {
    channel.send("failed", cause);
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    // A chain may be a ring.
    for (int depth = 0; depth < 100; depth++) {
      Throwable cause = root.getCause();
      if (cause == null) {
        return root;
      }
      root = cause;
    }
    return thrown;
  }
}
