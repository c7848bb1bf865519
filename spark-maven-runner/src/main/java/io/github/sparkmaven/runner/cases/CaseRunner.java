/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import io.github.sparkmaven.runner.CaseResult;
import io.github.sparkmaven.runner.ClassResult;
import io.github.sparkmaven.runner.EventChannel;
import io.github.sparkmaven.runner.ParentWatch;
import io.github.sparkmaven.runner.ResultPublisher;
import io.github.sparkmaven.runner.SurefireReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;

/**
 * Runs declared cases in a JVM of Spark's own class path, one after the other, and judges those
 * that are named for it: what ran in an earlier JVM, too.
 *
 * <p>The only argument is the path of a request file, a UTF-8 properties file: {@code run.<n>} and
 * {@code judge.<n>} are names of cases, {@code case.<name>.…} what is asked of each (see {@link
 * CaseRequest}), {@code reportsDirectory} and {@code work} folders, {@code update} whether expected
 * outputs are rewritten, {@code parent} the plugin's process id. Events on standard output tell of
 * each case; when the JVM cannot be used any more, it ends with 0 and without the {@code finished}
 * event, and the rest is for another one.
 */
public final class CaseRunner {
  private static final String SUITE = "declared-cases";
  private static final int OWN_PROBLEM = 2;

  private final Keys keys;
  private final EventChannel channel;
  private final Path work;

  private CaseRunner(Keys keys, EventChannel channel) {
    this.keys = keys;
    this.channel = channel;
    this.work = Paths.get(keys.required("work"));
  }

  /** Runs and judges the cases of the request file and ends the JVM. */
  public static void main(String[] args) {
    EventChannel channel = new EventChannel(new FileOutputStream(FileDescriptor.out));
    PrintStream errors = System.err;
    CaseOutput output = CaseOutput.install(errors);
    // Threads that a job has left behind would keep the JVM alive.
    System.exit(run(args[0], channel, output, errors));
  }

  private static int run(String file, EventChannel channel, CaseOutput output, PrintStream errors) {
    try (Reader reader = Files.newBufferedReader(Paths.get(file), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      Keys keys = new Keys(properties, "");
      ParentWatch.start(keys.number("parent", 0));
      CaseRunner runner = new CaseRunner(keys, channel);
      if (runner.runCases(output)) {
        runner.judgeCases();
      }
      return 0;
    } catch (IOException | RuntimeException | LinkageError e) {
      errors.println("Job test runner: " + e);
      e.printStackTrace(errors);
      return OWN_PROBLEM;
    }
  }

  /** Returns whether all were run. */
  private boolean runCases(CaseOutput output) throws IOException {
    for (String name : keys.list("run")) {
      channel.send("case-started", name);
      boolean fit = new CaseRun(request(name), output).run();
      channel.send("case-ended", name);
      if (!fit && !name.equals(last(keys.list("run")))) {
        channel.send("jvm-spent", name);
        return false;
      }
    }
    return true;
  }

  private void judgeCases() throws IOException {
    if (keys.list("judge").isEmpty()) {
      return;
    }
    ResultPublisher results =
        new ResultPublisher(
            channel, new SurefireReport(Paths.get(keys.required("reportsDirectory"))));
    CaseJudge judge =
        new CaseJudge(new OutputCheck(this::session), keys.flag("update"), this::note);
    results.classStarted(SUITE);
    List<CaseResult> all = new ArrayList<>();
    long millis = 0;
    for (String name : keys.list("judge")) {
      CaseResult result = judge.judge(request(name));
      all.add(result);
      millis += result.millis();
      results.caseFinished(SUITE, result);
    }
    results.classFinished(new ClassResult(SUITE, millis, all));
    results.publishTotals();
  }

  private void note(CaseRequest request, String text) {
    try {
      channel.send("case-note", request.name(), text);
    } catch (IOException e) {
      // Nobody listens.
    }
  }

  private CaseRequest request(String name) {
    return new CaseRequest(name, keys.below("case").below(name), work);
  }

  private SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName(SUITE)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", work.resolve("warehouse").toString())
        .config("spark.local.dir", work.resolve("local").toString())
        .getOrCreate();
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }
}
