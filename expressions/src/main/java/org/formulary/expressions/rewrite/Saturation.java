package org.formulary.expressions.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;

/**
 * Applies rules to an e-graph until nothing new follows, or a limit is reached.
 *
 * <p>Each round searches with every rule before it changes anything. A rule that matches too often
 * is banned for some rounds, longer each time, so that associativity does not crowd out the rest
 * (the back-off scheduler of egg).
 *
 * <p>Why rules over the reals can be mixed: the right side of each is defined wherever the left
 * side is, so by induction every e-node equal to one of the program's is defined, and equal to it,
 * wherever the whole program is. Only a program that is defined nowhere leads to contradictions.
 *
 * <p>No clock takes part: the result is a function of the arguments.
 */
final class Saturation {
  private final EGraph graph;
  private final List<Rule> rules;
  private final Limits limits;
  private final int[] bans;
  private final int[] bannedUntil;
  private int matches;

  private Saturation(EGraph graph, List<Rule> rules, Limits limits) {
    this.graph = graph;
    this.rules = rules;
    this.limits = limits;
    this.bans = new int[rules.size()];
    this.bannedUntil = new int[rules.size()];
  }

  /** Saturates the graph; whether it was done before a limit was reached. */
  static boolean run(EGraph graph, List<Rule> rules, Limits limits) {
    return new Saturation(graph, rules, limits).run();
  }

  private boolean run() {
    graph.rebuild();
    for (int round = 0; round < limits.rounds(); round++) {
      boolean changed = round(round);
      if (graph.contradictory() || exhausted()) {
        return false;
      }
      if (!changed) {
        int now = round;
        if (Arrays.stream(bannedUntil).noneMatch(until -> until > now)) {
          return true;
        }
        Arrays.fill(bannedUntil, 0);
      }
    }
    return false;
  }

  private boolean exhausted() {
    return graph.size() >= limits.nodes() || matches >= limits.matches();
  }

  private boolean round(int round) {
    Map<Op, IntList> nodes = byOperation();
    List<List<Matcher.Match>> found = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      found.add(bannedUntil[i] > round ? List.of() : search(i, round, nodes));
    }
    boolean changed = false;
    for (int i = 0; i < rules.size(); i++) {
      for (Matcher.Match match : found.get(i)) {
        if (exhausted()) {
          break;
        }
        matches++;
        changed |= apply(rules.get(i), match);
      }
    }
    graph.rebuild();
    return changed;
  }

  private Map<Op, IntList> byOperation() {
    Map<Op, IntList> nodes = new EnumMap<>(Op.class);
    for (Op op : Op.values()) {
      IntList all = new IntList();
      for (int id = 0; id < graph.size(); id++) {
        if (graph.find(id) == id) {
          all.addAll(graph.eclass(id).members(op));
        }
      }
      nodes.put(op, all);
    }
    return nodes;
  }

  /** The matches of a rule, or none where they are too many. */
  private List<Matcher.Match> search(int rule, int round, Map<Op, IntList> nodes) {
    int limit = limits.matchesPerRule() << bans[rule];
    List<Matcher.Match> found = new ArrayList<>();
    Pattern.Apply pattern = rules.get(rule).root();
    IntList candidates = nodes.get(pattern.op());
    for (int i = 0; i < candidates.size(); i++) {
      boolean goOn =
          Matcher.at(
              graph,
              pattern,
              candidates.get(i),
              match -> {
                found.add(match);
                return found.size() <= limit;
              });
      if (!goOn) {
        bannedUntil[rule] = round + 1 + (limits.banRounds() << bans[rule]);
        bans[rule] = Math.min(bans[rule] + 1, 10);
        return List.of();
      }
    }
    return found;
  }

  private boolean apply(Rule rule, Matcher.Match match) {
    IntList equal = new IntList();
    for (int node : match.equal()) {
      equal.add(node);
    }
    OptionalInt right = build(rule.right(), match.bindings(), equal);
    return right.isPresent()
        && graph.union(
            match.root(),
            right.getAsInt(),
            new Proofs.Reason(rule.name(), rule.soundness(), equal.toArray()));
  }

  /** The e-node of the right side; empty where a constant is not representable. */
  private OptionalInt build(Pattern pattern, int[] bindings, IntList equal) {
    return switch (pattern) {
      case Pattern.Variable v -> OptionalInt.of(bindings[v.slot()]);
      case Pattern.Literal(BinaryRational value) ->
          OptionalInt.of(graph.addConstant(graph.folding().literal(value)));
      case Pattern.Apply(Op op, List<Pattern> operands) -> {
        int[] nodes = {-1, -1, -1};
        for (int i = 0; i < operands.size(); i++) {
          OptionalInt operand = build(operands.get(i), bindings, equal);
          if (operand.isEmpty()) {
            yield operand;
          }
          nodes[i] = operand.getAsInt();
        }
        Instruction in = new Instruction(op, nodes[0], nodes[1], nodes[2]);
        yield graph.admits(in) ? OptionalInt.of(graph.add(in, equal)) : OptionalInt.empty();
      }
    };
  }
}
