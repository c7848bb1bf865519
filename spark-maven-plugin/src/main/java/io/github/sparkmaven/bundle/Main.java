/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.launcher.SparkLauncherJobLauncher;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code bin/submit} of a bundle runs. */
public final class Main {
  private Main() {}

  /** Submits the bundle in the folder that the first argument names; the rest are options. */
  public static void main(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    Site site =
        new Site(
            Path.of(words.get(0)),
            name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()),
            Path.of(System.getProperty("user.home")),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("java.home")));
    Console console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    int code =
        new Script(site, new SparkLauncherJobLauncher(), new LiveClusters(), console)
            .run(words.subList(1, words.size()));
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
