/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.program.ProgramSetting.Moment;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.MethodId;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.program.code.Reachability;
import io.github.sparkmaven.program.code.Texts;
import io.github.sparkmaven.program.code.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the settings that a program for the JVM makes itself, in the code that its main class can
 * reach.
 *
 * <p>{@code setIfMissing} is none of them: it gives way to every other layer.
 */
public final class JvmSettings {
  private static final String CONF = "org/apache/spark/SparkConf";
  private static final String SESSION = "org/apache/spark/sql/";
  // Methods of one argument that stand for a key; of both SparkConf and the session's builder.
  private static final Map<String, String> KEYS =
      Map.of(
          "setMaster", "spark.master",
          "master", "spark.master",
          "setAppName", "spark.app.name",
          "appName", "spark.app.name",
          "setSparkHome", "spark.home",
          "remote", "spark.remote");
  private static final Pattern SQL_SET =
      Pattern.compile("(?is)\\s*SET\\s+(spark\\.[\\w.]+)\\s*=\\s*(.+?)\\s*;?\\s*");

  private final Reachability reached;
  private final Texts texts;

  private JvmSettings(ProgramCode program, String mainClass) {
    this.reached = Reachability.from(program, mainClass);
    this.texts = new Texts(program);
  }

  /**
   * Reads a program.
   *
   * @param mainClass the class that is started, with dots
   * @return the settings in the order of class and line
   */
  public static List<ProgramSetting> of(ProgramCode program, String mainClass) {
    JvmSettings reader = new JvmSettings(program, mainClass);
    List<ProgramSetting> found =
        reader.reached.calls().flatMap(reader::settings).distinct().toList();
    return found.stream()
        // Compilers copy the code of a finally; only one of the copies runs always.
        .filter(setting -> setting.always() || !found.contains(setting.inEveryRun()))
        .sorted(
            Comparator.comparing(ProgramSetting::where)
                .thenComparing(setting -> setting.line().orElse(0))
                .thenComparing(setting -> setting.key().orElse(""))
                .thenComparing(setting -> setting.value().orElse("")))
        .toList();
  }

  private Stream<ProgramSetting> settings(Call call) {
    String owner = call.method().owner();
    String name = call.method().name();
    if (owner.equals(CONF)) {
      return ofConf(call);
    } else if (owner.startsWith(SESSION)
        && owner.contains("Session")
        && owner.endsWith("Builder")) {
      return ofBuilder(call);
    } else if (owner.startsWith(SESSION) && owner.endsWith("RuntimeConfig") && name.equals("set")) {
      return pair(call, "spark.conf.set", Moment.RUNNING);
    } else if (owner.equals(SESSION + "SQLContext") && name.equals("setConf")) {
      return pair(call, "SQLContext.setConf", Moment.RUNNING);
    } else if (owner.startsWith(SESSION) && name.equals("sql")) {
      return ofSql(call);
    } else if (call.isOf("java/lang/System", "setProperty")) {
      return pair(call, "System.setProperty", Moment.START)
          .filter(setting -> setting.key().filter(key -> key.startsWith("spark.")).isPresent());
    }
    return call.method().isConstructor() ? ofContext(call) : Stream.empty();
  }

  private Stream<ProgramSetting> ofConf(Call call) {
    String name = call.method().name();
    String descriptor = call.method().descriptor();
    if (KEYS.containsKey(name)) {
      return single(call, KEYS.get(name), "SparkConf." + name);
    }
    return switch (name) {
      case "set" ->
          descriptor.startsWith("(Ljava/lang/String;Ljava/lang/String;")
              ? pair(call, "SparkConf.set", Moment.START)
              : Stream.empty();
      case "setExecutorEnv" -> executorEnvironment(call);
      case "setAll" -> Stream.of(unknown(call, "SparkConf.setAll"));
      case "setJars" ->
          Stream.of(
              made(
                  call,
                  Optional.of("spark.jars"),
                  Optional.empty(),
                  Moment.START,
                  "SparkConf.setJars"));
      case "<init>" -> withoutDefaults(call);
      default -> Stream.empty();
    };
  }

  // new SparkConf(false) reads nothing of what the program is submitted with.
  private Stream<ProgramSetting> withoutDefaults(Call call) {
    return call.method().descriptor().equals("(Z)V")
            && texts.only(call.arguments().get(0), call.within()).filter("0"::equals).isPresent()
        ? Stream.of(unknown(call, "new SparkConf(false)"))
        : Stream.empty();
  }

  private Stream<ProgramSetting> executorEnvironment(Call call) {
    return call.arguments().size() == 2
        ? pair(call, "SparkConf.setExecutorEnv", Moment.START)
            .map(setting -> setting.withKeyPrefix("spark.executorEnv."))
        : Stream.of(unknown(call, "SparkConf.setExecutorEnv"));
  }

  private Stream<ProgramSetting> ofBuilder(Call call) {
    String name = call.method().name();
    if (KEYS.containsKey(name)) {
      return single(call, KEYS.get(name), "builder()." + name);
    } else if (name.equals("enableHiveSupport")) {
      return Stream.of(
          made(
              call,
              Optional.of("spark.sql.catalogImplementation"),
              Optional.of("hive"),
              Moment.START,
              "builder().enableHiveSupport"));
    } else if (!name.equals("config")) {
      return Stream.empty();
    }
    if (call.arguments().size() == 2) {
      return pair(call, "builder().config", Moment.START);
    }
    // A SparkConf says its settings where it is made; a map's cannot be followed.
    return call.method().descriptor().startsWith("(L" + CONF + ";")
        ? Stream.empty()
        : Stream.of(unknown(call, "builder().config"));
  }

  private Stream<ProgramSetting> ofContext(Call call) {
    MethodId method = call.method();
    boolean isContext =
        Set.of(
                "org/apache/spark/SparkContext",
                "org/apache/spark/api/java/JavaSparkContext",
                "org/apache/spark/streaming/StreamingContext",
                "org/apache/spark/streaming/api/java/JavaStreamingContext")
            .contains(method.owner());
    if (!isContext || !method.descriptor().startsWith("(Ljava/lang/String;Ljava/lang/String;")) {
      return Stream.empty();
    }
    String made = "new " + method.owner().substring(method.owner().lastIndexOf('/') + 1);
    return Stream.concat(
        values(call, Optional.of("spark.master"), call.arguments().get(0), made, Moment.START),
        values(call, Optional.of("spark.app.name"), call.arguments().get(1), made, Moment.START));
  }

  private Stream<ProgramSetting> ofSql(Call call) {
    return call.arguments().stream()
        .limit(1)
        .flatMap(text -> texts.of(text, call.within()).stream())
        .map(SQL_SET::matcher)
        .filter(Matcher::matches)
        .map(
            set ->
                made(
                    call,
                    Optional.of(set.group(1)),
                    Optional.of(set.group(2)),
                    Moment.RUNNING,
                    "sql(\"SET …\")"));
  }

  private Stream<ProgramSetting> single(Call call, String key, String name) {
    return values(call, Optional.of(key), call.arguments().get(0), name, Moment.START);
  }

  private Stream<ProgramSetting> pair(Call call, String name, Moment moment) {
    return texts.pairs(call.arguments().get(0), call.arguments().get(1), call.within()).stream()
        .flatMap(
            pair -> {
              boolean isOnly =
                  pair.first().size() < 2 && pair.caller().stream().allMatch(reached::isAlways);
              return orUnknown(pair.first())
                  .flatMap(key -> values(call, key, pair.second(), name, moment))
                  .map(setting -> isOnly ? setting : setting.inSomeRuns());
            });
  }

  private Stream<ProgramSetting> values(
      Call call, Optional<String> key, Value value, String name, Moment moment) {
    return values(call, key, texts.of(value, call.within()), name, moment);
  }

  private Stream<ProgramSetting> values(
      Call call, Optional<String> key, Set<String> found, String name, Moment moment) {
    boolean isFlag = call.method().descriptor().startsWith("(Ljava/lang/String;Z)");
    return orUnknown(found)
        .map(text -> made(call, key, isFlag ? text.map(JvmSettings::flag) : text, moment, name))
        .map(setting -> found.size() < 2 ? setting : setting.inSomeRuns());
  }

  private static Stream<Optional<String>> orUnknown(Set<String> texts) {
    return texts.isEmpty() ? Stream.of(Optional.empty()) : texts.stream().map(Optional::of);
  }

  private static String flag(String number) {
    return String.valueOf(!number.equals("0")).toLowerCase(Locale.ROOT);
  }

  private ProgramSetting unknown(Call call, String name) {
    return made(call, Optional.empty(), Optional.empty(), Moment.START, name);
  }

  private ProgramSetting made(
      Call call, Optional<String> key, Optional<String> value, Moment moment, String name) {
    return new ProgramSetting(
        key, value, moment, reached.isAlways(call), call.within().className(), call.line(), name);
  }
}
