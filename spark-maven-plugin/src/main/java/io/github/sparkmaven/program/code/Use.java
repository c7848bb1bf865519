/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.Optional;

/**
 * A place where what a call returned goes. A value that is only dropped, cast or kept in a local
 * variable is not used.
 *
 * @param kind what becomes of it
 * @param call the call that takes it; of {@code RECEIVER} and {@code ARGUMENT} alone
 */
public record Use(Kind kind, Optional<Call> call) {

  /** What becomes of a value. */
  public enum Kind {
    /** One of its methods is called. */
    RECEIVER,
    /** It is handed to a method. */
    ARGUMENT,
    /** It is compared, with another or with null. */
    COMPARED,
    /** It leaves the method, is put into a field, an array or a function, or is reckoned with. */
    OTHER
  }
}
