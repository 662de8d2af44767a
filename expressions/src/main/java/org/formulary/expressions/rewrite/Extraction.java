package org.formulary.expressions.rewrite;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;

/**
 * Picks a cheap expression out of an e-graph, shared sub-expressions counted once.
 *
 * <p>The least is NP-hard to find. Here every class takes the e-node whose expression, with the
 * choices made below it, has the least price as a graph; then single choices are changed while that
 * lowers the whole price. Guaranteed is that the result is an expression of the class, uses allowed
 * operations only, and is a local minimum under changes of one choice; not that it is the least,
 * nor that it is cheaper than what the e-graph was made from: callers compare.
 */
final class Extraction {
  private static final int MAX_PASSES = 100;

  /**
   * The cheapest known expression of a class.
   *
   * @param classes it needs, ascending
   * @param prices of their own, in that order
   * @param hash of its structure: the same for the same expression in any e-graph
   */
  private record Choice(
      int node, int[] classes, long[] prices, long total, boolean depends, long hash) {
    boolean better(Choice that) {
      return that == null || total < that.total || (total == that.total && hash < that.hash);
    }
  }

  private final EGraph graph;
  private final Price price;
  private final Choice[] choices;

  private Extraction(EGraph graph, Price price) {
    this.graph = graph;
    this.price = price;
    this.choices = new Choice[graph.size()];
  }

  /** The expression; empty where the class of {@code node} has none in the allowed operations. */
  static Optional<Term> of(EGraph graph, int node, Price price) {
    Extraction extraction = new Extraction(graph, price);
    extraction.choose();
    return Term.of(graph, graph.find(node), extraction::chosen).map(extraction::improved);
  }

  private int chosen(int root) {
    return choices[root] == null ? -1 : choices[root].node();
  }

  private void choose() {
    boolean changed = true;
    for (int pass = 0; changed && pass < MAX_PASSES; pass++) {
      changed = false;
      for (int root = 0; root < choices.length; root++) {
        if (graph.find(root) == root) {
          changed |= choose(root);
        }
      }
    }
  }

  private boolean choose(int root) {
    boolean changed = false;
    IntList members = graph.eclass(root).members();
    for (int i = 0; i < members.size(); i++) {
      Choice choice = choice(root, members.get(i));
      if (choice != null && choice.better(choices[root])) {
        choices[root] = choice;
        changed = true;
      }
    }
    return changed;
  }

  /** The expression that the e-node gives with the choices made; null where it gives none yet. */
  private Choice choice(int root, int node) {
    return switch (graph.node(node)) {
      case Node.Input(int number) ->
          new Choice(node, new int[0], new long[0], 0, true, hash(1, number));
      case Node.Constant(BinaryRational value) -> {
        long own = price.of(value);
        long hash = hash(value.exponent(), value.significand().longValue());
        yield new Choice(node, new int[] {root}, new long[] {own}, own, false, hash);
      }
      case Node.Apply(Instruction in) ->
          price.operations().contains(in.op()) ? choice(root, node, in) : null;
    };
  }

  private Choice choice(int root, int node, Instruction in) {
    Choice all = null;
    for (int i = 0; i < in.op().arity(); i++) {
      Choice operand = choices[graph.find(in.operand(i))];
      if (operand == null) {
        return null;
      }
      all = all == null ? operand : merge(all, operand, in.op().commutative() && i == 1);
    }
    long own = price.of(in.op(), all.depends());
    for (int c : all.classes()) {
      if (c == root) {
        return null;
      }
    }
    Choice self = new Choice(node, new int[] {root}, new long[] {own}, own, false, 0);
    Choice merged = merge(all, self, false);
    long hash = hash(in.op().ordinal() + 7L, all.hash());
    return new Choice(node, merged.classes(), merged.prices(), merged.total(), all.depends(), hash);
  }

  // Where two choices know a class at different prices the higher one counts: then no class ever
  // costs less than what it needs, which keeps the choices free of cycles.
  private static Choice merge(Choice x, Choice y, boolean symmetric) {
    int[] classes = new int[x.classes().length + y.classes().length];
    long[] prices = new long[classes.length];
    int n = 0;
    long total = 0;
    for (int i = 0, j = 0; i < x.classes().length || j < y.classes().length; n++) {
      int a = i < x.classes().length ? x.classes()[i] : Integer.MAX_VALUE;
      int b = j < y.classes().length ? y.classes()[j] : Integer.MAX_VALUE;
      classes[n] = Math.min(a, b);
      long one = a <= b ? x.prices()[i++] : 0;
      long other = b <= a ? y.prices()[j++] : 0;
      prices[n] = Math.max(one, other);
      total += prices[n];
    }
    long low = symmetric ? Math.min(x.hash(), y.hash()) : x.hash();
    long high = symmetric ? Math.max(x.hash(), y.hash()) : y.hash();
    return new Choice(
        -1,
        Arrays.copyOf(classes, n),
        Arrays.copyOf(prices, n),
        total,
        x.depends() || y.depends(),
        hash(low, high));
  }

  private static long hash(long a, long b) {
    long h = (a ^ Long.rotateLeft(b, 29)) * 0x9e3779b97f4a7c15L;
    return (h ^ h >>> 32) * 0xd6e8feb86659fd93L;
  }

  /** Changes single choices while that lowers the price. */
  private Term improved(Term start) {
    Term best = start;
    long least = start.price(graph, price);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<Integer, Integer> e : best.nodes().entrySet()) {
        Optional<Term> other = cheaper(best, e.getKey(), least);
        if (other.isPresent()) {
          best = other.get();
          least = best.price(graph, price);
          changed = true;
          break;
        }
      }
    }
    return best;
  }

  private Optional<Term> cheaper(Term term, int root, long least) {
    IntList members = graph.eclass(root).members();
    for (int i = 0; i < members.size(); i++) {
      int member = members.get(i);
      boolean allowed =
          !(graph.node(member) instanceof Node.Apply(Instruction in))
              || price.operations().contains(in.op());
      if (allowed) {
        Optional<Term> other =
            Term.of(
                graph,
                lastClass(term),
                c -> c == root ? member : term.nodes().getOrDefault(c, chosen(c)));
        if (other.isPresent() && other.get().price(graph, price) < least) {
          return other;
        }
      }
    }
    return Optional.empty();
  }

  private static int lastClass(Term term) {
    int last = -1;
    for (int c : term.nodes().keySet()) {
      last = c;
    }
    return last;
  }
}
