/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What kubelet and system keep of a node, by GKE's published rule. */
final class ReserveLaw {
  private static final long GIB = 1024;

  private ReserveLaw() {}

  /** 6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % of the others. */
  static BigDecimal cores(int cores) {
    BigDecimal reserved = BigDecimal.ZERO;
    for (int core = 1; core <= cores; core++) {
      String part = core == 1 ? "0.06" : core == 2 ? "0.01" : core <= 4 ? "0.005" : "0.0025";
      reserved = reserved.add(new BigDecimal(part));
    }
    // Kubernetes counts thousandths.
    return reserved.setScale(3, RoundingMode.CEILING);
  }

  /** 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % to 128, 2 % above. */
  static BigDecimal memory(long mib) {
    BigDecimal reserved =
        band(mib, 0, 4, "0.25")
            .add(band(mib, 4, 8, "0.20"))
            .add(band(mib, 8, 16, "0.10"))
            .add(band(mib, 16, 128, "0.06"))
            .add(band(mib, 128, Long.MAX_VALUE / GIB, "0.02"));
    return reserved.setScale(0, RoundingMode.CEILING);
  }

  private static BigDecimal band(long mib, long from, long to, String part) {
    long within = Math.max(0, Math.min(mib, to * GIB) - from * GIB);
    return BigDecimal.valueOf(within).multiply(new BigDecimal(part));
  }
}
