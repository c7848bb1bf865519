/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A digest of all that decides what a job does: its jar and whatever else goes along, its
 * arguments, its configuration. Equal digests mean that following a running job is as good as
 * running it again.
 */
final class ContentHash {
  private ContentHash() {}

  /** Returns 16 hexadecimal digits. */
  static String of(SubmitRequest request) {
    Application application = request.application();
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      write(out, List.of(application.mainClass().orElse("")));
      write(out, application.arguments());
      for (List<String> resources : resources(application)) {
        write(out, List.of("--"));
        for (String resource : resources) {
          writeResource(out, resource);
        }
      }
      write(
          out,
          request.target().conf().effective().stream()
              .map(setting -> setting.key() + "=" + setting.value())
              .toList());
      write(out, surroundings(request));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read what is to be submitted: " + e, e);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** Returns the resources whose bytes are not known here, so that only their names count. */
  static List<String> unread(Application application) {
    return resources(application).stream()
        .flatMap(List::stream)
        .filter(resource -> file(resource).isEmpty())
        .toList();
  }

  private static List<List<String>> resources(Application application) {
    return List.of(
        List.of(application.resource()),
        application.jars(),
        application.files(),
        application.archives(),
        application.pyFiles());
  }

  private static List<String> surroundings(SubmitRequest request) {
    List<String> texts = new ArrayList<>();
    texts.add(request.spark().version() + " " + request.spark().scalaVersion());
    texts.add(request.options().proxyUser().orElse(""));
    new TreeMap<>(request.jvm().environment())
        .forEach((name, value) -> texts.add(name + "=" + value));
    return texts;
  }

  /** A local file counts by its bytes, because a build gives each jar a new time. */
  private static void writeResource(OutputStream out, String resource) throws IOException {
    Optional<Path> file = file(resource);
    if (file.isPresent()) {
      write(out, List.of(String.valueOf(file.get().getFileName()), alias(resource)));
      try (InputStream in = Files.newInputStream(file.get())) {
        in.transferTo(out);
      }
    } else {
      write(out, List.of(resource));
    }
  }

  /** Returns the file of a path or a {@code file:} URI, where it is one that can be read here. */
  private static Optional<Path> file(String resource) {
    String plain = resource.substring(0, resource.length() - alias(resource).length());
    try {
      Path path = plain.startsWith("file:") ? Path.of(URI.create(plain).getPath()) : Path.of(plain);
      return Optional.of(path).filter(Files::isRegularFile);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns what a file is called where it is unpacked or copied to, with the mark before it. */
  private static String alias(String resource) {
    int mark = resource.indexOf('#');
    return mark < 0 ? "" : resource.substring(mark);
  }

  /** The length before each text keeps two of them apart from one that holds both. */
  private static void write(OutputStream out, List<String> texts) throws IOException {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.write((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      out.write(bytes);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
