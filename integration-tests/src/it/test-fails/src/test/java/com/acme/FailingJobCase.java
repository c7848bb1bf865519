/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FailingJobCase {
  @Test
  void passes() {}

  @Test
  void fails() {
    assertEquals(1, 2);
  }

  @Test
  void errs() {
    throw new IllegalStateException("broken");
  }
}
