/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.html.Table;
import java.util.List;

/** Every effective setting, where it comes from and why it has its value. */
record SettingsTable(LayeredConf conf) {
  private static final Table TABLE =
      new Table(List.of("Key", "Value", "Layer", "Reason", "Source"));

  void write(Markup page) {
    List<Setting> settings = conf.effective();
    Redaction redaction = Redaction.of(conf);
    page.open("section", "aria-labelledby", "settings");
    page.element("h2", "Settings", "id", "settings");
    page.element(
        "p",
        Figure.count(settings.size(), "effective setting", "effective settings")
            + "; an earlier layer overrides a later one: command-line, environment, job, plugin,"
            + " plan, site.");
    // The script shows it; without one it would be a field that does nothing.
    page.open("p", "class", "filter", "id", "filter-line", "hidden", "hidden")
        .element("label", "Show settings with ", "for", "filter")
        .empty("input", "id", "filter", "type", "search", "autocomplete", "off")
        .close();
    TABLE.open(page, "id", "settings-table", "class", "settings");
    settings.forEach(setting -> row(setting, redaction, page));
    TABLE.close(page);
    page.close();
  }

  private static void row(Setting setting, Redaction redaction, Markup page) {
    page.open("tr");
    TABLE.cell(page, 0, "key").element("code", setting.key()).close();
    String shown = redaction.hides(setting) ? Redaction.REPLACEMENT : setting.value();
    TABLE.cell(page, 1, "value").element("code", shown).close();
    String layer = setting.layer().label();
    TABLE.cell(page, 2, "layer").element("span", layer, "class", "layer layer-" + layer).close();
    TABLE.text(page, 3, "reason", setting.reason());
    TABLE.cell(page, 4, setting.source().isEmpty() ? "source empty" : "source");
    source(setting.source(), page);
    page.close().close();
  }

  private static void source(String source, Markup page) {
    if (source.matches("https://\\S+")) {
      page.element("a", shortened(source), "href", source, "rel", "noreferrer");
    } else {
      page.element("span", source);
    }
  }

  /** Names a page of documentation, and its section in words. */
  private static String shortened(String url) {
    String page = url.substring(url.lastIndexOf('/', url.length() - 2) + 1);
    int section = page.indexOf('#');
    String name = section < 0 ? page : page.substring(0, section);
    String words = section < 0 ? "" : ": " + page.substring(section + 1).replace('-', ' ');
    return name.replaceFirst("[.]html$|/$", "").replace('-', ' ') + words;
  }
}
