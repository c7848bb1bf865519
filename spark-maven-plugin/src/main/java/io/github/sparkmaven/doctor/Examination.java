/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing, by itself: what goes wrong in it keeps no other one from being looked at. */
interface Examination {

  /** Returns what is looked at, for what goes wrong in between. */
  String id();

  /**
   * Looks, and changes nothing.
   *
   * @throws IOException if what is looked at cannot be read
   */
  List<Finding> findings() throws IOException;
}
