/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Paths;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Loads the classes that a test JVM loads, so that this JVM, which has nothing but jars on its
 * class path and was started with {@code -XX:ArchiveClassesAtExit}, writes them down at its end.
 *
 * <p>The only argument is the list that the test JVM writes ({@code -XX:DumpLoadedClassList}). It
 * is read while it grows, so that half of the work is done when the tests are; where there are
 * hardly processors enough for the tests, it is read afterwards. A line {@code end} on standard
 * input says that they are; where standard input ends without it, nobody wants the archive any
 * more. The exit code is 0 where the archive is what it should be; otherwise there is none.
 */
public final class ClassRecorder {
  private static final int NOT_WHOLE = 3;

  // Loading a class is half parsing and verifying it, which several threads can do at once.
  private static final int THREADS = 2;

  // A Spark session in local mode keeps two busy: with its tasks, and with its compiler.
  private static final int PROCESSORS_OF_TESTS = 2;

  private ClassRecorder() {}

  /** Loads the classes of a list and ends the JVM. */
  public static void main(String[] args) {
    try {
      EndMark end = new EndMark(System.in);
      if (Runtime.getRuntime().availableProcessors() < PROCESSORS_OF_TESTS + THREADS) {
        end.await();
      }
      if (record(new GrowingList(Paths.get(args[0]), end))) {
        System.exit(0);
      }
    } catch (Throwable e) {
      System.err.println("Class recorder: " + e);
    }
    endWithoutArchive();
  }

  /**
   * A JVM that exits or is halted writes its archive first, for seconds; one that is killed not.
   */
  private static void endWithoutArchive() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    try {
      new ProcessBuilder("kill", "-9", name.substring(0, name.indexOf('@'))).start().waitFor();
    } catch (IOException e) {
      // Then it takes the seconds.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(NOT_WHOLE);
  }

  private static boolean record(GrowingList list)
      throws IOException, InterruptedException, ReflectiveOperationException {
    LoadedClasses classes = new LoadedClasses(ClassLoader.getSystemClassLoader());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    boolean whole =
        list.follow(
            line ->
                ClassNames.ofLine(line)
                    .ifPresent(name -> threads.execute(() -> classes.load(name))));
    threads.shutdown();
    if (!whole || !threads.awaitTermination(1, TimeUnit.HOURS)) {
      return false;
    }
    for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classes.keepFromArchive(ClassNames.ofVersions(new File(jar)));
    }
    return true;
  }
}
