/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.hardware.Manager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the site's Hadoop configuration. */
record HadoopExamination(DoctorRequest request, ClientSite site) implements Examination {
  private static final String ID = "hadoop-conf";
  private static final String YARN_SITE = "yarn-site.xml";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() throws IOException {
    ClientSite.Contents contents = site.read();
    if (contents.folders().isEmpty()) {
      return isOnYarn() ? List.of(unset()) : List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Path folder : contents.folders()) {
      readable(folder).ifPresent(findings::add);
    }
    contents
        .problems()
        .forEach(
            problem ->
                findings.add(
                    Finding.error(
                        ID,
                        problem,
                        "Hadoop's client, which Spark uses in every mode, ends with a"
                            + " RuntimeException on it.")));
    if (findings.isEmpty()) {
      findings.add(read(contents));
    }
    differing(contents).ifPresent(findings::add);
    elsewhere().ifPresent(findings::add);
    return findings;
  }

  private boolean isOnYarn() {
    return request.project().manager() == Manager.YARN;
  }

  private Finding unset() {
    return Finding.error(
        ID,
        "neither HADOOP_CONF_DIR nor YARN_CONF_DIR is set, and no spark-env.sh sets them",
        "spark-submit refuses: When running with master 'yarn' either HADOOP_CONF_DIR or"
            + " YARN_CONF_DIR must be set in the environment.",
        "export HADOOP_CONF_DIR="
            + request.places().hadoopConfFolder().map(Path::toString).orElse("/etc/hadoop/conf"));
  }

  private static Optional<Finding> readable(Path folder) {
    String fix = "export HADOOP_CONF_DIR= the folder that holds the site's core-site.xml";
    if (!Files.isDirectory(folder)) {
      return Optional.of(
          Finding.error(
              ID,
              folder + " is no folder, and HADOOP_CONF_DIR or YARN_CONF_DIR names it",
              "Hadoop's client knows nothing of the site, and takes its own defaults.",
              fix));
    }
    return Files.isReadable(folder)
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                ID,
                folder + " cannot be read by this user",
                "Hadoop's client knows nothing of the site, and takes its own defaults.",
                fix));
  }

  private static Finding read(ClientSite.Contents contents) {
    List<Path> files = contents.files().files();
    return files.isEmpty()
        ? Finding.warning(
            ID,
            contents.folders() + " holds no core-site.xml, hdfs-site.xml or yarn-site.xml",
            "Hadoop's client knows nothing of the site, and takes its own defaults.",
            "export HADOOP_CONF_DIR= the folder that holds the site's files")
        : Finding.ok(
            ID, "can be read: " + String.join(", ", files.stream().map(Path::toString).toList()));
  }

  /** The plan is made from one, and the job submitted with the other. */
  private Optional<Finding> differing(ClientSite.Contents contents) throws IOException {
    Optional<Path> planned =
        request
            .places()
            .hadoopConfFolder()
            .map(folder -> folder.resolve(YARN_SITE))
            .filter(Files::isRegularFile);
    Optional<Path> used =
        contents.folders().stream()
            .map(folder -> folder.resolve(YARN_SITE))
            .filter(Files::isRegularFile)
            .findFirst();
    if (planned.isEmpty() || used.isEmpty() || Files.mismatch(planned.get(), used.get()) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warning(
            ID,
            "cluster/hadoopConfDir and HADOOP_CONF_DIR hold another "
                + YARN_SITE
                + " each: "
                + planned.get()
                + ", "
                + used.get(),
            "The plan is made for one cluster, and the job submitted to the other.",
            "Point both at the same folder"));
  }

  /** The launcher puts the folders on the class path whatever the master is. */
  private Optional<Finding> elsewhere() {
    Manager manager = request.project().manager();
    boolean ownFiles = manager == Manager.LOCAL || manager == Manager.STANDALONE;
    return site.value("fs.defaultFS")
        .filter(system -> ownFiles && !system.startsWith("file:"))
        .map(
            system ->
                Finding.warning(
                    ID,
                    "HADOOP_CONF_DIR makes " + system + " the default file system",
                    "Also with master "
                        + manager.label()
                        + " a path without a scheme, /data/input, is looked for there and not on"
                        + " this machine.",
                    "unset HADOOP_CONF_DIR YARN_CONF_DIR, or write file:/data/input"));
  }
}
