/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Posts to a master what spark-submit would, without the seconds that its JVM takes. */
final class DriverRequests {
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI address;
  private final String master;
  private final String mainClass;

  DriverRequests(int restPort, String master, String mainClass) {
    this.address =
        URI.create("http://" + Loopback.HOST + ":" + restPort + "/v1/submissions/create");
    this.master = master;
    this.mainClass = mainClass;
  }

  /** Submits a driver of one core and half a gigabyte, and returns its id. */
  String submit(Path jar, String argument, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.master", master);
    properties.put("spark.app.name", argument);
    properties.put("spark.jars", jar.toUri().toString());
    properties.put("spark.submit.deployMode", "cluster");
    properties.put("spark.driver.memory", "512m");
    properties.putAll(settings);
    ObjectNode request = mapper.createObjectNode();
    request.put("action", "CreateSubmissionRequest");
    request.put("clientSparkVersion", "any");
    request.put("appResource", jar.toUri().toString());
    request.put("mainClass", mainClass);
    request.putArray("appArgs").add(argument);
    request.set("sparkProperties", mapper.valueToTree(properties));
    request.putObject("environmentVariables").put("SPARK_ENV_LOADED", "1");
    JsonNode answer = post(request);
    if (!answer.path("success").asBoolean()) {
      throw new IOException(answer.toString());
    }
    return answer.get("submissionId").asText();
  }

  private JsonNode post(ObjectNode request) throws IOException, InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(mapper.writeValueAsString(request)))
            .build();
    return mapper.readTree(HttpClient.newHttpClient().send(post, BodyHandlers.ofString()).body());
  }
}
