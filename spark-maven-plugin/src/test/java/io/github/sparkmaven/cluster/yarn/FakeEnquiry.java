/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import io.github.sparkmaven.cluster.enquiry.Enquiry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An enquiry whose answers are written by hand; what was asked is kept. */
final class FakeEnquiry implements Enquiry {
  private final List<Map<String, String>> records = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<String> failure = Optional.empty();
  private boolean closed;

  /** Adds a record to the answer. */
  FakeEnquiry answer(String... pairs) {
    Map<String, String> record = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      record.put(pairs[i], pairs[i + 1]);
    }
    records.add(record);
    return this;
  }

  FakeEnquiry fail(String message) {
    failure = Optional.of(message);
    return this;
  }

  List<String> asked() {
    return asked;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public List<Map<String, String>> ask(String... question) throws IOException {
    asked.add(String.join(" ", question));
    if (failure.isPresent()) {
      throw new IOException(failure.get());
    }
    return records;
  }

  @Override
  public void close() {
    closed = true;
  }
}
