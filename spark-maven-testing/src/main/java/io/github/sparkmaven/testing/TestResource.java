/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** Finds test data as a path that Spark can read. */
final class TestResource {
  private TestResource() {}

  static String locate(String resource) {
    String name = resource.startsWith("/") ? resource.substring(1) : resource;
    URL url = name.isEmpty() ? null : find(name);
    if (url == null) {
      throw new IllegalArgumentException(
          "There is no resource \""
              + resource
              + "\" on the class path. Put it into src/test/resources, or give a java.nio.file.Path"
              + " if a file is meant.");
    }
    try {
      return url.getProtocol().equals("file")
          ? uri(Paths.get(url.toURI()))
          : uri(unpacked(url, name));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(url.toString(), e);
    }
  }

  static String existing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "There is no file "
              + file.toAbsolutePath()
              + ". Relative paths start at "
              + Paths.get("").toAbsolutePath()
              + "; give a String if a resource on the class path is meant.");
    }
    return uri(file);
  }

  private static @Nullable URL find(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? ClassLoader.getSystemResource(name) : loader.getResource(name);
  }

  /** Spark cannot read inside of jars. */
  private static Path unpacked(URL url, String name) {
    try (InputStream content = url.openStream()) {
      return TemporaryFiles.copy(content, name.substring(name.lastIndexOf('/') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + url, e);
    }
  }

  /** With its scheme, for the default file system may be HDFS; Spark takes the rest literally. */
  private static String uri(Path path) {
    URI uri = path.toAbsolutePath().toUri();
    return uri.getScheme() + "://" + uri.getPath();
  }
}
