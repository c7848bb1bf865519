/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a master URL says. */
public final class MasterUrl {
  /** The forms that are known, for messages. */
  static final String FORMS =
      "local, local[N], local[*], spark://host:port, yarn or k8s://host:port";

  // As SparkMasterRegex in spark-core has it.
  private static final Pattern LOCAL =
      Pattern.compile("local(?:\\[\\s*([1-9][0-9]{0,3}|\\*)\\s*(?:,\\s*[0-9]+\\s*)?])?");
  private static final Pattern STANDALONE = Pattern.compile("spark://[^\\s/]+");
  private static final Pattern KUBERNETES = Pattern.compile("k8s://(https?://)?[^\\s/]\\S*");

  private MasterUrl() {}

  /** Returns the manager that a master URL belongs to, if it is one that we know. */
  public static Optional<Manager> managerOf(String master) {
    if (master.equals("yarn")) {
      return Optional.of(Manager.YARN);
    }
    if (STANDALONE.matcher(master).matches()) {
      return Optional.of(Manager.STANDALONE);
    }
    if (KUBERNETES.matcher(master).matches()) {
      return Optional.of(Manager.KUBERNETES);
    }
    return LOCAL.matcher(master).matches() ? Optional.of(Manager.LOCAL) : Optional.empty();
  }

  /** Returns the threads that a local master names: {@code local} 1, {@code local[4]} 4. */
  static OptionalInt coresOf(String master) {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches() || "*".equals(local.group(1))) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(local.group(1) == null ? 1 : Integer.parseInt(local.group(1)));
  }
}
