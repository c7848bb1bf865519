/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.io.IOException;

/** Says in a sentence of ours why there is no answer. */
final class NoAnswer extends IOException {
  private static final long serialVersionUID = 1;

  /** Is passed on as it stands; a cause would replace it. */
  NoAnswer(String message) {
    super(message);
  }
}
