/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a small JVM is run from a Spark home's jars, to ask a cluster with the clients that the home
 * has.
 *
 * @param home the home; made when it is first needed
 * @param runner our own jar for the JVMs of Spark
 * @param confFolder the site's Spark configuration folder, where one is given
 * @param environment what the environment variables of this JVM are overridden with; {@code
 *     HADOOP_CONF_DIR} and {@code YARN_CONF_DIR} go on the class path
 */
public record HomeJvm(
    Supplier<SparkHome> home,
    JavaHome java,
    Path runner,
    Optional<Path> confFolder,
    Map<String, String> environment) {
  // Hadoop reads Kerberos' realm by reflection.
  private static final List<String> OPENED =
      List.of("java.security.jgss/sun.security.krb5=ALL-UNNAMED");

  /** Copies the environment. */
  public HomeJvm {
    environment = Map.copyOf(environment);
  }

  /** Returns the words of a command. */
  public List<String> command(String mainClass, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(java.executable().toString(), "-Xmx256m"));
    if (java.feature() >= 9) {
      OPENED.forEach(opened -> words.add("--add-opens=" + opened));
    }
    words.add("-cp");
    words.add(classPath());
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }

  private String classPath() {
    Stream<String> sites =
        Stream.of("HADOOP_CONF_DIR", "YARN_CONF_DIR")
            .flatMap(name -> variable(name).stream())
            .distinct();
    Stream<String> site = confFolder.map(Path::toString).stream();
    return Stream.of(
            Stream.of(runner.toString()),
            sites,
            site,
            Stream.of(home.get().path().resolve("jars") + File.separator + "*"),
            // Where a vendor's Spark is built without Hadoop, its classes are named here.
            variable("SPARK_DIST_CLASSPATH").stream())
        .flatMap(part -> part)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns this with another environment variable. */
  public HomeJvm withVariable(String name, String value) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(name, value);
    return new HomeJvm(home, java, runner, confFolder, variables);
  }

  /** Returns an environment variable as such a JVM sees it, unless it is blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.getOrDefault(name, System.getenv(name)))
        .filter(value -> !value.isBlank());
  }
}
