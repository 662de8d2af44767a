package org.formulary.expressions.rewrite;

import java.util.Arrays;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;

/** Finds where the left side of a rule occurs in an e-graph, by backtracking. */
final class Matcher {
  /**
   * An occurrence.
   *
   * @param root the e-node that matched the whole pattern
   * @param bindings e-nodes, by {@link Pattern.Variable#slot}
   * @param equal what the match rests on, e-nodes taken two by two
   */
  record Match(int root, int[] bindings, int[] equal) {}

  /** Takes a match; whether to go on. */
  interface Taker {
    boolean take(Match match);
  }

  /** What remains to be matched once a pattern is. */
  private interface Rest {
    boolean run();
  }

  private static final int SLOTS = 16;
  private static final int UNBOUND = -1;

  private final EGraph graph;
  private final Pattern.Apply pattern;
  private final Taker taker;
  private final int[] bindings = new int[SLOTS];
  private final IntList equal = new IntList();

  private Matcher(EGraph graph, Pattern.Apply pattern, Taker taker) {
    this.graph = graph;
    this.pattern = pattern;
    this.taker = taker;
  }

  /** Gives every match at the e-node to {@code taker}; whether it wanted to go on. */
  static boolean at(EGraph graph, Pattern.Apply pattern, int node, Taker taker) {
    Matcher matcher = new Matcher(graph, pattern, taker);
    Arrays.fill(matcher.bindings, UNBOUND);
    return matcher.operation(pattern, node, () -> matcher.found(node));
  }

  private boolean found(int node) {
    return taker.take(new Match(node, bindings.clone(), equal.toArray()));
  }

  private boolean operation(Pattern.Apply p, int node, Rest rest) {
    if (!(graph.node(node) instanceof Node.Apply(Instruction in)) || in.op() != p.op()) {
      return true;
    }
    boolean goOn = operands(p.operands(), in, 0, rest);
    boolean swap = in.op().commutative() && graph.find(in.a()) != graph.find(in.b());
    if (goOn && swap) {
      Instruction swapped = new Instruction(in.op(), in.b(), in.a(), in.c());
      goOn = operands(p.operands(), swapped, 0, rest);
    }
    return goOn;
  }

  private boolean operands(List<Pattern> patterns, Instruction in, int i, Rest rest) {
    return i == patterns.size()
        ? rest.run()
        : operand(patterns.get(i), in.operand(i), () -> operands(patterns, in, i + 1, rest));
  }

  private boolean operand(Pattern p, int node, Rest rest) {
    return switch (p) {
      case Pattern.Variable v -> variable(v, node, rest);
      case Pattern.Literal(BinaryRational value) -> {
        int constant = graph.constant(graph.find(node));
        boolean same =
            constant >= 0 && graph.value(constant).equals(graph.folding().literal(value));
        yield !same || resting(node, constant, rest);
      }
      case Pattern.Apply apply -> {
        IntList members = graph.eclass(graph.find(node)).members(apply.op());
        boolean goOn = true;
        for (int i = 0; i < members.size() && goOn; i++) {
          int member = members.get(i);
          goOn = operation(apply, member, () -> resting(node, member, rest));
        }
        yield goOn;
      }
    };
  }

  private boolean variable(Pattern.Variable v, int node, Rest rest) {
    int bound = bindings[v.slot()];
    if (bound != UNBOUND) {
      return graph.find(bound) != graph.find(node) || resting(bound, node, rest);
    }
    int value = node;
    if (v.constant()) {
      value = graph.constant(graph.find(node));
      if (value < 0 || !v.admits(graph.value(value))) {
        return true;
      }
    }
    bindings[v.slot()] = value;
    boolean goOn = resting(node, value, rest);
    bindings[v.slot()] = UNBOUND;
    return goOn;
  }

  /** Goes on with a match that rests on the equality of two e-nodes. */
  private boolean resting(int a, int b, Rest rest) {
    int size = equal.size();
    if (a != b) {
      equal.add(a);
      equal.add(b);
    }
    boolean goOn = rest.run();
    equal.truncate(size);
    return goOn;
  }
}
