/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recomputes what a node offers from its offer's text, and the cluster's sums from that. */
final class ClusterCheck {
  private static final String KIND = "offers";
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern OFFER =
      Pattern.compile("a node offers (.*?)" + NUMBER + " cores and (.*?)" + NUMBER + " MiB");
  private static final Pattern LESS = Pattern.compile("- " + NUMBER + " ([a-z ]*[a-z])");

  private final PlanFile plan;
  private final Findings findings;

  ClusterCheck(PlanFile plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void check() {
    List<Json> groups = plan.part("cluster").list("nodeGroups");
    groups.forEach(this::group);
    ClusterLaw law = ClusterLaw.upper(plan);
    figure("nodes", law.nodes().stream().mapToLong(ClusterLaw.Nodes::number).sum());
    figure("coresOffered", law.cores());
    figure("memoryOfferedMiB", law.memory());
  }

  private void group(Json group) {
    String offer = group.text("offer").orElseThrow();
    Matcher parts = OFFER.matcher(offer);
    findings.require(parts.matches(), "no offer: " + offer);
    findings.statement(KIND, Statement.read(offer, inputs(parts)));
    findings.figure(
        KIND,
        offer,
        Long.parseLong(parts.group(2)),
        group.number("coresOfferedPerNode").orElseThrow());
    findings.figure(
        KIND,
        offer,
        Long.parseLong(parts.group(4)),
        group.number("memoryOfferedPerNodeMiB").orElseThrow());
    reserves(parts.group(1), true, offer);
    reserves(parts.group(3), false, offer);
  }

  /** What a machine has, and what is taken from it, are held against the reserves' rules. */
  private static List<Phrase> inputs(Matcher parts) {
    List<Phrase> inputs = new ArrayList<>();
    inputs.add(Phrase.free("offers #"));
    inputs.add(Phrase.free("cores and #"));
    LESS.matcher(parts.group())
        .results()
        .forEach(less -> inputs.add(Phrase.free("- # " + less.group(2))));
    return inputs;
  }

  private void reserves(String sum, boolean cores, String offer) {
    List<MatchResult> parts = LESS.matcher(sum).results().toList();
    if (parts.isEmpty()) {
      return;
    }
    BigDecimal whole = new BigDecimal(sum.substring(0, sum.indexOf(' ')));
    for (MatchResult part : parts) {
      Optional<BigDecimal> law = reserve(part.group(2), whole, cores);
      findings.require(
          law.map(amount -> amount.compareTo(new BigDecimal(part.group(1))) == 0).orElse(true),
          part.group() + " should be " + law + " in: " + offer);
    }
  }

  /** Returns what a manager's rule takes; nothing where the amount is an input. */
  private Optional<BigDecimal> reserve(String forWhat, BigDecimal whole, boolean cores) {
    long mib = whole.longValue();
    return switch (forWhat) {
      case "reserved" -> Optional.of(cores ? BigDecimal.ONE : BigDecimal.valueOf(reservedMib(mib)));
      case "for kubelet and system" ->
          Optional.of(cores ? ReserveLaw.cores(whole.intValueExact()) : ReserveLaw.memory(mib));
      case "for eviction" -> Optional.of(BigDecimal.valueOf(100));
      case "for daemonsets", "reserved as declared" -> Optional.empty();
      default -> throw new AssertionError(forWhat);
    };
  }

  private long reservedMib(long mib) {
    return switch (plan.text("cluster/manager").orElseThrow()) {
      case "local" -> mib / 2;
      case "standalone" -> 1024;
      case "yarn" -> Math.max(1, mib * 5 / 100 / 1024) * 1024;
      default -> -1;
    };
  }

  private void figure(String name, long computed) {
    findings.figure(KIND, name, computed, plan.figure("cluster/" + name));
  }
}
