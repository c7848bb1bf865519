/* SPDX-License-Identifier: Apache-2.0 */

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** What is known of a visitor: an object as jobs with RDDs shuffle them. */
final class Visitor implements Serializable {
  private static final long serialVersionUID = 1;

  private long seconds;
  private final Map<String, Integer> visits = new HashMap<>();

  Visitor visit(String page, long spent) {
    seconds += spent;
    visits.merge(page, 1, Integer::sum);
    return this;
  }

  Visitor and(Visitor other) {
    seconds += other.seconds;
    other.visits.forEach((page, count) -> visits.merge(page, count, Integer::sum));
    return this;
  }

  long seconds() {
    return seconds;
  }

  int pages() {
    return visits.size();
  }
}
