/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers the questions that come as lines of standard input, until it ends.
 *
 * <p>A line holds a question and its words, separated by tabs; the answer is a line that begins
 * with U+0001 and holds {@code answered} and the records, or {@code failed} and why. Words, records
 * and their parts are encoded as by {@link URLEncoder}.
 */
public final class EnquiryMain {
  private static final char START = '\u0001';

  private EnquiryMain() {}

  /**
   * Answers.
   *
   * @param arguments the manager, {@code yarn} or {@code kubernetes}
   */
  public static void main(String[] arguments) throws IOException {
    TerminalSignals.ignore();
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // What a library prints must not stand in the middle of an answer.
    System.setOut(System.err);
    Answers answers = answers(arguments[0]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.write((START + answer(answers, line) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    // Threads of the client must not keep this JVM.
    System.exit(0);
  }

  private static Answers answers(String manager) {
    switch (manager) {
      case "yarn":
        return new YarnAnswers();
      case "kubernetes":
        return new KubernetesAnswers();
      default:
        throw new IllegalArgumentException("no such manager: " + manager);
    }
  }

  private static String answer(Answers answers, String line) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : line.split("\t", -1)) {
      words.add(URLDecoder.decode(word, "UTF-8"));
    }
    try {
      return "answered" + encoded(answered(answers, words));
    } catch (Exception | LinkageError e) {
      return "failed\t" + encode(said(e));
    }
  }

  private static List<Map<String, String>> answered(Answers answers, List<String> words)
      throws Exception {
    List<String> rest = words.subList(1, words.size());
    if (!words.get(0).equals("open")) {
      return answers.answer(words.get(0), rest);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i + 1 < rest.size(); i += 2) {
      settings.put(rest.get(i), rest.get(i + 1));
    }
    answers.open(settings);
    return Collections.emptyList();
  }

  private static String encoded(List<Map<String, String>> records)
      throws UnsupportedEncodingException {
    StringBuilder text = new StringBuilder();
    for (Map<String, String> record : records) {
      StringBuilder pairs = new StringBuilder();
      for (Map.Entry<String, String> pair : record.entrySet()) {
        pairs
            .append(pairs.length() == 0 ? "" : "&")
            .append(encode(pair.getKey()))
            .append('=')
            .append(encode(pair.getValue()));
      }
      text.append('\t').append(encode(pairs.toString()));
    }
    return text.toString();
  }

  private static String encode(String text) throws UnsupportedEncodingException {
    return URLEncoder.encode(text, "UTF-8");
  }

  /** The innermost cause is what a reader can act upon; a remote trace in it is not. */
  static String said(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost instanceof NoAnswer
        ? String.valueOf(innermost.getMessage())
        : innermost.toString().split("\n", 2)[0];
  }
}
