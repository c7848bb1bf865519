/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

/** Is needed by the job. */
public final class Greeting {
  private Greeting() {}

  public static String text() {
    return "hello from lib";
  }
}
