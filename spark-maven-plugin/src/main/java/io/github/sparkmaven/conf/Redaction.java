/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import io.github.sparkmaven.problem.InputException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Knows which settings hold secrets, so that no log, plan or process list shows them. */
public final class Redaction {
  /** What is shown in place of a secret; the same text as Spark's own. */
  public static final String REPLACEMENT = "*********(redacted)";

  private static final String KEY = "spark.redaction.regex";
  // Spark's own default of spark.redaction.regex
  // (core/src/main/scala/org/apache/spark/internal/config/package.scala), and other common names.
  private static final Pattern COMMON =
      Pattern.compile(
          "(?i)secret|password|passwd|passphrase|token|access[.]?key|account[.]?key|api[._-]?key"
              + "|private[._-]?key|credential");
  private static final Pattern IN_URL = Pattern.compile("://[^/@\\s:]+:[^/@\\s]+@");

  private final Optional<Pattern> ofUser;

  private Redaction(Optional<Pattern> ofUser) {
    this.ofUser = ofUser;
  }

  /**
   * Returns the rules of a configuration: its {@code spark.redaction.regex}, and the common names.
   *
   * @throws InputException if that is no regular expression
   */
  public static Redaction of(LayeredConf conf) {
    return new Redaction(conf.find(KEY).map(setting -> compile(setting.value())));
  }

  /** Says whether a setting must not be shown; key and value are looked at, as Spark does. */
  public boolean hides(Setting setting) {
    if (setting.key().equals(KEY)) {
      return false;
    }
    return COMMON.matcher(setting.key()).find()
        || COMMON.matcher(setting.value()).find()
        || IN_URL.matcher(setting.value()).find()
        || ofUser
            .filter(
                pattern ->
                    pattern.matcher(setting.key()).find()
                        || pattern.matcher(setting.value()).find())
            .isPresent();
  }

  /**
   * Says whether a program's argument must not be shown. An option's name alone, as in {@code
   * --password}, is no secret; what follows it is.
   *
   * @param before the argument before it, or empty
   */
  public boolean hidesArgument(String before, String argument) {
    if (argument.isEmpty() || (argument.startsWith("-") && !argument.contains("="))) {
      return false;
    }
    return hides(before.startsWith("-") ? before : "", argument);
  }

  /** Says whether a value must not be shown under a name, as that of an environment variable. */
  public boolean hides(String name, String value) {
    return hides(new Setting(name, value, Layer.COMMAND_LINE, "", ""));
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          KEY,
          "'" + regex + "' is no regular expression: " + e.getDescription(),
          "Mend it, or leave it out");
    }
  }
}
