/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.hardware.YarnScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the POM says of a YARN cluster, held against what the site's files say.
 *
 * @param declared the POM's figures
 * @param site the site's files
 */
public record SiteComparison(YarnFigures declared, HadoopSite site) {
  private static final String REFUSED = "the plan may ask for what the site never grants";
  private static final String UNUSED = "what the site offers beyond it stays unused";
  private static final String OTHERWISE =
      "the site sizes and counts containers otherwise than planned";

  /** Returns the figures to plan with: the POM's, else the site's, else the defaults. */
  public YarnFigures merged(YarnFigures defaults) {
    return declared.or(site.figures()).or(defaults);
  }

  /** Returns a sentence for every figure that the POM and the site state differently. */
  public List<String> differences() {
    List<String> found = new ArrayList<>();
    compareLimit(found, "nodeMemory", YarnFigures::nodeMemory);
    compareLimit(found, "nodeVcores", YarnFigures::nodeVcores);
    compareRule(found, "minimumAllocation", YarnFigures::minimumAllocation, Object::toString);
    compareRule(found, "incrementAllocation", YarnFigures::incrementAllocation, Object::toString);
    compareLimit(found, "maximumAllocation", YarnFigures::maximumAllocation);
    compareRule(found, "minimumVcores", YarnFigures::minimumVcores, Object::toString);
    compareLimit(found, "maximumVcores", YarnFigures::maximumVcores);
    compareRule(found, "scheduler", YarnFigures::scheduler, YarnScheduler::label);
    compareRule(
        found,
        "resourceCalculator",
        YarnFigures::resourceCalculator,
        calculator -> calculator.label());
    compareLimit(found, "maximumAmShare", YarnFigures::maximumAmShare);
    compareLimit(found, "queueShare", YarnFigures::queueShare);
    return List.copyOf(found);
  }

  private <T extends Comparable<T>> void compareLimit(
      List<String> found, String name, Function<YarnFigures, Optional<T>> figure) {
    Optional<T> own = figure.apply(declared);
    Optional<T> other = figure.apply(site.figures());
    if (own.isPresent() && other.isPresent()) {
      int order = own.get().compareTo(other.get());
      if (order != 0) {
        found.add(sentence(name, own.get().toString(), order > 0 ? REFUSED : UNUSED));
      }
    }
  }

  private <T> void compareRule(
      List<String> found,
      String name,
      Function<YarnFigures, Optional<T>> figure,
      Function<T, String> text) {
    Optional<T> own = figure.apply(declared);
    Optional<T> other = figure.apply(site.figures());
    if (own.isPresent() && other.isPresent() && !own.equals(other)) {
      found.add(sentence(name, text.apply(own.get()), OTHERWISE));
    }
  }

  private String sentence(String name, String own, String consequence) {
    String other = site.source(name).map(Source::toString).orElse("files say otherwise");
    // A queue's share follows from several properties, of which the source is only the last.
    String share =
        name.equals("queueShare")
            ? site.figures().queueShare().map(found -> ", a share of " + found).orElse("")
            : "";
    return "cluster/yarn/"
        + name
        + " is "
        + own
        + ", the site's "
        + other
        + share
        + ": "
        + consequence
        + ". Correct the POM, or remove it there to plan with the site's";
  }
}
