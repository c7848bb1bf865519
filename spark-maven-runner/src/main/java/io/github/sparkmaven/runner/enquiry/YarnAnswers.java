/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.api.records.ApplicationAttemptReport;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.ApplicationNotFoundException;
import org.apache.hadoop.yarn.exceptions.YarnException;

/**
 * Asks YARN by RPC, with the Hadoop client of the Spark home and the configuration on the class
 * path, so that Kerberos and the failover of ResourceManagers work as they do for Spark.
 *
 * <p>The questions: {@code report ID}, {@code kill ID}, {@code search TAG}, {@code logs ID FILE
 * BYTES}.
 */
final class YarnAnswers implements Answers {
  private static final EnumSet<YarnApplicationState> ENDED =
      EnumSet.of(
          YarnApplicationState.FINISHED, YarnApplicationState.FAILED, YarnApplicationState.KILLED);
  private static final long KILL_PATIENCE_MS = 8_000;
  private static final long POLL_MS = 200;
  private static final int PATIENCE_S = 10;
  private static final int LOG_PATIENCE_S = 25;

  private Optional<Configuration> conf = Optional.empty();
  private Optional<YarnClient> client = Optional.empty();

  @Override
  public void open(Map<String, String> settings) throws Exception {
    Configuration made = HadoopSite.configuration(settings);
    HadoopSite.login(settings, made);
    YarnClient started = YarnClient.createYarnClient();
    started.init(made);
    started.start();
    conf = Optional.of(made);
    client = Optional.of(started);
  }

  @Override
  public List<Map<String, String>> answer(String question, List<String> words) throws Exception {
    int seconds = question.equals("logs") ? LOG_PATIENCE_S : PATIENCE_S;
    String asked = "the ResourceManager at " + HadoopSite.resourceManagers(site());
    YarnClient yarn = client.orElseThrow(() -> new IllegalStateException("not opened"));
    try {
      return new Deadline(seconds, asked).call(() -> answer(yarn, question, words));
    } catch (NoAnswer e) {
      throw e;
    } catch (IOException | YarnException e) {
      throw new NoAnswer(asked + " cannot be asked: " + EnquiryMain.said(e));
    }
  }

  private Configuration site() {
    return conf.orElseThrow(() -> new IllegalStateException("not opened"));
  }

  private List<Map<String, String>> answer(YarnClient yarn, String question, List<String> words)
      throws Exception {
    String word = words.get(0);
    switch (question) {
      case "report":
        return Collections.singletonList(report(yarn, word));
      case "kill":
        return Collections.singletonList(kill(yarn, word));
      case "search":
        return search(yarn, word);
      case "logs":
        return new YarnLogs(site(), yarn)
            .write(ApplicationId.fromString(word), Paths.get(words.get(1)), words.get(2));
      default:
        throw new IllegalArgumentException("no such question: " + question);
    }
  }

  private static Map<String, String> report(YarnClient yarn, String id)
      throws IOException, YarnException {
    ApplicationId application = ApplicationId.fromString(id);
    try {
      return record(yarn, yarn.getApplicationReport(application));
    } catch (ApplicationNotFoundException e) {
      return YarnRecord.notFound(id, e.getMessage());
    }
  }

  private static Map<String, String> record(YarnClient yarn, ApplicationReport report)
      throws IOException {
    List<ApplicationAttemptReport> attempts = new ArrayList<>();
    try {
      attempts.addAll(yarn.getApplicationAttempts(report.getApplicationId()));
    } catch (YarnException e) {
      // What another user runs may be seen, but not in this detail.
    }
    attempts.sort((a, b) -> a.getApplicationAttemptId().compareTo(b.getApplicationAttemptId()));
    return YarnRecord.of(report, attempts);
  }

  private static Map<String, String> kill(YarnClient yarn, String id)
      throws IOException, YarnException, InterruptedException {
    long end = System.nanoTime() + KILL_PATIENCE_MS * 1_000_000;
    ApplicationId application = ApplicationId.fromString(id);
    try {
      yarn.killApplication(application);
      ApplicationReport report = yarn.getApplicationReport(application);
      while (!ENDED.contains(report.getYarnApplicationState()) && System.nanoTime() < end) {
        Thread.sleep(POLL_MS);
        report = yarn.getApplicationReport(application);
      }
      return record(yarn, report);
    } catch (ApplicationNotFoundException e) {
      return YarnRecord.notFound(id, e.getMessage());
    }
  }

  private static List<Map<String, String>> search(YarnClient yarn, String tag)
      throws IOException, YarnException {
    List<Map<String, String>> found = new ArrayList<>();
    for (ApplicationReport report :
        yarn.getApplications(null, EnumSet.complementOf(ENDED), Collections.singleton(tag))) {
      found.add(YarnRecord.of(report, Collections.emptyList()));
    }
    return found;
  }
}
