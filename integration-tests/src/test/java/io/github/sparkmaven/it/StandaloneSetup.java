/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a standalone cluster is to be like.
 *
 * @param jars a Spark of any version; a folder's worth of jars
 * @param folder where logs and work go
 * @param workers how many
 * @param cores what each worker offers
 * @param memory what each worker offers, as Spark writes it
 * @param rest whether the master takes submissions over REST
 */
public record StandaloneSetup(
    List<Path> jars, Path folder, int workers, int cores, String memory, boolean rest) {
  private static final Pattern SCALA = Pattern.compile("scala-library-(\\d+\\.\\d+)\\..*\\.jar");
  private static final Pattern LAUNCHER = Pattern.compile("spark-launcher_.*\\.jar");

  /** Copies the list. */
  public StandaloneSetup {
    jars = List.copyOf(jars);
  }

  /** Returns a cluster of one worker, which takes no submissions over REST. */
  public static StandaloneSetup ofClassPath(String classPath, Path folder) {
    List<Path> jars =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();
    return new StandaloneSetup(jars, folder, 1, 2, "3g", false);
  }

  /** Returns such a cluster from a Spark home. */
  public static StandaloneSetup ofHome(Path home, Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("jars"))) {
      return new StandaloneSetup(jars.toList(), folder, 1, 2, "3g", false);
    }
  }

  /** Returns the cluster with so many workers. */
  public StandaloneSetup withWorkers(int workers, int cores, String memory) {
    return new StandaloneSetup(jars, folder, workers, cores, memory, rest);
  }

  /** Returns the cluster with submissions over REST. */
  public StandaloneSetup withRest() {
    return new StandaloneSetup(jars, folder, workers, cores, memory, true);
  }

  /** Returns Scala's binary version, which Spark's own start asks for. */
  String scala() {
    return find(SCALA).group(1);
  }

  /** Returns the JVM options that this Spark needs on Java 17, as its launcher states them. */
  public String moduleOptions() throws IOException {
    URL launcher = jar(find(LAUNCHER).group()).toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {launcher}, ClassLoader.getPlatformClassLoader())) {
      Object options =
          loader
              .loadClass("org.apache.spark.launcher.JavaModuleOptions")
              .getMethod("defaultModuleOptions")
              .invoke(null);
      return Objects.requireNonNull(options).toString().trim();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A worker starts executors from the jars of its own home. */
  Path home() throws IOException {
    Path linked = Files.createDirectories(folder.resolve("home/jars"));
    for (Path jar : jars) {
      Files.createSymbolicLink(linked.resolve(name(jar)), jar.toRealPath());
    }
    return folder.resolve("home");
  }

  private Path jar(String name) {
    return jars.stream().filter(jar -> name(jar).equals(name)).findFirst().orElseThrow();
  }

  private Matcher find(Pattern name) {
    return jars.stream()
        .map(jar -> name.matcher(name(jar)))
        .filter(Matcher::matches)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + jars));
  }

  private static String name(Path jar) {
    return Objects.requireNonNull(jar.getFileName()).toString();
  }
}
