/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for the variables from which each JVM of this machine takes options, Spark's driver
 * included.
 *
 * <p>The JVM reads {@code JAVA_TOOL_OPTIONS} before the command line and {@code _JAVA_OPTIONS}
 * after it; the {@code java} command of JDK 9 and later puts {@code JDK_JAVA_OPTIONS} before its
 * arguments (the JDK's documentation of the java command, and of JVM TI).
 */
record JvmOptionsExamination(Surroundings surroundings) implements Examination {
  private static final String ID = "jvm-options";
  private static final Pattern HEAP = Pattern.compile("(^|\\s)-X(mx|ms)|MaxRAM|InitialRAM");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    surroundings
        .variable("_JAVA_OPTIONS")
        .ifPresent(
            value ->
                findings.add(
                    Finding.warning(
                        ID,
                        set("_JAVA_OPTIONS", value),
                        HEAP.matcher(value).find()
                            ? "It overrides the command line of every JVM: driver and executors of"
                                + " this machine have its heap and not the plan's."
                            : "It overrides the command line of every JVM, Spark's included.",
                        "unset _JAVA_OPTIONS")));
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      surroundings
          .variable(name)
          .ifPresent(
              value ->
                  findings.add(
                      Finding.note(
                          ID,
                          set(name, value),
                          "Every JVM takes it, Spark's included; what the command line says, as the"
                              + " driver's heap, wins over it.")));
    }
    return findings;
  }

  private static String set(String name, String value) {
    return Redaction.of(LayeredConf.empty()).hides(name, value)
        ? name + " is set (" + Redaction.REPLACEMENT + ")"
        : name + " is '" + value + "'";
  }
}
