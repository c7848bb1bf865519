/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.util.List;

/** Local mode needs no cluster. */
final class LocalPlace implements Places {

  @Override
  public Place of(Fault fault, FaultJob job) {
    return new Place(List.of(), LOOPBACK, List::of, () -> {});
  }

  @Override
  public void close() {}
}
