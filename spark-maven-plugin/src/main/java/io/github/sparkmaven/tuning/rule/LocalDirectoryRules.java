/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where shuffle files and spills go, on as many disks as the user names.
 *
 * <p>Only local mode and Kubernetes leave that to the application: on YARN the node manager decides
 * ({@code yarn.nodemanager.local-dirs}), on a standalone cluster the worker, which passes its own
 * directories to its executors ({@code Utils.getConfiguredLocalDirs}, {@code Worker}).
 */
final class LocalDirectoryRules implements Rule {
  private static final String VOLUME =
      "spark.kubernetes.executor.volumes.hostPath.spark-local-dir-";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    List<String> directories = facts.machines().localDirs();
    if (directories.isEmpty()) {
      return Stream.empty();
    }
    return switch (facts.manager()) {
      case LOCAL ->
          Stream.of(
              Rule.line(
                  "spark.local.dir",
                  String.join(",", directories),
                  directories.size()
                      + " declared, and files are spread over all; Spark's default is /tmp;"
                      + " Spark 3.3 to 4.x",
                  DOCS + "configuration.html#application-properties"));
      case KUBERNETES ->
          IntStream.rangeClosed(1, directories.size())
              .boxed()
              .flatMap(number -> volume(number, directories));
      case STANDALONE, YARN -> Stream.empty();
    };
  }

  private static Stream<Setting> volume(int number, List<String> directories) {
    return Stream.of(".mount.path", ".options.path")
        .map(
            option ->
                Rule.line(
                    VOLUME + number + option,
                    directories.get(number - 1),
                    "directory "
                        + number
                        + " of "
                        + directories.size()
                        + " declared; a volume of this name holds scratch files, which would go"
                        + " to the pod's own emptyDir; Spark 3.3 to 4.x",
                    DOCS + "running-on-kubernetes.html#local-storage"));
  }
}
