/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import org.junit.jupiter.api.Test;

class SomeTest {
  @Test
  void isThere() {}
}
