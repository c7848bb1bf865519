/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LayeredConfTest {
  private static final String KEY = "spark.executor.memory";

  @Test
  void ordersTheLayersAsTheContractDoes() {
    assertThat(Layer.values())
        .extracting(Layer::label)
        .containsExactly("command-line", "environment", "job", "plugin", "plan", "site");
  }

  @Test
  void letsEveryLayerOverrideTheNext() {
    List<Layer> lowestFirst = new ArrayList<>(List.of(Layer.values()));
    Collections.reverse(lowestFirst);
    LayeredConf conf = LayeredConf.empty();
    for (Layer layer : lowestFirst) {
      conf = conf.with(layer, Map.of(KEY, layer.label()), "given");

      assertThat(conf.find(KEY)).contains(setting(layer));
      assertThat(conf.effective()).containsExactly(setting(layer));
    }
  }

  @Property(tries = 100)
  void letsTheHighestLayerWinInWhateverOrderTheyCome(@ForAll @Size(min = 1) Set<Layer> layers) {
    LayeredConf conf = LayeredConf.empty();
    for (Layer layer : layers) {
      conf = conf.with(layer, Map.of(KEY, layer.label()), "given");
    }

    assertThat(conf.find(KEY)).contains(setting(Collections.min(layers)));
  }

  @Test
  void findsNothingForAKeyThatNoLayerHolds() {
    assertThat(LayeredConf.empty().find(KEY)).isEmpty();
    assertThat(LayeredConf.empty().effective()).isEmpty();
  }

  @Test
  void listsTheWinnersInTheOrderOfTheKeys() {
    LayeredConf conf =
        LayeredConf.empty()
            .with(Layer.SITE, Map.of("spark.b", "site", "spark.c", "site"), "")
            .with(Layer.PLUGIN, Map.of("spark.c", "plugin", "spark.a", "plugin"), "");

    assertThat(conf.effective())
        .extracting(setting -> setting.key() + "=" + setting.value())
        .containsExactly("spark.a=plugin", "spark.b=site", "spark.c=plugin");
  }

  @Test
  void replacesAKeyWithinItsLayer() {
    LayeredConf conf =
        LayeredConf.empty()
            .with(Layer.JOB, Map.of(KEY, "1g"), "old")
            .with(Layer.JOB, Map.of(KEY, "2g"), "new");

    assertThat(conf.find(KEY)).contains(new Setting(KEY, "2g", Layer.JOB, "new", ""));
  }

  @Test
  void cannotBeChanged() {
    LayeredConf conf = LayeredConf.empty().with(Layer.JOB, Map.of(KEY, "1g"), "");

    assertThatThrownBy(() -> conf.layers().remove(Layer.JOB))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> conf.layers().values().forEach(Map::clear))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(conf.with(Layer.JOB, Map.of(KEY, "2g"), "")).isNotEqualTo(conf);
    assertThat(conf.find(KEY)).map(Setting::value).contains("1g");
  }

  private static Setting setting(Layer layer) {
    return new Setting(KEY, layer.label(), layer, "given", "");
  }
}
