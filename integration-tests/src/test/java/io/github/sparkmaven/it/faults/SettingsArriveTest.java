/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads from a running application what it runs with, and compares it with the plan, key by key.
 */
class SettingsArriveTest {
  private static final Path BASE = Path.of(System.getProperty("faults.base"));
  private static final Path WORK = BASE.resolve("target/faults");
  private static final Pattern UI = Pattern.compile("Spark UI (http://\\S+)");
  private static final Pattern APPLICATION = Pattern.compile("hanging (\\S+)");

  @ParameterizedTest
  @ValueSource(strings = {"local", "standalone-client"})
  void asThePlanSays(String environment) throws Exception {
    FaultJob job =
        FaultJob.packaged(
            BASE.resolve("src/faults/job"), WORK.resolve("settings-" + environment), "3.5.5");
    try (Places places = Places.of(environment.split("-", 2)[0], WORK)) {
      Place place =
          places.of(new Fault("hangs", environment, "3.5.5", false, true, List.of()), job);
      List<String> arguments = new ArrayList<>(List.of("spark:configure", "spark:submit"));
      arguments.add("-Dspark.maven.environment=" + environment);
      arguments.add("-Dspark.maven.arguments=hangs");
      // Of the command line's layer, with characters that a properties file has to escape.
      arguments.add("-Dspark.hadoop.acme.greeting=ü =:#!\\");
      arguments.addAll(place.arguments());

      MavenBuild build = job.build("settings-" + environment, arguments, place.environment());
      try {
        String application = build.await(APPLICATION).split(" ", 2)[1];
        String ui = build.await(UI).split(" ", 3)[2];

        Map<String, String> running = running(ui, application);
        planned(job.folder().resolve("target/spark/plans/" + environment))
            .forEach((key, value) -> assertArrived(key, value, running));
      } finally {
        build.signal("INT");
        build.await();
      }
    }
  }

  /** Before the user's options Spark itself puts those that Java 17 needs (SparkContext). */
  private static void assertArrived(String key, String value, Map<String, String> running) {
    if (key.endsWith(".extraJavaOptions")) {
      assertThat(running.getOrDefault(key, "")).as(key).endsWith(" " + value);
    } else {
      assertThat(running).containsEntry(key, value);
    }
  }

  private static Map<String, String> running(String ui, String application) throws Exception {
    JsonNode environment =
        new ObjectMapper()
            .readTree(
                URI.create(ui + "/api/v1/applications/" + application + "/environment").toURL());
    Map<String, String> settings = new TreeMap<>();
    environment
        .get("sparkProperties")
        .forEach(pair -> settings.put(pair.get(0).asText(), pair.get(1).asText()));
    return settings;
  }

  private static Map<String, String> planned(Path folder) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    new ObjectMapper()
        .readTree(folder.resolve("plan.json").toFile())
        .get("settings")
        .forEach(
            setting -> settings.put(setting.get("key").asText(), setting.get("value").asText()));
    assertThat(settings).hasSizeGreaterThan(4);
    return settings;
  }
}
