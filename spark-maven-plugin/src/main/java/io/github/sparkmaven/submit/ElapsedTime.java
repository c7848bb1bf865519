/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.time.Duration;

/** How long something takes so far, in words. */
final class ElapsedTime {
  private ElapsedTime() {}

  /** Returns the two largest units, as in {@code 40 s}, {@code 5 m} or {@code 2 h 5 m}. */
  static String of(Duration time) {
    if (time.toMinutes() == 0) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() == 0) {
      return time.toMinutes() + " m";
    }
    return time.toHours()
        + " h"
        + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " m");
  }
}
