/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.enquiry;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Asks a manager through the client classes of a Spark home. */
public interface Enquiry extends AutoCloseable {

  /**
   * Asks one question and waits for its answer.
   *
   * @param question the question's name, and its words
   * @return the records of the answer
   * @throws IOException if there is no answer; the message says why
   */
  List<Map<String, String>> ask(String... question) throws IOException;

  @Override
  void close();
}
