/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes a plan as {@code plan.html}: one page that needs no network, and no script to be read.
 *
 * <p>There is no time stamp and no random name in it, so that equal plans are equal files. Secrets
 * are redacted as in {@code plan.json}.
 */
public final class PlanHtml {
  private PlanHtml() {}

  /** Returns the page; it is well-formed XML too. */
  public static String text(Plan plan) {
    Markup page = new Markup();
    page.open("html", "lang", "en");
    head(plan, page);
    page.open("body");
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
    page.open("script").trusted(resource("plan.js")).close();
    return "<!DOCTYPE html>\n" + page.close().close().written();
  }

  private static void head(Plan plan, Markup page) {
    page.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        // Holds the promise that nothing is loaded, whatever a setting's text may be.
        .empty(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'")
        .element("title", "Spark plan: " + plan.environment())
        .open("style")
        .trusted(resource("plan.css"))
        .close()
        .close();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(PlanHtml.class.getResourceAsStream(name), name)) {
      return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the plugin's own " + name, e);
    }
  }
}
