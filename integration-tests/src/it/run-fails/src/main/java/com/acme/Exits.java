/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

/** Ends the JVM before it has a context. */
public final class Exits {
  private Exits() {}

  public static void main(String[] args) {
    System.out.println("about to exit");
    System.exit(3);
  }
}
