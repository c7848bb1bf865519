/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.home.HomeScripts;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.ShellWord;
import io.github.sparkmaven.runtime.ClassData;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Spark home for the sessions of Python tests: the jars and the Python side of another one, and a
 * script that starts JVMs with what makes them start fast.
 *
 * <p>What a test asks of its JVM (memory, packages, options) goes through Spark's own launcher, as
 * everywhere; only what the launcher prints is added to.
 */
final class PythonHome {
  private final Path folder;
  private final PythonTests.Stand stand;
  private final TestJvm jvm;
  private final ClassData data;
  private final Path log;

  PythonHome(Path scratch, PythonTests.Stand stand, TestJvm jvm, ClassData data, Path log) {
    this.folder = scratch.resolve("home");
    this.stand = stand;
    this.jvm = jvm;
    this.data = data;
    this.log = log;
  }

  /** Writes it anew. */
  Path write() {
    try {
      Folders.delete(folder);
      Files.createDirectories(folder.resolve("bin"));
      for (String part : List.of("jars", "python")) {
        Files.createSymbolicLink(folder.resolve(part), stand.home().path().resolve(part));
      }
      HomeScripts.write(folder.resolve("bin"), stand.spark(), start());
      return folder;
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + folder + ": " + e, e);
    }
  }

  /**
   * The lines that start a JVM: with our jars first, in the order that a class-data archive needs,
   * unless the test has a class path of its own; without a collector where it chose one; and with
   * the user's options last, where they win.
   */
  private String start() {
    String classPath =
        data.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return String.join(
        "\n",
        "    ours=" + ShellWord.quote(classPath),
        "    options=(" + words(options()) + ")",
        "    users=(" + words(jvm.options()) + ")",
        "    case \" ${command[*]} ${users[*]} \" in",
        "      *\" -XX:+Use\"*GC*) ;;",
        "      *) options+=(-XX:+UseSerialGC) ;;",
        "    esac",
        "    words=(\"${command[0]}\" \"${options[@]}\")",
        "    before=",
        "    for word in \"${command[@]:1}\"; do",
        "      if [ \"$before\" = program ]; then",
        "        words+=(\"$word\")",
        "        continue",
        "      elif [ \"$before\" = -cp ]; then",
        "        case \"$word\" in",
        "          \"$SPARK_CONF_DIR\"*) word=\"$ours:$word\" ;;",
        "          *) word=\"$word:$ours\" ;;",
        "        esac",
        "      elif [ \"$word\" = org.apache.spark.deploy.SparkSubmit ]; then",
        "        words+=(\"${users[@]}\" \"$word\")",
        "        before=program",
        "        continue",
        "      fi",
        "      words+=(\"$word\")",
        "      before=\"$word\"",
        "    done",
        "    exec \"${words[@]}\"");
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(
            LocalTestDefaults.FAST_START.stream().filter(word -> !word.contains("GC")).toList());
    options.add("-XX:ErrorFile=" + log.resolveSibling("hs_err_pid%p.log"));
    return Stream.of(options, data.options()).flatMap(List::stream).toList();
  }

  private static String words(List<String> words) {
    return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
  }
}
