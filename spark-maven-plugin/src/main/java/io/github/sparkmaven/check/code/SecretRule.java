/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A password or key that stands as a text in the code. No finding shows it. */
final class SecretRule implements MethodRule {
  private static final Set<String> SETS = Set.of("config", "option", "set", "setConf");
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(.*[._-])?(pass|password|passwd|passphrase|secret|secret[._-]?key|secretKey|token|"
              + "api[._-]?key|account[._-]?key|private[._-]?key|client[._-]?secret|\\w+password|"
              + "\\w+token|\\w+secret)|(spark\\.hadoop\\.)?fs\\.azure\\.account\\.key\\..*");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)|true|false|null|none|\\W*|.*[$<{%]\\W*\\w.*|.*(example|placeholder|redacted).*|"
              + "(your|my|some|the)?[ _.-]*(user|pass|passwd|password|passphrase|secret|token|key|"
              + "secret[ _-]?key|access[ _-]?key|user[ _-]?name)|(x+|\\*+|\\.+)|change[ _-]?(me|it)|"
              + "your.*|dummy|test|todo");
  private static final Pattern IN_URL =
      Pattern.compile("(?i)jdbc:\\S*[?;&:](?:password|pwd)=([^&;]*).*");
  private static final Pattern USER_IN_URL =
      Pattern.compile("(?i)[a-z0-9+.:-]+://[^/@:\\s]+:([^/@\\s]+)@.*");
  private static final Pattern ACCESS_KEY = Pattern.compile(".*\\bAKIA[0-9A-Z]{16}\\b.*");

  private final CodeFacts facts;

  SecretRule(CodeFacts facts) {
    this.facts = facts;
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .flatMap(call -> secret(call, method).map(what -> finding(call, what)).stream());
  }

  private Optional<String> secret(Call call, CodeMethod method) {
    boolean isSetting =
        isSet(call) || (isPropertyOf(call, "java/util/Properties") && reachesJdbc(call, method));
    if (isSetting && call.arguments().size() == 2) {
      Optional<String> key = facts.text(call, 0);
      Optional<String> value = facts.text(call, 1);
      if (key.filter(KEY.asMatchPredicate()).isPresent()
          && value.filter(this::isReal).isPresent()) {
        return Optional.of("a text is given for " + key.orElseThrow());
      }
    }
    return SparkApi.isSpark(call) ? inText(call) : Optional.empty();
  }

  private static boolean isSet(Call call) {
    return (SparkApi.isSpark(call) || isPropertyOf(call, "org/apache/hadoop/conf/Configuration"))
        && SparkApi.isNamed(call, SETS);
  }

  private static boolean isPropertyOf(Call call, String owner) {
    return call.method().owner().equals(owner)
        && SparkApi.isNamed(call, Set.of("put", "set", "setProperty"));
  }

  private static boolean reachesJdbc(Call put, CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isOfReader(call) || SparkApi.isOfWriter(call))
        .filter(call -> call.method().name().equals("jdbc"))
        .anyMatch(call -> put.receiver().filter(call.arguments()::contains).isPresent());
  }

  private Optional<String> inText(Call call) {
    return call.arguments().stream()
        .filter(value -> !(value instanceof Value.Lambda))
        .flatMap(value -> facts.texts().of(value, call.within()).stream())
        .flatMap(text -> inText(text).stream())
        .findFirst();
  }

  private Optional<String> inText(String text) {
    if (isRealIn(IN_URL.matcher(text)) || isRealIn(USER_IN_URL.matcher(text))) {
      return Optional.of("a URL holds a password");
    }
    return ACCESS_KEY.matcher(text).matches() && isReal(text)
        ? Optional.of("a text holds an access key of AWS")
        : Optional.empty();
  }

  private boolean isRealIn(Matcher found) {
    return found.matches() && isReal(found.group(1));
  }

  private boolean isReal(String value) {
    return !PLACEHOLDER.matcher(value).matches();
  }

  private Finding finding(Call call, String what) {
    return facts.finding(
        CodeRules.HARD_CODED_SECRET,
        call,
        what + ", which everybody can read who has the jar",
        "Take it from where the job runs: an environment variable, a file that only the job may read,"
            + " or Hadoop's credential provider; and replace the one that was published");
  }
}
