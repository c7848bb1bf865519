/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Prints what it was given. */
public final class Job {
  private Job() {}

  public static void main(String[] args) {
    for (String arg : args) {
      // Base64, so that what was given can be compared byte for byte.
      byte[] bytes = arg.getBytes(StandardCharsets.UTF_8);
      System.out.println("argument " + Base64.getEncoder().encodeToString(bytes) + ".");
    }
  }
}
