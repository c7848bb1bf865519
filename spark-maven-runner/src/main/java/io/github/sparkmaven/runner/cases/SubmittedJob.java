/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Runs a job in this JVM by Spark's own spark-submit code ({@code InProcessSparkSubmit}, which
 * throws where {@code SparkSubmit} would end the JVM): the same arguments, the same class loader
 * for the job's jar.
 */
final class SubmittedJob {
  // SparkSubmit's exit code for a class that is not there.
  private static final int CLASS_NOT_FOUND = 101;

  private final CaseRequest request;

  SubmittedJob(CaseRequest request) {
    this.request = request;
  }

  /** Runs it in the calling thread. */
  CaseFacts run() throws IOException {
    Path settings = request.folder().resolve("spark-defaults.conf");
    writeSettings(settings);
    List<String> words = new ArrayList<>(Arrays.asList("--properties-file", settings.toString()));
    request
        .mainClass()
        .ifPresent(
            name -> {
              words.add("--class");
              words.add(name);
            });
    add(words, "--jars", request.jars());
    add(words, "--py-files", request.pyFiles());
    words.add(request.resource());
    words.addAll(request.arguments());
    long start = System.nanoTime();
    try {
      submit(words.toArray(new String[0]));
      return CaseFacts.returned(millisSince(start));
    } catch (Throwable e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      Throwable thrown = cause == null ? e : cause;
      // As spark-submit does, so that it is in the log.
      System.err.println(stackTrace(thrown));
      return CaseFacts.threw(thrown, exitCode(thrown), stackTrace(thrown), millisSince(start));
    } finally {
      // It may hold secrets.
      Files.deleteIfExists(settings);
    }
  }

  private static void add(List<String> words, String option, List<String> resources) {
    if (!resources.isEmpty()) {
      words.add(option);
      words.add(String.join(",", resources));
    }
  }

  private static void submit(String[] words) throws ReflectiveOperationException {
    Class<?> submit = Class.forName("org.apache.spark.deploy.InProcessSparkSubmit");
    Method main = submit.getMethod("main", String[].class);
    main.invoke(null, (Object) words);
  }

  private void writeSettings(Path file) throws IOException {
    Map<String, String> conf = new TreeMap<>(request.conf());
    conf.put(JobWatch.FOLDER_KEY, request.folder().toString());
    conf.merge(
        "spark.extraListeners", JobWatch.class.getName(), (users, ours) -> users + "," + ours);
    Properties properties = new Properties();
    properties.putAll(conf);
    Files.deleteIfExists(file);
    Files.createFile(file, PrivateAccess.attribute());
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
  }

  /** The exit code that spark-submit would have ended with. */
  private static int exitCode(Throwable thrown) {
    if (thrown.getClass().getName().equals("org.apache.spark.SparkUserAppException")) {
      try {
        return (int) thrown.getClass().getMethod("exitCode").invoke(thrown);
      } catch (ReflectiveOperationException e) {
        return CLASS_NOT_FOUND;
      }
    }
    return 1;
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static long millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
