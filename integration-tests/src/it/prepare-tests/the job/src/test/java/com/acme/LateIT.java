/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LateIT {
  @Test
  void runsSparkWithNothingElseInThePom() throws IOException {
    Jvm.check("lateit");
    assertEquals(null, System.getProperty("mine"));
  }
}
