/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import org.jspecify.annotations.Nullable;

/** Notices when two want at once what only one can have. */
final class Turn {
  private @Nullable String holder;

  /**
   * Takes the turn.
   *
   * @throws IllegalStateException if somebody has it. Waiting would not do: a worker thread of
   *     JUnit's pool that waits for children may run another class in between.
   */
  synchronized void take(String name) {
    if (holder != null) {
      throw new IllegalStateException(
          String.format(
              "%s uses Spark while %s does, but both have one session, which is put in order after"
                  + " each. Annotate the classes with @SparkTest instead of"
                  + " @ExtendWith(SparkExtension.class), or with"
                  + " @ResourceLock(SparkExtension.LOCK) too, so that JUnit runs them one after"
                  + " the other.",
              name, holder));
    }
    holder = name;
  }

  synchronized void release() {
    holder = null;
  }
}
