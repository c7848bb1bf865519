/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.process.NativeText;
import io.github.sparkmaven.process.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command that would submit, for a shell: nothing is started and no cluster asked.
 *
 * <p>What may be secret is not in it. The settings are in a file that only this user can read, and
 * in another one the environment variables and the arguments that look like secrets, or that the
 * locale of this JVM cannot print; the command reads both files.
 */
public final class DryRun {
  private static final String SETTINGS = "spark.conf";
  private static final String VARIABLES = "variables.sh";

  private final SubmitRequest request;
  private final Redaction redaction;
  private final List<String> unshown = new ArrayList<>();
  private String locale = "";

  private DryRun(SubmitRequest request) {
    this.request = request;
    this.redaction = Redaction.of(request.target().conf());
  }

  /** Writes the private files, and returns the one command that reads them. */
  public static String command(SubmitRequest request) {
    return new DryRun(request).command();
  }

  private String command() {
    Path folder = request.submissions().resolve("dry-run").toAbsolutePath();
    Path settings = folder.resolve(SETTINGS);
    PrivateFile.keep(settings, SparkProperties.text(request.target().conf()));
    LaunchCommand command =
        new LaunchCommand(
            request.jvm().home().get(),
            request.jvm().java(),
            request.target(),
            request.application(),
            request.options().proxyUser(),
            settings,
            request.workingFolder(),
            SubmitEnvironment.of(request));
    String words = words(command);
    String line = assignments(command.environment()) + words;
    // One command, in a subshell: the caller's folder and variables stay as they are.
    return "(cd "
        + ShellWord.quote(request.workingFolder().toAbsolutePath().toString())
        + " && "
        + variablesOf(folder.resolve(VARIABLES))
        + line
        + ")";
  }

  private String variablesOf(Path file) {
    if (unshown.isEmpty()) {
      AtomicFile.remove(file);
      return "";
    }
    PrivateFile.keep(file, String.join("", unshown));
    return ". " + ShellWord.quote(file.toString()) + " && ";
  }

  private String assignments(Map<String, String> environment) {
    StringBuilder text = new StringBuilder();
    environment.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            variable -> {
              if (redaction.hides(variable.getKey(), variable.getValue())
                  || !NativeText.survives(variable.getValue())) {
                unshown.add(
                    "export "
                        + variable.getKey()
                        + "="
                        + ShellWord.quote(variable.getValue())
                        + "\n");
              } else {
                text.append(variable.getKey())
                    .append('=')
                    .append(ShellWord.quote(variable.getValue()))
                    .append(' ');
              }
            });
    return text + locale;
  }

  private String words(LaunchCommand command) {
    List<String> words = command.words();
    int first = words.size() - command.application().arguments().size();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String before = i > first ? words.get(i - 1) : "";
      boolean shown =
          NativeText.survives(word) && (i < first || !redaction.hidesArgument(before, word));
      written.add(shown ? ShellWord.quote(word) : reference(word));
    }
    return String.join(" ", written);
  }

  private String reference(String word) {
    if (!NativeText.survives(word)) {
      locale = "LC_ALL=" + NativeText.utf8Locale() + " ";
    }
    String name = "SPARK_MAVEN_ARGUMENT_" + (unshown.size() + 1);
    unshown.add(name + "=" + ShellWord.quote(word) + "\n");
    return "\"$" + name + "\"";
  }
}
