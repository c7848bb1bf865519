/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.home.SparkHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A JVM that submits until somebody ends it, and prints what it tells; its first line is the
 * process id of what stands for spark-submit.
 */
final class InterruptedBuild {
  /** The word before what it warns of. */
  static final String WARNED = "warned ";

  /** The word before what it notes. */
  static final String NOTED = "noted ";

  /** The line that says that the application's name is known. */
  static final String FOLLOWED = "followed";

  /** The line that says that spark-submit is being read. */
  static final String STARTED = "started";

  private InterruptedBuild() {}

  /**
   * Starts one.
   *
   * @param words {@code named} where spark-submit tells the application's name; {@code refuses}
   *     where the manager does not end it
   */
  static Process start(Path folder, String... words) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            InterruptedBuild.class.getName(),
            folder.toString(),
            String.join(" ", words))
        .redirectErrorStream(true)
        .start();
  }

  /** Submits. */
  public static void main(String[] arguments) throws Exception {
    Scene scene = new Scene(Path.of(arguments[0]));
    boolean named = arguments[1].contains("named");
    if (arguments[1].contains("refuses")) {
      scene.cluster.cannotKill();
    }
    scene.cluster.says(scene.is(ApplicationState.RUNNING));
    scene.cluster.finds(
        new Search(
            true,
            List.of(Scene.tagged("application_1_7", ApplicationState.WAITING, Scene.TAG)),
            ""));
    Thread watcher = new Thread(() -> tellThatItIsFollowed(scene.cluster));
    watcher.setDaemon(true);
    watcher.start();
    String script = (named ? scene.accepted() : "") + "echo " + STARTED + "; exec sleep 60";
    new Course(
            command -> {
              Process process = new ProcessBuilder("sh", "-c", script).start();
              System.out.println(process.pid());
              return process;
            },
            scene.cluster,
            scene.request(),
            scene.ticket,
            scene.ledger,
            new Printing(),
            scene.clock,
            Scene.QUICK)
        .run(Optional.empty(), () -> {});
  }

  private static void tellThatItIsFollowed(FakeCluster cluster) {
    try {
      cluster.awaitAsked(1);
      System.out.println(FOLLOWED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Printing implements SubmitListener {
    @Override
    public void starting(SparkHome home, String master, Path log) {}

    @Override
    public void printed(String line) {
      System.out.println(line);
    }

    @Override
    public void warned(String warning) {
      System.out.println(WARNED + warning);
    }

    @Override
    public void noted(String note) {
      System.out.println(NOTED + note);
    }

    @Override
    public void progress(String line) {}

    @Override
    public void traced(String detail) {}
  }
}
