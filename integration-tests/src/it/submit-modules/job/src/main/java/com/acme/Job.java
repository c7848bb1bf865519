/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

/** Needs a module of its own build. */
public final class Job {
  private Job() {}

  public static void main(String[] args) {
    System.out.println(Greeting.text());
    if (args.length > 0) {
      throw new IllegalStateException(args[0]);
    }
  }
}
