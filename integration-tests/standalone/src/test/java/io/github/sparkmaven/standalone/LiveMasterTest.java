/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.ClusterClient.Kill;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.standalone.StandaloneClient;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.standalone.MasterCase.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The plugin's client of a standalone master, against a living one; what breaks it comes last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveMasterTest {
  private static final List<Worker> WORKERS = List.of(new Worker(4, 4096), new Worker(4, 4096));
  private static final Pattern SUBMITTED =
      Pattern.compile("successfully submitted as (driver-[0-9-]+)");
  private static final Pattern CONNECTED =
      Pattern.compile("Connected to Spark cluster with app ID (app-[0-9-]+)");
  private static final long PATIENCE_SECONDS = 90;
  private static final int CLOSED = 1;

  private RealCluster cluster;
  private DriverRequests requests;
  private StandaloneClient client;
  private Path folder;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    // What went on stays to be read, and is gone with mvn clean.
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "live-master");
    cluster = RealCluster.startWithRest(folder, WORKERS);
    requests = new DriverRequests(cluster.restPort(), cluster.url(), EndsAsTold.class.getName());
    client = client(cluster.uiPort(), cluster.restPort());
  }

  @AfterAll
  void end() {
    client.close();
    cluster.close();
  }

  @Test
  @Order(1)
  void tellsHowDriversEnd() throws IOException, InterruptedException {
    String well = submit("well");
    String fails = submit("throws");
    String exits = submit("exits");
    String missing = requests.submit(folder.resolve("none.jar"), "well", Map.of());

    assertThat(ended(client, well).state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(ended(client, fails).state()).isEqualTo(ApplicationState.FAILED);
    assertThat(ended(client, exits).state()).isEqualTo(ApplicationState.FAILED);
    assertThat(ended(client, missing).state()).isEqualTo(ApplicationState.FAILED);
    assertThat(client.report(missing).detail())
        .startsWith("its worker could not run it: java.nio.file.NoSuchFileException: ");
    assertThat(client.report(well).since()).isPresent();
    assertThat(client.report("driver-20200101000000-0000").state())
        .isEqualTo(ApplicationState.UNKNOWN);
    // The same over REST alone, and over the web UI alone.
    for (StandaloneClient other :
        List.of(client(CLOSED, cluster.restPort()), client(cluster.uiPort(), CLOSED))) {
      assertThat(other.report(well).state()).isEqualTo(ApplicationState.SUCCEEDED);
      assertThat(other.report(fails).state()).isEqualTo(ApplicationState.FAILED);
      assertThat(other.report(missing).state()).isEqualTo(ApplicationState.FAILED);
      assertThat(other.report("driver-20200101000000-0000").state())
          .isEqualTo(ApplicationState.UNKNOWN);
    }
    assertThat(client.kill(well)).isEqualTo(new Kill(true, "it had ended before: FINISHED"));
    assertThat(client.search("p1")).isEqualTo(new Search(true, List.of(), ""));
  }

  @Test
  @Order(2)
  void saysWhatAWaitingDriverWaitsFor() throws IOException, InterruptedException {
    String waiting = requests.submit(cluster.job(), "well", Map.of("spark.driver.memory", "9g"));

    ApplicationReport report = client.report(waiting);

    assertThat(report.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(report.detail())
        .isEqualTo(
            "the driver wants 1 core and 9216 MiB of one worker, and none has that even when idle:"
                + " of 2 workers, the largest has 4 cores and 4096 MiB");
    assertThat(client.search("p1").note()).contains(waiting);
    // The button of the web UI does it too.
    assertThat(client(cluster.uiPort(), CLOSED).kill(waiting).ended()).isTrue();
    assertThat(client.report(waiting).state()).isEqualTo(ApplicationState.KILLED);
  }

  @Test
  @Order(3)
  void followsAndEndsADriverOfClusterMode() throws IOException, InterruptedException {
    List<String> arguments = arguments("cluster", cluster.url(), "works");
    try (SparkProcess submit = cluster.submit("cluster-mode", arguments)) {
      String driver = submit.await(SUBMITTED);

      ApplicationReport report = await(() -> client.report(driver), it -> it.ui().isPresent());
      assertThat(report.state()).isEqualTo(ApplicationState.RUNNING);
      Search search = client.search("p1");
      assertThat(search.found()).extracting(ApplicationReport::id).containsExactly(driver);
      assertThat(search.found().get(0).tag().orElseThrow().content()).isEqualTo("c1");
      assertThat(search.complete()).as(search.note()).isTrue();
      assertThat(client.search("p2")).isEqualTo(new Search(true, List.of(), ""));
      Path log = folder.resolve("driver.log");
      assertThat(client.logs(driver, log)).contains("from its worker on 127.0.0.1");
      assertThat(Files.readString(log)).contains(EndsAsTold.PRINTS, "Launch Command: ");

      assertThat(client.kill(driver)).isEqualTo(new Kill(true, "the master says KILLED"));
      assertThat(client.report(driver).state()).isEqualTo(ApplicationState.KILLED);
      await(() -> client.search("p1"), it -> it.found().isEmpty() && it.complete());
    }
  }

  @Test
  @Order(4)
  void findsAndEndsAnApplicationOfClientMode() throws IOException, InterruptedException {
    List<String> arguments = arguments("client", cluster.url(), "works");
    try (SparkProcess submit = cluster.submit("client-mode", arguments)) {
      String app = submit.await(CONNECTED);

      Search search = await(() -> client.search("p1"), it -> !it.found().isEmpty());
      assertThat(search.found()).extracting(ApplicationReport::id).containsExactly(app);
      assertThat(search.complete()).as(search.note()).isTrue();
      assertThat(client.report(app).ui()).isPresent();
      assertThat(client.kill(app)).isEqualTo(new Kill(true, "the master says KILLED"));
      assertThat(client.report(app).state()).isEqualTo(ApplicationState.KILLED);
    }
  }

  @Test
  @Order(5)
  void doesNotKnowADriverWhoseWorkerIsLost() throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(arguments("cluster", "spark://127.0.0.1:" + cluster.restPort(), "sleeps"));
    arguments.addAll(0, List.of("--conf", "spark.master.rest.enabled=true"));
    try (SparkProcess submit = cluster.submit("over-rest", arguments)) {
      String driver = submit.await(SUBMITTED);
      Path printed = folder.resolve("work").resolve(driver).resolve("stdout");
      await(() -> text(printed), it -> it.contains(EndsAsTold.PRINTS));

      cluster.crashWorkerOf(driver);

      ApplicationReport report =
          await(() -> client.report(driver), it -> it.state() != ApplicationState.RUNNING);
      assertThat(report.state()).isEqualTo(ApplicationState.UNKNOWN);
      assertThat(report.detail()).startsWith("the master lost the driver's worker");
    }
  }

  @Test
  @Order(6)
  void saysThatNoMasterAnswers() throws IOException, InterruptedException {
    String driver = submit("well");
    ended(client, driver);
    cluster.crashMaster();

    assertThat(client.report(driver).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(driver).detail())
        .startsWith("no master can tell: ")
        .contains("/json/: nothing listens there", "/status/" + driver + ": nothing listens there");
    assertThat(client.search("p1").complete()).isFalse();
    assertThat(client.kill(driver).ended()).isFalse();
  }

  private String submit(String argument) throws IOException, InterruptedException {
    return requests.submit(cluster.job(), argument, Map.of());
  }

  private List<String> arguments(String mode, String master, String argument) {
    Map<String, String> settings = new HashMap<>();
    settings.put("spark.cores.max", "1");
    settings.put("spark.ui.port", "0");
    settings.put("spark.executor.memory", "512m");
    settings.put("spark.driver.memory", "512m");
    settings.put("spark.maven.tag.project", "p1");
    settings.put("spark.maven.tag.submission", "s1");
    settings.put("spark.maven.tag.content", "c1");
    settings.put("spark.driver.extraJavaOptions", JavaModuleOptions.defaultModuleOptions());
    List<String> arguments = new ArrayList<>(List.of("--master", master, "--deploy-mode", mode));
    settings.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
    arguments.addAll(List.of("--class", EndsAsTold.class.getName()));
    arguments.addAll(List.of(cluster.job().toString(), argument));
    return arguments;
  }

  private StandaloneClient client(int ui, int rest) {
    Map<String, String> settings =
        Map.of("spark.master.ui.port", "" + ui, "spark.master.rest.port", "" + rest);
    return new StandaloneClient(
        new Target(
            Manager.STANDALONE,
            cluster.url(),
            DeployMode.CLUSTER,
            LayeredConf.empty().with(Layer.ENVIRONMENT, settings, "test")));
  }

  private static ApplicationReport ended(ClusterClient client, String driver)
      throws InterruptedException {
    return await(() -> client.report(driver), report -> report.state().ended());
  }

  private static <T> T await(Supplier<T> question, Predicate<T> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    T answer = question.get();
    while (!wanted.test(answer) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
      answer = question.get();
    }
    assertThat(answer).matches(wanted);
    return answer;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
