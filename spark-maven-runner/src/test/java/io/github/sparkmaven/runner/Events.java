/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a channel as the plugin does, into lines that a test can compare. */
final class Events {
  private static final String FIXTURES = Fixtures.class.getName() + "$";

  private Events() {}

  /** Returns the events, without the times and the fixtures' common prefix. */
  static List<String> in(byte[] channel) throws UnsupportedEncodingException {
    List<String> events = new ArrayList<>();
    for (String line : new String(channel, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        events.add(event(line));
      }
    }
    return events;
  }

  private static String event(String line) throws UnsupportedEncodingException {
    if (line.charAt(0) != '\u0001') {
      return "NO EVENT: " + line;
    }
    List<String> fields = new ArrayList<>(Arrays.asList(line.substring(1).split("\t", -1)));
    for (int i = 0; i < fields.size(); i++) {
      fields.set(i, URLDecoder.decode(fields.get(i), "UTF-8").replace(FIXTURES, ""));
    }
    if (fields.get(0).equals("test-failed")) {
      Long.parseLong(fields.remove(4));
      // The rest of the message; see ThrownTest.
      fields.remove(5);
    } else if (fields.get(0).equals("class-finished")) {
      Long.parseLong(fields.remove(6));
    }
    return String.join(" ", fields);
  }
}
