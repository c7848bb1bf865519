/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads the configurations that one can be compared with, but for other environments. */
public final class OtherConfs {
  static final String WHERE = "explain/diff";
  // A history server reads an application's whole log before it answers.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<Path> sparkHome;

  /**
   * Makes a reader.
   *
   * @param sparkHome a Spark home, asked for only where an event log is compressed: its jars have
   *     what decompresses it
   */
  public OtherConfs(Supplier<Path> sparkHome) {
    this.sparkHome = sparkHome;
  }

  /**
   * Reads a file: an event log of an application, or the folder of a rolling one, or a properties
   * file.
   *
   * @throws InputException if it is none of these
   */
  public OtherConf ofFile(Path file) {
    EventLog log = new EventLog(file, sparkHome);
    if (Files.isDirectory(file) || log.isOne()) {
      return new OtherConf("event log " + file, true, log.settings());
    }
    try {
      OtherConf conf = new OtherConf(file.toString(), false, SparkProperties.read(file));
      if (conf.settings().isEmpty()) {
        throw new InputException(
            WHERE,
            file + " is neither an event log nor a properties file with a key of Spark",
            "Give a spark-defaults.conf, or an event log");
      }
      return conf;
    } catch (EnvironmentException e) {
      throw new InputException(
          WHERE, String.valueOf(e.getMessage()), "Mend the file, or give another");
    }
  }

  /**
   * Asks the page of a running application, or a history server.
   *
   * @param address an http or https address
   * @throws InputException if it names no application, or one of several has to be named
   * @throws EnvironmentException if nobody answers there
   */
  public OtherConf ofAddress(URI address) {
    try {
      return new SparkPages(new Http(PATIENCE), address).read();
    } catch (IOException e) {
      throw new EnvironmentException(
          WHERE
              + ": cannot ask "
              + e.getMessage()
              + ". Is the application, or the history server, still running?",
          e);
    }
  }
}
