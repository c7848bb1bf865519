/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kubeconfig files say of servers and their authorities. Credentials are not looked at.
 *
 * @param files the files that there are
 * @param servers the API servers of all clusters
 * @param authorities the certificates of all clusters
 */
record KubeConfig(List<Path> files, List<String> servers, List<byte[]> authorities) {
  // YAML and JSON write these entries alike, but for quotes.
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"?(server|certificate-authority-data|certificate-authority)\"?:\\s*[\"']?([^\\s\"',}]+)");

  /**
   * Reads {@code KUBECONFIG}, else {@code ~/.kube/config}, as Kubernetes' clients do.
   *
   * @throws IOException if a file cannot be read
   */
  static KubeConfig read(Optional<String> variable, Path userHome) throws IOException {
    List<Path> files =
        variable
            .map(names -> Stream.of(names.split(":", -1)).filter(n -> !n.isBlank()).map(Path::of))
            .orElse(Stream.of(userHome.resolve(".kube/config")))
            .filter(Files::isRegularFile)
            .toList();
    List<String> servers = new ArrayList<>();
    List<byte[]> authorities = new ArrayList<>();
    for (Path file : files) {
      Matcher entry = ENTRY.matcher(Files.readString(file));
      while (entry.find()) {
        switch (entry.group(1)) {
          case "server" -> servers.add(entry.group(2));
          case "certificate-authority" -> {
            Path authority = file.toAbsolutePath().resolveSibling(entry.group(2));
            authorities.add(Files.readAllBytes(authority));
          }
          default -> authorities.add(Base64.getDecoder().decode(entry.group(2)));
        }
      }
    }
    return new KubeConfig(files, List.copyOf(servers), List.copyOf(authorities));
  }
}
