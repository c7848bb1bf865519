/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.util.Optional;

/**
 * How the bundle's submission is followed, as texts that the script's options accept.
 *
 * @param waitFor {@code accepted}, {@code running} or {@code end}
 * @param timeout a duration with its unit
 * @param onRunning {@code fail}, {@code reattach} or {@code replace}
 * @param proxyUser whom the job runs as
 */
public record FollowOptions(
    String waitFor, Optional<String> timeout, String onRunning, Optional<String> proxyUser) {}
