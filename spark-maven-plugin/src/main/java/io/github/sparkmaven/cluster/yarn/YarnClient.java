/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.enquiry.Enquiry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** YARN, asked by RPC through the home's own client classes. */
public final class YarnClient implements ClusterClient {
  // Of each of the container's files; a driver that prints without end must not fill this machine.
  private static final int LOG_MIB = 32;

  private final Target target;
  private final Enquiry enquiry;
  private final YarnCommands commands;
  private final YarnReports reports;

  /**
   * Asks about a target.
   *
   * @param commands what a person is told to run
   */
  public YarnClient(Target target, Enquiry enquiry, YarnCommands commands) {
    this.target = target;
    this.enquiry = enquiry;
    this.commands = commands;
    this.reports = new YarnReports(target);
  }

  @Override
  public ApplicationReport report(String id) {
    try {
      return reports.of(asked("report", id));
    } catch (IOException e) {
      return ApplicationReport.unknown(id, unanswered(e));
    }
  }

  @Override
  public Kill kill(String id) {
    try {
      Map<String, String> record = asked("kill", id);
      String said = reports.of(record).detail();
      String state = record.getOrDefault("state", "");
      String status = record.getOrDefault("finalStatus", "");
      String words = state.equals("FINISHED") ? "had ended before: " + status : said;
      return new Kill(YarnReports.ended(record), words.isEmpty() ? state : words);
    } catch (IOException e) {
      return new Kill(false, unanswered(e));
    }
  }

  @Override
  public Search search(String project) {
    String tag = Tag.yarnTag(project);
    try {
      List<ApplicationReport> found = enquiry.ask("search", tag).stream().map(reports::of).toList();
      return new Search(true, found, "");
    } catch (IOException e) {
      return new Search(false, List.of(), unanswered(e) + "; look with: " + commands.list(tag));
    }
  }

  @Override
  public String logs(String id, Path file) throws IOException {
    try {
      Map<String, String> record =
          asked("logs", id, file.toAbsolutePath().toString(), String.valueOf(LOG_MIB << 20));
      return "the log of the application master's container "
          + record.getOrDefault("container", "")
          + (record.getOrDefault("source", "").equals("aggregated")
              ? ", as YARN aggregated it"
              : ", from its node")
          + " (of each file the last "
          + LOG_MIB
          + " MiB at most)"
          + (target.driverInCluster() ? "" : "; the driver ran where it was submitted");
    } catch (IOException e) {
      throw new IOException(unanswered(e) + "; try: " + commands.logs(id), e);
    }
  }

  private Map<String, String> asked(String... question) throws IOException {
    List<Map<String, String>> records = enquiry.ask(question);
    if (records.isEmpty()) {
      throw new IOException("no record in the answer");
    }
    return records.get(0);
  }

  private static String unanswered(IOException failure) {
    String said = String.valueOf(failure.getMessage());
    if (said.contains("0.0.0.0:")) {
      return said
          + "; no yarn-site.xml names the ResourceManager: set HADOOP_CONF_DIR to the site's"
          + " configuration folder";
    }
    if (said.contains("cannot authenticate via")) {
      return said
          + "; log in with kinit, or give spark.kerberos.keytab and spark.kerberos.principal";
    }
    return said;
  }

  @Override
  public String lookCommand(String id) {
    return commands.look(id);
  }

  @Override
  public String killCommand(String id) {
    return commands.kill(id);
  }

  @Override
  public void close() {
    enquiry.close();
  }
}
