/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

final class Greeting {
  static final String TEXT = "after the change";

  private Greeting() {}
}
