/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.enquiry;

import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.process.Dialogue;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks through a JVM of the Spark home, which is started with the first question and stays for the
 * next ones.
 *
 * <p>A question is a line of words, an answer a line of records, each word and record encoded as by
 * {@link URLEncoder}; the other end is the runner's {@code enquiry.EnquiryMain}. Settings, which
 * may hold credentials, travel by the same pipe and so are on no command line.
 */
public final class EnquiryProcess implements Enquiry {
  private static final String MAIN = "io.github.sparkmaven.runner.enquiry.EnquiryMain";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HomeJvm jvm;
  private final String manager;
  private final Map<String, String> settings;
  private Optional<Dialogue> dialogue = Optional.empty();

  /**
   * Asks a manager.
   *
   * @param manager {@code yarn} or {@code kubernetes}
   * @param settings what the client is set up with
   */
  public EnquiryProcess(HomeJvm jvm, String manager, Map<String, String> settings) {
    this.jvm = jvm;
    this.manager = manager;
    this.settings = Map.copyOf(settings);
  }

  @Override
  public synchronized List<Map<String, String>> ask(String... question) throws IOException {
    return exchange(opened(), question);
  }

  private Dialogue opened() throws IOException {
    if (dialogue.filter(Dialogue::alive).isEmpty()) {
      Dialogue started = Dialogue.start(jvm.command(MAIN, List.of(manager)), jvm.environment());
      dialogue = Optional.of(started);
      List<String> words = new ArrayList<>(List.of("open"));
      settings.forEach(
          (key, value) -> {
            words.add(key);
            words.add(value);
          });
      exchange(started, words.toArray(String[]::new));
    }
    return dialogue.orElseThrow();
  }

  private static List<Map<String, String>> exchange(Dialogue dialogue, String... words)
      throws IOException {
    String line =
        Arrays.stream(words).map(EnquiryProcess::encode).collect(Collectors.joining("\t"));
    String[] fields = dialogue.exchange(line, PATIENCE).split("\t", -1);
    if (fields[0].equals("failed")) {
      throw new IOException(decode(fields[1]));
    }
    return Arrays.stream(fields).skip(1).map(EnquiryProcess::answer).toList();
  }

  private static Map<String, String> answer(String field) {
    Map<String, String> answer = new LinkedHashMap<>();
    for (String pair : decode(field).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        answer.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return answer;
  }

  private static String encode(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  private static String decode(String word) {
    return URLDecoder.decode(word, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() {
    dialogue.ifPresent(Dialogue::close);
    dialogue = Optional.empty();
  }
}
