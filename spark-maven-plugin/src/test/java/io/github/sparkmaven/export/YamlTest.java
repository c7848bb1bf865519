/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "off",
        "Yes",
        "null",
        "~",
        "1",
        "1_000",
        "0x1F",
        "12:30",
        "1e3",
        "2g",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "{a}",
        "[a]",
        "'a'",
        "\"a\"",
        "a\\b",
        "a\nb",
        "a\tb\r",
        "\u0007",
        "\u0085\u2028\ufeff",
        "Größe 雪 😀",
        "-Dx=y -XX:+Z"
      })
  void isReadBackAsTheSameText(String text) {
    Map<String, Object> root = Map.of("map", Map.of(text, text), "list", List.of(text, "b"));

    assertThat(new Load(LoadSettings.builder().build()).loadFromString(Yaml.text(root)))
        .isEqualTo(root);
  }

  @Test
  void standsInBlocks() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("number", 3);
    root.put("none", List.of());
    root.put("nothing", Map.of());
    root.put("inner", Map.of("block", new Yaml.Block("spec:\n  a: b\n")));

    assertThat(Yaml.text(root))
        .isEqualTo("number: 3\nnone: []\nnothing: {}\ninner:\n  block:\n    spec:\n      a: b\n");
  }
}
