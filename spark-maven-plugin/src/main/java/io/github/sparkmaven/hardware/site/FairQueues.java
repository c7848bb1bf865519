/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The queues of the Fair Scheduler's allocation file.
 *
 * <p>Source: {@code AllocationFileQueueParser}, {@code FairSchedulerConfiguration} and {@code
 * ConfigurableResource} of hadoop-yarn-server-resourcemanager. A queue is bounded by its own {@code
 * maxResources} and by those of its parents; percents are of the whole cluster.
 */
final class FairQueues {
  private static final String ROOT = "root";
  private static final Pattern MEMORY_PERCENT =
      Pattern.compile("(?:.*,)?\\s*([0-9]+(?:\\.[0-9]+)?)\\s*%\\s*(?:memory\\b.*)?");
  private static final Pattern NEW_MEMORY_PERCENT =
      Pattern.compile("(?:.*,)?\\s*memory-mb\\s*=\\s*([0-9]+(?:\\.[0-9]+)?)\\s*%\\s*(?:,.*)?");
  private static final Pattern MEMORY_AMOUNT =
      Pattern.compile("(?:.*,)?\\s*(?:memory-mb\\s*=\\s*)?([0-9]{1,15})\\s*(?:mb)?\\s*(?:,.*)?");
  private static final Pattern VCORES =
      Pattern.compile(
          "(?:.*,)?\\s*(?:vcores\\s*=\\s*([0-9]{1,9})|([0-9]{1,9})\\s*vcores)\\s*(?:,.*)?");

  private final String file;
  private final Element allocations;
  private final SiteReader reader;
  private final Optional<Long> clusterMib;

  FairQueues(String file, Element allocations, SiteReader reader, Optional<Long> clusterMib) {
    this.file = file;
    this.allocations = allocations;
    this.reader = reader;
    this.clusterMib = clusterMib;
  }

  /** Returns the full names of all queues that have no children. */
  List<String> leaves() {
    Map<String, Element> all = queues();
    return all.keySet().stream()
        .filter(path -> all.keySet().stream().noneMatch(other -> other.startsWith(path + ".")))
        .filter(path -> !path.equals(ROOT))
        .toList();
  }

  /** Returns what a queue may take; one that the file does not know has the file's defaults. */
  QueueLimits limits(String path) {
    Map<String, Element> all = queues();
    List<String> notes = new ArrayList<>();
    Map<String, Source> sources = new LinkedHashMap<>();
    Bounds bounds = Bounds.NONE;
    for (String step = path; step.contains("."); step = step.substring(0, step.lastIndexOf('.'))) {
      Optional<Source> most = setting(all, step, "maxResources", "queueMaxResourcesDefault");
      most.ifPresent(source -> sources.putIfAbsent("maximumCapacity", source));
      bounds = most.isPresent() ? bounds.within(bounds(most.get(), notes)) : bounds;
    }
    bounds = ofRoot(all, bounds, notes);
    Optional<Source> masters = setting(all, path, "maxAMShare", "queueMaxAMShareDefault");
    masters.ifPresent(source -> sources.put("maximumAmShare", source));
    return new QueueLimits(
        path,
        Optional.empty(),
        bounds.share(),
        bounds.share(),
        Optional.empty(),
        Optional.empty(),
        masters.flatMap(this::amShare),
        bounds.memory(),
        bounds.vcores(),
        sources,
        notes);
  }

  private Bounds ofRoot(Map<String, Element> all, Bounds below, List<String> notes) {
    return Optional.ofNullable(all.get(ROOT))
        .flatMap(root -> SiteXml.text(root, "maxResources"))
        .map(text -> below.within(bounds(new Source(file, ROOT + "/maxResources", text), notes)))
        .orElse(below);
  }

  private Optional<Source> setting(
      Map<String, Element> all, String path, String name, String fallback) {
    return Optional.ofNullable(all.get(path))
        .flatMap(queue -> SiteXml.text(queue, name))
        .map(text -> new Source(file, path + "/" + name, text))
        .or(
            () ->
                SiteXml.text(allocations, fallback).map(text -> new Source(file, fallback, text)));
  }

  /** AllocationFileQueueParser cuts at 1; FSLeafQueue takes -1 as no limit. */
  private Optional<Double> amShare(Source source) {
    try {
      double share = Double.parseDouble(source.value());
      if (share == -1 || share >= 0) {
        return Optional.of(share == -1 ? 1 : Math.min(share, 1));
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of bounds.
    }
    reader.refuse(source, "Give a number from 0 to 1, or -1 for no limit");
    return Optional.empty();
  }

  private Bounds bounds(Source source, List<String> notes) {
    String text = source.value();
    Matcher cores = VCORES.matcher(text);
    Optional<Integer> vcores =
        cores.matches()
            ? Optional.of(
                Integer.parseInt(cores.group(1) == null ? cores.group(2) : cores.group(1)))
            : Optional.empty();
    for (Pattern form : List.of(NEW_MEMORY_PERCENT, MEMORY_PERCENT)) {
      Matcher percent = form.matcher(text);
      if (percent.matches()) {
        return new Bounds(
            Optional.of(Math.min(1, Double.parseDouble(percent.group(1)) / 100)),
            Optional.empty(),
            vcores);
      }
    }
    Matcher amount = MEMORY_AMOUNT.matcher(text);
    if (!amount.matches()) {
      reader.refuse(source, "Give an amount as in 40960 mb, 10 vcores, or a share as in 50%");
      return Bounds.NONE;
    }
    long mib = Long.parseLong(amount.group(1));
    if (clusterMib.isEmpty()) {
      notes.add(source + ", an amount that is no share until the cluster's memory is known");
    }
    return new Bounds(
        clusterMib.map(all -> Math.min(1, (double) mib / all)),
        Optional.of(MemorySize.ofMebibytes(mib)),
        vcores);
  }

  private Map<String, Element> queues() {
    Map<String, Element> found = new LinkedHashMap<>();
    collect(allocations, "", found);
    return found;
  }

  private static void collect(Element parent, String path, Map<String, Element> found) {
    for (Element child : SiteXml.children(parent)) {
      if (child.getTagName().equals("queue") || child.getTagName().equals("pool")) {
        String name = child.getAttribute("name").trim();
        boolean root = path.isEmpty() && name.equalsIgnoreCase(ROOT);
        String full = root ? ROOT : (path.isEmpty() ? ROOT : path) + "." + name;
        found.put(full, child);
        collect(child, full, found);
      }
    }
  }

  /** The most that a queue may grow to. */
  private record Bounds(
      Optional<Double> share, Optional<MemorySize> memory, Optional<Integer> vcores) {
    static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty(), Optional.empty());

    Bounds within(Bounds other) {
      return new Bounds(
          least(share, other.share), least(memory, other.memory), least(vcores, other.vcores));
    }

    private static <T extends Comparable<T>> Optional<T> least(Optional<T> one, Optional<T> two) {
      return one.flatMap(a -> two.map(b -> a.compareTo(b) <= 0 ? a : b))
          .or(() -> one)
          .or(() -> two);
    }
  }
}
