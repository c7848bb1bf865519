/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file as nodes. What could do more than say a value is refused: aliases can blow up a
 * file of a hundred bytes, and a tag can name a type.
 */
final class YamlFile {
  private static final int MOST_CHARACTERS = 1 << 20;

  private YamlFile() {}

  /** Returns the file's only document, unless something is wrong with it. */
  static Optional<Node> read(Path file, String name, Problems problems) {
    try {
      String text = Files.readString(file);
      LoadSettings settings =
          LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_CHARACTERS).build();
      return isPlain(text, settings, name, problems)
          ? new Compose(settings).composeString(text)
          : Optional.empty();
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      problems.add(name + line, "is no YAML: " + e.getProblem(), "Mend the line");
    } catch (YamlEngineException e) {
      problems.add(name, "is no YAML: " + firstLine(e), "Give a single document");
    } catch (MalformedInputException e) {
      problems.add(name, "is not in UTF-8", "Save it in UTF-8");
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
    return Optional.empty();
  }

  private static boolean isPlain(
      String text, LoadSettings settings, String name, Problems problems) {
    Set<String> places = new TreeSet<>();
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof NodeEvent node && (node.getAnchor().isPresent() || isTagged(event))) {
        places.add(name + event.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse(""));
      }
    }
    places.forEach(
        place -> problems.add(place, "has an anchor, an alias or a tag", "Write out the value"));
    return places.isEmpty();
  }

  private static boolean isTagged(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
        || (event instanceof CollectionStartEvent collection && collection.getTag().isPresent());
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
