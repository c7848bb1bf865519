/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.files.FileDigest;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands where in a bundle. */
final class BundleContents {
  static final String CONF = "conf/spark-defaults.conf";
  static final String HOME_LIST = "home.list";
  static final String REQUIREMENTS = "requirements.txt";
  static final String KUBERNETES = "kubernetes/";

  private final ExportRequest request;
  private final BundledConf conf;
  private final SortedMap<String, BundleZip.Entry> entries = new TreeMap<>();

  private BundleContents(ExportRequest request, BundledConf conf) {
    this.request = request;
    this.conf = conf;
  }

  /**
   * Puts the contents together.
   *
   * @throws io.github.sparkmaven.problem.InputException if something that goes along is not there
   */
  static BundleContents of(ExportRequest request, BundledConf conf) throws IOException {
    BundleContents contents = new BundleContents(request, conf);
    contents.fill();
    return contents;
  }

  SortedMap<String, BundleZip.Entry> entries() {
    return entries;
  }

  private void fill() throws IOException {
    Program program = bundledProgram();
    text("bundle.json", BundleJson.text(request, program, conf, podTemplates()));
    text(CONF, conf.text());
    text("README.txt", Readme.text(request, conf));
    entries.put("bin/submit", new BundleZip.Entry(BundleZip.text(script()), true));
    for (Path jar : request.own().classPath()) {
      file("lib/" + name(jar), jar);
    }
    if (!request.requirements().isEmpty()) {
      text(REQUIREMENTS, String.join("\n", request.requirements()) + "\n");
    }
    if (!request.home().isEmpty()) {
      text(HOME_LIST, homeList());
    }
    podTemplates().values().forEach(file -> text(file, template(file)));
    if (SparkApplication.isWanted(request)) {
      text(
          KUBERNETES + "spark-application.yaml",
          new SparkApplication(request, program, conf).text());
    }
  }

  /** Returns the program with the places in the bundle in the stead of this machine's paths. */
  private Program bundledProgram() {
    Problems problems = new Problems();
    Companions companions = new Companions(request.folders().base(), problems);
    Program program = request.program();
    Program bundled =
        new Program(
            program.name(),
            program.mainClass(),
            companions.take("job", "job", program.resource()),
            program.arguments(),
            companions.take("jars", "jars", program.jars()),
            companions.take("files", "files", program.files()),
            companions.take("archives", "archives", program.archives()),
            companions.take("pyFiles", "pyFiles", program.pyFiles()));
    problems.throwIfAny();
    companions.copied().forEach(this::file);
    return bundled;
  }

  /** Returns the bundle's files by the settings that are to name them. */
  private Map<String, String> podTemplates() {
    Map<String, String> templates = new TreeMap<>();
    request
        .pods()
        .driver()
        .ifPresent(
            text -> templates.put(PodTemplates.DRIVER_KEY, KUBERNETES + PodTemplates.DRIVER_FILE));
    request
        .pods()
        .executor()
        .ifPresent(
            text ->
                templates.put(PodTemplates.EXECUTOR_KEY, KUBERNETES + PodTemplates.EXECUTOR_FILE));
    templates.keySet().removeIf(key -> conf.find(key).isPresent());
    return templates;
  }

  private String template(String file) {
    return (file.endsWith(PodTemplates.DRIVER_FILE)
            ? request.pods().driver()
            : request.pods().executor())
        .orElseThrow();
  }

  private String homeList() throws IOException {
    StringBuilder text =
        new StringBuilder("# The jars of a Spark home: SHA-256, path in a repository, artifact\n");
    List<HomeJar> sorted =
        request.home().stream().sorted(Comparator.comparing(HomeJar::repositoryPath)).toList();
    for (HomeJar jar : sorted) {
      text.append(FileDigest.sha256(jar.file())).append("  ");
      text.append(jar.repositoryPath()).append("  ").append(jar.coordinates()).append('\n');
    }
    return text.toString();
  }

  private static String script() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(BundleContents.class.getResourceAsStream("submit"), "submit")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void text(String place, String text) {
    entries.put(place, new BundleZip.Entry(BundleZip.text(text), false));
  }

  private void file(String place, Path file) {
    entries.put(place, new BundleZip.Entry(BundleZip.file(file), false));
  }

  static String name(Path jar) {
    return Objects.requireNonNull(jar.getFileName(), jar::toString).toString();
  }
}
