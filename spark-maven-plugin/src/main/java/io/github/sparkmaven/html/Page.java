/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The frame of a page that needs no network.
 *
 * @param owner the class beside which the page's resources are
 */
public record Page(Class<?> owner) {

  /** Returns a page whose head is written, and that goes on with its body. */
  public Markup begin(String title, String css, Scripts scripts) {
    return new Markup()
        .open("html", "lang", "en")
        .open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        // Holds the promise that nothing is loaded, whatever a text may be.
        .empty("meta", "http-equiv", "Content-Security-Policy", "content", scripts.policy)
        .element("title", title)
        .open("style")
        .trusted(resource(css))
        .close()
        .close();
  }

  /** Returns the text of a finished page; it is well-formed XML too. */
  public static String end(Markup page) {
    return "<!DOCTYPE html>\n" + page.close().written();
  }

  /** Returns one of the plugin's own files. */
  public String resource(String name) {
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
      return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the plugin's own " + name, e);
    }
  }

  /** Whether a page may hold scripts. */
  public enum Scripts {
    /** None. */
    NONE("default-src 'none'; style-src 'unsafe-inline'"),
    /** Those that stand in it. */
    OWN("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");

    private final String policy;

    Scripts(String policy) {
      this.policy = policy;
    }
  }
}
