/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.html.Page;
import io.github.sparkmaven.plan.Plan;

/**
 * Writes a plan as {@code plan.html}: one page that needs no network, and no script to be read.
 *
 * <p>There is no time stamp and no random name in it, so that equal plans are equal files. Secrets
 * are redacted as in {@code plan.json}.
 */
public final class PlanHtml {
  private static final Page PAGE = new Page(PlanHtml.class);

  private PlanHtml() {}

  /** Returns the page; it is well-formed XML too. */
  public static String text(Plan plan) {
    Markup page =
        PAGE.begin("Spark plan: " + plan.environment(), "plan.css", Page.Scripts.OWN).open("body");
    new Heading(plan).write(page);
    page.open("main");
    if (plan.cluster().manager() != Manager.LOCAL) {
      new NodesSection(plan).write(page);
    }
    new MemorySection(plan).write(page);
    if (plan.cluster().manager() != Manager.LOCAL) {
      new AlternativesTable(plan.tuning()).write(page);
    }
    new SettingsTable(plan.conf()).write(page);
    page.close();
    page.open("script").trusted(PAGE.resource("plan.js")).close();
    return Page.end(page.close());
  }
}
