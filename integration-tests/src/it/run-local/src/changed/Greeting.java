package com.acme;

final class Greeting {
  static final String TEXT = "after the change";

  private Greeting() {}
}
