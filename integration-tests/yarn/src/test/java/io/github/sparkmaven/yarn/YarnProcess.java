/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link MiniYarnMain} as a child process. */
final class YarnProcess implements AutoCloseable {
  private static final long PATIENCE_S = 60;

  private final Process process;
  private final Path conf;

  private YarnProcess(Process process, Path conf) {
    this.process = process;
    this.conf = conf;
  }

  /** Starts it and waits until its nodes are there; a folder is used once. */
  static YarnProcess start(Path folder, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                // The web servers' check of Kerberos' realm.
                "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file"),
                "-cp",
                System.getProperty("java.class.path"),
                MiniYarnMain.class.getName(),
                folder.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String conf = said.readLine();
    if (conf == null) {
      throw new IOException("No YARN was started");
    }
    return new YarnProcess(process, Path.of(conf));
  }

  /** Returns what is to be HADOOP_CONF_DIR. */
  Path conf() {
    return conf;
  }

  /** Ends it as a power failure would. */
  void crash() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    // A cluster that does not end by itself is crashed with what it has started.
    process.onExit().completeOnTimeout(process, PATIENCE_S, TimeUnit.SECONDS).join();
    crash();
  }
}
