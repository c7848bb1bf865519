/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.security.authentication.client.AuthenticatedURL;
import org.apache.hadoop.security.authentication.client.AuthenticationException;
import org.apache.hadoop.yarn.api.records.ApplicationAttemptReport;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.ContainerId;
import org.apache.hadoop.yarn.api.records.NodeReport;
import org.apache.hadoop.yarn.api.records.NodeState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.YarnException;
import org.apache.hadoop.yarn.logaggregation.ContainerLogsRequest;
import org.apache.hadoop.yarn.logaggregation.filecontroller.LogAggregationFileControllerFactory;
import org.apache.hadoop.yarn.webapp.util.WebAppUtils;

/**
 * The log of an application's last application master, which in cluster mode is the driver: as it
 * was aggregated, or else from the node that it runs on.
 */
final class YarnLogs {
  // The launch script that lies beside them holds the environment, and so perhaps secrets.
  private static final List<String> FILES = Arrays.asList("prelaunch.err", "stdout", "stderr");
  private static final long PATIENCE_MS = 15_000;
  private static final long POLL_MS = 500;
  private static final int HTTP_PATIENCE_MS = 5_000;

  private final Configuration conf;
  private final YarnClient yarn;
  private String aggregation = "";
  private String node = "no node of it is known";

  YarnLogs(Configuration conf, YarnClient yarn) {
    this.conf = conf;
    this.yarn = yarn;
  }

  /**
   * Writes the log into a file.
   *
   * @param bytes how much of the end of each of the container's files is written at most
   * @return one record: where the log was had, and the container
   */
  List<Map<String, String>> write(ApplicationId id, Path file, String bytes) throws Exception {
    ApplicationReport report = yarn.getApplicationReport(id);
    ContainerId container = container(id);
    long last = Long.parseLong(bytes);
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (true) {
      // While they are aggregated, the node has them still: one of the two knows at any moment.
      if (aggregated(report, container, file, last)) {
        return record("aggregated", container);
      }
      if (fromNode(report, container, file, last)) {
        return record("node", container);
      }
      if (System.nanoTime() > end) {
        throw new NoAnswer(
            "neither an aggregated log of "
                + container
                + " is there to be read ("
                + aggregation
                + ") nor its node's own ("
                + node
                + ")");
      }
      Thread.sleep(POLL_MS);
    }
  }

  private ContainerId container(ApplicationId id) throws IOException, YarnException {
    List<ApplicationAttemptReport> attempts = new ArrayList<>(yarn.getApplicationAttempts(id));
    attempts.sort((a, b) -> a.getApplicationAttemptId().compareTo(b.getApplicationAttemptId()));
    for (int i = attempts.size() - 1; i >= 0; i--) {
      ContainerId container = attempts.get(i).getAMContainerId();
      if (container != null) {
        return container;
      }
    }
    throw new NoAnswer("no application master of " + id + " has started, so there is no log");
  }

  private static List<Map<String, String>> record(String source, ContainerId container) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("source", source);
    record.put("container", container.toString());
    return Collections.singletonList(record);
  }

  private boolean aggregated(ApplicationReport report, ContainerId container, Path file, long last)
      throws IOException {
    ContainerLogsRequest request = new ContainerLogsRequest();
    request.setAppId(report.getApplicationId());
    request.setAppOwner(report.getUser());
    request.setContainerId(container.toString());
    request.setLogTypes(new HashSet<>(FILES));
    request.setBytes(-last);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      return new LogAggregationFileControllerFactory(conf)
          .getFileControllerForRead(report.getApplicationId(), report.getUser())
          .readAggregatedLogs(request, out);
    } catch (IOException e) {
      // Not there, not yet, or not to be read by this user: the node may give it.
      aggregation = EnquiryMain.said(e);
      return false;
    }
  }

  private boolean fromNode(ApplicationReport report, ContainerId container, Path file, long last)
      throws IOException, YarnException, InterruptedException {
    for (NodeReport candidate : yarn.getNodeReports(NodeState.RUNNING)) {
      if (candidate.getNodeId().getHost().equals(report.getHost())
          || onNode(container, candidate)) {
        String logs =
            WebAppUtils.getHttpSchemePrefix(conf)
                + candidate.getHttpAddress()
                + "/ws/v1/node/containerlogs/"
                + container;
        if (read(logs, file, last)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean onNode(ContainerId container, NodeReport candidate) throws IOException {
    try {
      return candidate.getNodeId().equals(yarn.getContainerReport(container).getAssignedNode());
    } catch (YarnException e) {
      // It has ended: YARN forgets containers then.
      return false;
    }
  }

  private boolean read(String logs, Path file, long last) throws IOException, InterruptedException {
    boolean found = false;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (String name : FILES) {
        HttpURLConnection connection = connection(new URL(logs + "/" + name + "?size=-" + last));
        if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
          copy(connection, out);
          found = true;
        } else {
          node = "HTTP status " + connection.getResponseCode() + " at " + logs;
        }
      }
    } catch (IOException e) {
      node = EnquiryMain.said(e) + " at " + logs;
      return false;
    }
    return found;
  }

  private static HttpURLConnection connection(URL url) throws IOException, InterruptedException {
    HttpURLConnection connection = opened(url);
    connection.setConnectTimeout(HTTP_PATIENCE_MS);
    connection.setReadTimeout(HTTP_PATIENCE_MS);
    return connection;
  }

  private static HttpURLConnection opened(URL url) throws IOException, InterruptedException {
    if (!UserGroupInformation.isSecurityEnabled()) {
      return (HttpURLConnection) url.openConnection();
    }
    return UserGroupInformation.getLoginUser()
        .doAs(
            (java.security.PrivilegedExceptionAction<HttpURLConnection>)
                () -> {
                  try {
                    return new AuthenticatedURL().openConnection(url, new AuthenticatedURL.Token());
                  } catch (AuthenticationException e) {
                    throw new IOException(e);
                  }
                });
  }

  private static void copy(HttpURLConnection connection, OutputStream out) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
  }
}
