package org.formulary.expressions.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;

/**
 * One expression out of an e-graph: for each class it needs, operands first, the e-node that stands
 * for it.
 *
 * @param nodes by class, in evaluation order; the last is the root's
 */
record Term(Map<Integer, Integer> nodes) {
  /** The expression below {@code root} by a choice for each class; empty where it has a cycle. */
  static Optional<Term> of(EGraph graph, int root, IntUnaryOperator choice) {
    Map<Integer, Integer> done = new LinkedHashMap<>();
    return visit(graph, root, choice, done, new ArrayList<>())
        ? Optional.of(new Term(done))
        : Optional.empty();
  }

  private static boolean visit(
      EGraph graph,
      int root,
      IntUnaryOperator choice,
      Map<Integer, Integer> done,
      List<Integer> path) {
    if (done.containsKey(root)) {
      return true;
    }
    int node = choice.applyAsInt(root);
    if (node < 0 || path.contains(root)) {
      return false;
    }
    path.add(root);
    if (graph.node(node) instanceof Node.Apply(Instruction in)) {
      for (int i = 0; i < in.op().arity(); i++) {
        if (!visit(graph, graph.find(in.operand(i)), choice, done, path)) {
          return false;
        }
      }
    }
    path.removeLast();
    done.put(root, node);
    return true;
  }

  /** The price of the expression, each class counted once. */
  long price(EGraph graph, Price price) {
    Map<Integer, Boolean> counted = new LinkedHashMap<>();
    long sum = 0;
    for (Map.Entry<Integer, Integer> e : nodes.entrySet()) {
      boolean depends =
          switch (graph.node(e.getValue())) {
            case Node.Input _ -> true;
            case Node.Constant(BinaryRational value) -> {
              sum += price.of(value);
              yield false;
            }
            case Node.Apply(Instruction in) -> {
              boolean any = false;
              for (int i = 0; i < in.op().arity(); i++) {
                any |= counted.get(graph.find(in.operand(i)));
              }
              sum += price.of(in.op(), any);
              yield any;
            }
          };
      counted.put(e.getKey(), depends);
    }
    return sum;
  }

  /**
   * The e-nodes whose equality makes this expression equal to {@code origin}, taken two by two: the
   * root, and each operand as it was first written beside the one that stands for it now.
   */
  int[] equalities(EGraph graph, int origin) {
    IntList equal = new IntList();
    equal.add(origin);
    equal.add(nodes.get(graph.find(origin)));
    for (int node : nodes.values()) {
      if (graph.node(node) instanceof Node.Apply(Instruction in)) {
        for (int i = 0; i < in.op().arity(); i++) {
          equal.add(in.operand(i));
          equal.add(nodes.get(graph.find(in.operand(i))));
        }
      }
    }
    return equal.toArray();
  }
}
