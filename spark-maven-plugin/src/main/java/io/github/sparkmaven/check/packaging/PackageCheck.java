/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Subject;
import java.util.List;

/** The rules on what is packaged. */
public final class PackageCheck {
  /** The rules, in the order in which reports have them. */
  public static final List<Rule> RULES = List.of();

  private final Subject subject;

  /** Takes what is judged. */
  public PackageCheck(Subject subject) {
    this.subject = subject;
  }

  /** Returns what the rules find. */
  public List<Finding> findings() {
    return subject.jobs().isEmpty() ? List.of() : List.of();
  }
}
