/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.conf.Redaction;
import java.util.List;
import java.util.TreeMap;

/** Looks for environment variables that would change what runs. */
record EnvironmentExamination(DoctorRequest request, Surroundings surroundings)
    implements Examination {
  private static final String ID = "environment";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    Redaction redaction = Redaction.of(request.project().conf());
    List<Finding> findings =
        new TreeMap<>(surroundings.environment())
            .entrySet().stream()
                .filter(variable -> !variable.getValue().isBlank())
                .flatMap(
                    variable ->
                        StrayVariable.ALL.stream()
                            .filter(stray -> matters(stray, variable.getKey()))
                            .limit(1)
                            .map(
                                stray ->
                                    finding(
                                        stray,
                                        variable.getKey(),
                                        redaction.hides(variable.getKey(), variable.getValue())
                                            ? Redaction.REPLACEMENT
                                            : variable.getValue())))
                .toList();
    return findings.isEmpty()
        ? List.of(Finding.ok(ID, "no variable is set that would change what runs"))
        : findings;
  }

  private boolean matters(StrayVariable stray, String name) {
    return stray.matters(name, request.project().manager(), request.python().isPresent());
  }

  private static Finding finding(StrayVariable stray, String name, String value) {
    return new Finding(
        ID,
        stray.severity(),
        name + "=" + value + " is set",
        stray.effect(),
        stray.severity() == Severity.NOTE ? "" : "unset " + name);
  }
}
