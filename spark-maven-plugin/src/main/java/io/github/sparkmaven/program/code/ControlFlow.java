/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which instruction of a method follows which, exceptions left out; says what the code cannot go
 * around.
 */
final class ControlFlow {
  // Beyond this, a method is a generated one, and the question costs its square.
  private static final int MOST_INSTRUCTIONS = 20_000;

  private final int size;
  private final Map<Integer, List<Integer>> next = new HashMap<>();
  private final Map<Integer, Integer> entrances = new HashMap<>();
  private final BitSet exits = new BitSet();
  private final BitSet loops = new BitSet();
  private final Map<Integer, Boolean> answers = new HashMap<>();

  ControlFlow(int size) {
    this.size = size;
  }

  void edge(int from, int to) {
    if (to <= from) {
      loops.set(to, from + 1);
    }
    List<Integer> targets = next.computeIfAbsent(from, key -> new ArrayList<>());
    if (!targets.contains(to)) {
      targets.add(to);
      entrances.merge(to, 1, Integer::sum);
    }
  }

  /** Notes an instruction that ends the method well. */
  void exit(int instruction) {
    exits.set(instruction);
  }

  /**
   * Says whether an instruction may run several times: it stands between a jump back and where that
   * leads.
   */
  boolean isInLoop(int instruction) {
    return loops.get(instruction);
  }

  /** Says whether anything may run several times. */
  boolean hasLoops() {
    return !loops.isEmpty();
  }

  /**
   * Says whether every way from the beginning to an end without an exception leads through an
   * instruction. Where there is no such end, nobody can tell.
   */
  boolean isAlways(int instruction) {
    if (exits.isEmpty() || size > MOST_INSTRUCTIONS) {
      return false;
    }
    return answers.computeIfAbsent(blockOf(instruction), block -> !leadsPast(block));
  }

  // The first of the instructions that can only run one after the other shares the answer.
  private int blockOf(int instruction) {
    int first = instruction;
    while (first > 0 && isStraight(first - 1, first)) {
      first--;
    }
    return first;
  }

  private boolean isStraight(int from, int to) {
    return next.getOrDefault(from, List.of()).equals(List.of(to))
        && entrances.getOrDefault(to, 0) == 1;
  }

  private boolean leadsPast(int avoided) {
    BitSet seen = new BitSet(size);
    Deque<Integer> open = new ArrayDeque<>();
    if (avoided != 0) {
      open.push(0);
    }
    while (!open.isEmpty()) {
      int at = open.pop();
      if (exits.get(at)) {
        return true;
      }
      for (int target : next.getOrDefault(at, List.of())) {
        if (target != avoided && !seen.get(target)) {
          seen.set(target);
          open.push(target);
        }
      }
    }
    return false;
  }
}
