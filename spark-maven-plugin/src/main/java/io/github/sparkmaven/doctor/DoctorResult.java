/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.util.List;

/**
 * What was found.
 *
 * @param findings in the order in which they are told
 */
public record DoctorResult(List<Finding> findings) {

  /** Copies the findings. */
  public DoctorResult {
    findings = List.copyOf(findings);
  }

  /** Returns how many findings are of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Returns the findings that are at least as grave. */
  public List<Finding> atLeast(Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity().compareTo(severity) <= 0)
        .toList();
  }
}
