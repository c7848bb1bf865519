package com.acme.clustering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The job's command line: {@code --input <csv> --k <n> [--output <dir>]}. */
record Arguments(String input, int k, Optional<String> output) {
  private static final Set<String> NAMES = Set.of("--input", "--k", "--output");

  static Arguments parse(String... args) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i])) {
        throw usage("unknown argument '" + args[i] + "'");
      }
      if (i + 1 == args.length) {
        throw usage(args[i] + " needs a value");
      }
      values.put(args[i], args[i + 1]);
    }
    return new Arguments(
        required(values, "--input"),
        clusters(required(values, "--k")),
        Optional.ofNullable(values.get("--output")));
  }

  private static String required(Map<String, String> values, String name) {
    if (!values.containsKey(name)) {
      throw usage(name + " is missing");
    }
    return values.get(name);
  }

  private static int clusters(String value) {
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 2) {
      throw usage("--k must be a whole number of at least 2, but is '" + value + "'");
    }
    return Integer.parseInt(value);
  }

  private static IllegalArgumentException usage(String problem) {
    return new IllegalArgumentException(
        problem + "; usage: Clustering --input <csv> --k <n> [--output <dir>]");
  }
}
