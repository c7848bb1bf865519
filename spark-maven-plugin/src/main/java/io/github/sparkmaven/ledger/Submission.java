/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

/** A page of the ledger: what was to be submitted, and what became of it. */
public record Submission(Intent intent, Outcome outcome) {

  /** Returns the submission with another outcome. */
  public Submission with(Outcome other) {
    return new Submission(intent, other);
  }
}
