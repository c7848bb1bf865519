/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.math.BigDecimal;
import java.util.Optional;

/** Parts of YARN's rules for tests. */
public final class YarnRulesExample {
  /** The only queue, with Hadoop's share for application masters. */
  public static final YarnQueue ONLY_QUEUE =
      new YarnQueue(Optional.empty(), BigDecimal.ONE, new BigDecimal("0.1"));

  private YarnRulesExample() {}
}
