/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.util.List;
import java.util.Map;

/** Answers questions about one manager. */
interface Answers {

  /** Sets the client up; called once, first. */
  void open(Map<String, String> settings) throws Exception;

  /**
   * Answers a question.
   *
   * @param question its name
   * @param words what it is about
   * @return the records of the answer
   * @throws Exception if there is no answer; the message is passed on
   */
  List<Map<String, String>> answer(String question, List<String> words) throws Exception;
}
