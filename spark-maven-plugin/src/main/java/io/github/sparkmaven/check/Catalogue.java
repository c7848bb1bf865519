/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import io.github.sparkmaven.check.code.CodeCheck;
import io.github.sparkmaven.check.code.CodeRules;
import io.github.sparkmaven.check.packaging.PackageCheck;
import io.github.sparkmaven.check.python.PythonCheck;
import java.util.ArrayList;
import java.util.List;

/** All rules, family by family. */
public final class Catalogue {
  /** Where the pages of the rules are. */
  public static final String PAGES =
      "https://github.com/sparkmaven/spark-maven-plugin/blob/main/docs/checks/";

  private Catalogue() {}

  /** Returns the rules, in the order in which reports have them. */
  public static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    rules.addAll(PackageCheck.RULES);
    rules.addAll(CodeRules.all());
    return rules;
  }

  /** Returns what all families find; of several jobs in one jar, each fault once. */
  static List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new PackageCheck(subject).findings());
    findings.addAll(new CodeCheck(subject).findings());
    findings.addAll(new PythonCheck(subject).findings());
    return findings.stream().distinct().toList();
  }

  /** Returns the address of a rule's page. */
  public static String page(Rule rule) {
    return PAGES + rule.id() + ".md";
  }
}
