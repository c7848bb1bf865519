/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest of all that decides what a job does: its jar and whatever else goes along, its
 * arguments, its configuration. Equal digests mean that following a running job is as good as
 * running it again.
 */
final class ContentHash {
  private ContentHash() {}

  /** Returns 16 hexadecimal digits. */
  static String of(Application application, LayeredConf conf) {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      write(out, List.of(application.mainClass().orElse("")));
      write(out, application.arguments());
      for (List<String> resources :
          List.of(
              List.of(application.resource()),
              application.jars(),
              application.files(),
              application.archives(),
              application.pyFiles())) {
        write(out, List.of("--"));
        for (String resource : resources) {
          writeResource(out, resource);
        }
      }
      write(
          out,
          conf.effective().stream().map(setting -> setting.key() + "=" + setting.value()).toList());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read what is to be submitted: " + e, e);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** A local file counts by its bytes, because a build gives each jar a new time. */
  private static void writeResource(OutputStream out, String resource) throws IOException {
    Path file = Path.of(resource.contains(":") ? "/nowhere" : resource);
    if (Files.isRegularFile(file)) {
      write(out, List.of(String.valueOf(file.getFileName())));
      try (InputStream in = Files.newInputStream(file)) {
        in.transferTo(out);
      }
    } else {
      write(out, List.of(resource));
    }
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
