/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FirstTest {
  @Test
  void runsSparkWithNothingElseInThePom() throws IOException {
    Jvm.check("firsttest");
    assertEquals("1", System.getProperty("mine"));
  }
}
