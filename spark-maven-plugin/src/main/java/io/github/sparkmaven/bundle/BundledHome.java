/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.HomeAssembler;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.home.SparkHomeFinder;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.python.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Spark home of a bundle's job: {@code SPARK_HOME}, else one out of home.list. */
final class BundledHome {
  private static final int NAMED = 3;

  private final Site site;
  private final BundleFile bundle;
  private final SparkVersion spark;
  private final Console console;

  BundledHome(Site site, BundleFile bundle, SparkVersion spark, Console console) {
    this.site = site;
    this.bundle = bundle;
    this.spark = spark;
    this.console = console;
  }

  /**
   * Returns the home.
   *
   * @param repository the folder or URL of a Maven repository, where one is given
   * @throws InputException if there is no Spark home, and its jars are not to be had
   */
  SparkHome find(Optional<String> repository) {
    Optional<SparkHome> found =
        new SparkHomeFinder(spark, site.environment()).find(Optional.empty());
    if (found.isPresent()) {
      return found.get();
    }
    site.variable("SPARK_HOME")
        .ifPresent(
            home ->
                console.noted("SPARK_HOME (" + home + ") is passed over: it is not " + wanted()));
    if (!Files.isRegularFile(bundle.homeList())) {
      throw new InputException(
          "SPARK_HOME",
          "names no " + wanted() + ", and this bundle describes no Spark",
          "Set it to the folder of a Spark distribution of that version");
    }
    List<HomeEntry> entries = HomeEntry.read(bundle.homeList());
    List<Path> jars =
        repository.filter(where -> where.matches("https?://.*")).isPresent()
            ? new RemoteRepository(repository.get(), site.cacheFolder(), console).jars(entries)
            : ofFolder(entries, folder(repository));
    return new HomeAssembler(site.cacheFolder()).assemble(spark, jars);
  }

  /**
   * Returns the home of a Python job: {@code SPARK_HOME} where it has Spark's Python side, else the
   * one that the interpreter's pyspark carries.
   *
   * @throws InputException if there is none
   */
  SparkHome ofPython(PythonEnvironment python) {
    return new SparkHomeFinder(spark, site.environment())
        .find(Optional.empty())
        .filter(home -> Files.isDirectory(home.path().resolve("python")))
        .or(python::home)
        .orElseThrow(
            () ->
                new InputException(
                    "PYSPARK_PYTHON",
                    python.executable()
                        + " has no pyspark, and SPARK_HOME names no "
                        + wanted()
                        + " with a python folder",
                    "Install what the bundle's requirements.txt names, as with "
                        + python.executable()
                        + " -m pip install -r "
                        + bundle.folder().resolve("requirements.txt")));
  }

  private Path folder(Optional<String> repository) {
    return repository
        .map(site.workingFolder()::resolve)
        .orElseGet(() -> site.userHome().resolve(".m2/repository"));
  }

  private List<Path> ofFolder(List<HomeEntry> entries, Path folder) {
    List<Path> jars = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (HomeEntry entry : entries) {
      Path jar = folder.resolve(entry.path());
      if (entry.is(jar)) {
        jars.add(jar);
      } else {
        missing.add(entry.coordinates() + (Files.exists(jar) ? " (other bytes)" : ""));
      }
    }
    if (!missing.isEmpty()) {
      throw missing(missing, entries.size(), folder);
    }
    return jars;
  }

  private InputException missing(List<String> missing, int all, Path folder) {
    String some = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
    return new InputException(
        "SPARK_HOME",
        "names no "
            + wanted()
            + ", and of the "
            + all
            + " jars in home.list "
            + folder
            + " lacks "
            + missing.size()
            + ": "
            + some
            + (missing.size() > NAMED ? ", …" : ""),
        "Set SPARK_HOME to such a distribution, or give --repository with the folder or URL of a"
            + " Maven repository that has them");
  }

  private String wanted() {
    return "Spark " + spark.major() + "." + spark.minor() + " (Scala " + spark.scalaVersion() + ")";
  }
}
