/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import java.util.Arrays;
import java.util.List;

/**
 * What becomes of a pod: steps separated by commas, their words by colons.
 *
 * <ul>
 *   <li>{@code unschedulable:MILLIS}: no node has room for it
 *   <li>{@code waiting:REASON:MILLIS}: its container cannot start, as by {@code ImagePullBackOff}
 *   <li>{@code running:MILLIS}: it runs, as far as the API knows
 *   <li>{@code run}: its process is run, and the process' exit code is the container's
 *   <li>{@code exit:CODE} or {@code exit:CODE:REASON}: its container ended
 *   <li>{@code evicted}: the node put it out
 *   <li>{@code deleted}: somebody deleted it
 * </ul>
 *
 * <p>A pod stays as its last step left it. A time that is left out is for ever.
 */
record PodScript(List<List<String>> steps) {
  /** The annotation that holds a pod's own script. */
  static final String ANNOTATION = "kubelet-double/script";

  static PodScript parse(String text) {
    return new PodScript(
        Arrays.stream(text.split(",", -1))
            .map(step -> List.of(step.strip().split(":", -1)))
            .toList());
  }
}
