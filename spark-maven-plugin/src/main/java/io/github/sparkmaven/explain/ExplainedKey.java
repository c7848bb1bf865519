/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.List;
import java.util.Optional;

/**
 * A key with its whole history.
 *
 * @param key the key
 * @param claims what each layer gives it, the winning one first, Spark's default last; empty where
 *     nobody sets it and Spark has no default
 * @param ineffective what the program sets in vain, each with why
 * @param link the section of Spark's documentation that has the key; may be empty
 */
public record ExplainedKey(String key, List<Claim> claims, List<Claim> ineffective, String link) {

  /** Copies the lists. */
  public ExplainedKey {
    claims = List.copyOf(claims);
    ineffective = List.copyOf(ineffective);
  }

  /** Returns the claim that wins. */
  public Optional<Claim> effective() {
    return claims.stream().findFirst();
  }

  /** Returns the claims that the winning one overrides, the highest layer first. */
  public List<Claim> overridden() {
    return claims.isEmpty() ? List.of() : claims.subList(1, claims.size());
  }

  /** Says whether any layer or the program sets it. */
  boolean isSet() {
    return !ineffective.isEmpty()
        || claims.stream().anyMatch(claim -> !claim.layer().equals(Claim.SPARK));
  }
}
