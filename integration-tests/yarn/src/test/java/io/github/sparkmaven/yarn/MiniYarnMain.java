/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/**
 * Runs a {@link SubmissionYarn} in a JVM of its own until standard input ends; its first line on
 * standard output is the folder that is to be {@code HADOOP_CONF_DIR}. Each line that it reads it
 * answers with one: the applications that have not ended, and how many containers there are. Its
 * REST interface cannot be asked: the web servers of one JVM all answer for the node.
 *
 * <p>Its node has what {@code --node=MIB,VCORES} says, and a container may be as large. With {@code
 * --kerberos} it is secured; that folder then holds {@code krb5.conf} and {@code job.keytab} of
 * {@value Kerberos#JOB}, too.
 */
public final class MiniYarnMain {
  private static final String NODE = "--node=";

  private MiniYarnMain() {}

  /**
   * Starts it.
   *
   * @param arguments the folder for all that is written, which is not there yet; {@code --node=},
   *     {@code --kerberos}
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    PrintStream out = System.out;
    // What Hadoop logs must not stand before the line that is waited for.
    System.setOut(System.err);
    System.setProperty("test.build.data", folder.resolve("nodes").toString());
    Optional<Node> declared = node(arguments);
    Node node = declared.orElse(SubmissionYarn.LARGE);
    Map<String, String> settings = new HashMap<>();
    declared.ifPresent(
        all ->
            settings.put(
                YarnConfiguration.RM_SCHEDULER_MAXIMUM_ALLOCATION_MB,
                Integer.toString(all.memoryMib())));
    if (List.of(arguments).contains("--kerberos")) {
      try (Kerberos kerberos = Kerberos.start(folder.resolve("kdc"), folder.resolve("conf"))) {
        settings.putAll(kerberos.settings());
        run(folder, node, settings, out);
      }
    } else {
      run(folder, node, settings, out);
    }
    // Hadoop leaves threads that would keep this JVM.
    System.exit(0);
  }

  private static Optional<Node> node(String... arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(NODE))
        .map(argument -> argument.substring(NODE.length()).split(",", -1))
        .map(offer -> new Node(Integer.parseInt(offer[0]), Integer.parseInt(offer[1])))
        .findAny();
  }

  private static void run(Path folder, Node node, Map<String, String> settings, PrintStream out)
      throws IOException {
    try (MiniYarn yarn = SubmissionYarn.start(folder, node, settings)) {
      out.println(yarn.writeClientConfiguration(folder.resolve("conf")));
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (questions.readLine() != null) {
        out.println(yarn.alive());
      }
    }
  }
}
