/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects problems, so that a user hears of all of them at once.
 *
 * <p>Validation adds to it and goes on; whoever needs a sound value calls {@link #throwIfAny()}
 * first.
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem; see {@link Problem} for the three texts. */
  public void add(String where, String what, String fix) {
    found.add(new Problem(where, what, fix));
  }

  /** Adds a problem unless {@code holds}. */
  public void require(boolean holds, String where, String what, String fix) {
    if (!holds) {
      add(where, what, fix);
    }
  }

  /** Runs a step that may throw an {@link InputException}; its problems join these. */
  public <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (InputException e) {
      found.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Adds all that another collector has found. */
  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** Returns what has been found so far. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /** Says whether nothing has been found so far. */
  public boolean none() {
    return found.isEmpty();
  }

  /**
   * Ends the validation.
   *
   * @throws InputException if anything was found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InputException(found);
    }
  }
}
