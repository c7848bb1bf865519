/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a client of Hadoop reads of a site: of each file the first one that is found on its class
 * path.
 */
public final class HadoopFiles {
  // In the order of HdfsConfiguration and YarnConfiguration; the last one wins.
  private static final List<String> NAMES =
      List.of("core-site.xml", "hdfs-site.xml", "yarn-site.xml");

  private final HadoopProperties properties;
  private final List<Path> read;

  private HadoopFiles(HadoopProperties properties, List<Path> read) {
    this.properties = properties;
    this.read = List.copyOf(read);
  }

  /**
   * Reads the files of folders.
   *
   * @param folders in the order of the class path
   * @param environment resolves {@code ${env.NAME}}
   * @param problems gets every fault of the files
   */
  public static HadoopFiles read(
      List<Path> folders, Function<String, Optional<String>> environment, Problems problems) {
    HadoopProperties properties = new HadoopProperties(environment, new ArrayList<>());
    List<Path> read = new ArrayList<>();
    for (String name : NAMES) {
      folders.stream()
          .map(folder -> folder.resolve(name))
          .filter(Files::exists)
          .findFirst()
          .ifPresent(
              file ->
                  SiteXml.read(file, "configuration", problems)
                      .ifPresent(
                          root -> {
                            properties.add(file.toString(), root);
                            read.add(file);
                          }));
    }
    return new HadoopFiles(properties, read);
  }

  /** Returns the files that could be read. */
  public List<Path> files() {
    return read;
  }

  /** Returns a property with its variables resolved, where a file states it. */
  public Optional<String> value(String name) {
    return properties.find(name).map(Source::value).filter(value -> !value.isBlank());
  }
}
