package org.formulary.expressions.rewrite;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why e-nodes are equal: a forest whose edges are the unions that were made, each with its reason.
 *
 * <p>The path between two equal e-nodes proves their equality; an edge may rest on equalities made
 * before it, which are then proved in turn. (Nieuwenhuis and Oliveras 2005, section 2.4.)
 */
final class Proofs {
  /**
   * Why a union was made.
   *
   * @param rule its name; empty for the congruence of operations with equal operands
   * @param equal e-nodes taken two by two whose equality it rests on
   */
  record Reason(String rule, Soundness soundness, int[] equal) {}

  /** What a proof rests on. */
  record Proof(Set<String> rules, Soundness soundness) {}

  private int[] parent = new int[64];
  private Reason[] reason = new Reason[64];

  /** Makes room for an e-node that is equal to no other. */
  void add(int node) {
    if (node >= parent.length) {
      parent = Arrays.copyOf(parent, 2 * node);
      reason = Arrays.copyOf(reason, 2 * node);
    }
    parent[node] = node;
  }

  /** Records that {@code a} equals {@code b}, which no union said before. */
  void link(int a, int b, Reason why) {
    int node = a;
    int above = b;
    Reason up = why;
    while (true) { // turns the path from a to its root round
      int next = parent[node];
      Reason nextReason = reason[node];
      parent[node] = above;
      reason[node] = up;
      if (next == node) {
        return;
      }
      above = node;
      up = nextReason;
      node = next;
    }
  }

  /** What the equalities of e-nodes, taken two by two, rest on. */
  Proof explain(int[] equal) {
    Set<String> rules = new TreeSet<>();
    Soundness soundness = Soundness.EXACT;
    Set<Reason> seen = new HashSet<>();
    Queue<int[]> open = new ArrayDeque<>();
    open.add(equal);
    while (!open.isEmpty()) {
      int[] pairs = open.remove();
      for (int i = 0; i < pairs.length; i += 2) {
        for (Reason r : path(pairs[i], pairs[i + 1])) {
          if (seen.add(r)) {
            soundness = soundness.and(r.soundness());
            open.add(r.equal());
            if (!r.rule().isEmpty()) {
              rules.add(r.rule());
            }
          }
        }
      }
    }
    return new Proof(rules, soundness);
  }

  private Set<Reason> path(int a, int b) {
    Set<Integer> above = new HashSet<>();
    for (int v = a; above.add(v) && parent[v] != v; ) {
      v = parent[v];
    }
    Set<Reason> path = new HashSet<>();
    int meet = b;
    while (!above.contains(meet)) {
      path.add(reason[meet]);
      meet = parent[meet];
    }
    for (int v = a; v != meet; v = parent[v]) {
      path.add(reason[v]);
    }
    return path;
  }
}
