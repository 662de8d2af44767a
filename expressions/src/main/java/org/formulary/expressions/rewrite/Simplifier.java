package org.formulary.expressions.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.print.InfixPrinter;

/**
 * Rewrites programs to equal ones of fewer operations, by saturation of an e-graph with the {@link
 * Rules} of a class.
 *
 * <ul>
 *   <li>The result never costs more than the program, and simplifying it again changes nothing.
 *   <li>It uses the allowed operations, and those that the program uses already.
 *   <li>It is the cheapest expression that was found within fixed limits, not the cheapest there
 *       is. The limits count e-nodes and matches: the same program gives the same result.
 *   <li>Constants stay exact. Where a rule computes one from others it applies only if the result
 *       is a binary rational: sums and products always, quotients where they happen to be. See
 *       {@link FamilySimplifier} for constants that are fitted afterwards.
 *   <li>A program that divides by what is identically zero, as far as the rules find out, is
 *       defined nowhere over the reals, and is simplified by exact rules only.
 * </ul>
 */
public final class Simplifier {
  private static final int MAX_INSTRUCTIONS = 200;

  private final Soundness soundness;
  private final Set<Op> operations;
  private final OperationCount cost;
  private final Limits limits;

  private Simplifier(Soundness soundness, Set<Op> operations, OperationCount cost, Limits limits) {
    this.soundness = soundness;
    this.operations = operations.isEmpty() ? Set.of() : EnumSet.copyOf(operations);
    this.cost = cost;
    this.limits = limits;
  }

  /** Results have the same bits in IEEE 754 arithmetic. */
  public static Simplifier exact(Set<Op> operations) {
    return within(Soundness.EXACT, operations);
  }

  /** Results are equal over the reals, and must be evaluated again. */
  public static Simplifier real(Set<Op> operations) {
    return within(Soundness.REAL, operations);
  }

  /** Results are equal in the sense of {@code soundness}. */
  public static Simplifier within(Soundness soundness, Set<Op> operations) {
    return new Simplifier(soundness, operations, OperationCount.PLAIN, Limits.STANDARD);
  }

  /** The same with other weights of operations. */
  public Simplifier withCost(OperationCount newCost) {
    return new Simplifier(soundness, operations, newCost, limits);
  }

  /** The same with other limits. */
  public Simplifier withLimits(Limits newLimits) {
    return new Simplifier(soundness, operations, cost, newLimits);
  }

  /**
   * The simplified program; its normal form where it has more than {@value #MAX_INSTRUCTIONS}
   * instructions.
   */
  public Simplified simplify(Program program) {
    Simplified now = new Simplified(NormalForm.of(program), List.of(), Soundness.EXACT);
    if (now.program().skeleton().instructions().size() > MAX_INSTRUCTIONS) {
      return now;
    }
    Comparator<Program> order = order(now.program());
    while (true) {
      Optional<Simplified> next = improved(now.program(), order);
      if (next.isEmpty()) {
        return now;
      }
      Set<String> rules = new TreeSet<>(now.rules());
      rules.addAll(next.get().rules());
      Soundness weakest = now.soundness().and(next.get().soundness());
      now = new Simplified(next.get().program(), List.copyOf(rules), weakest);
    }
  }

  // Most of the gain is found soon; what is shorter then is cheaper to saturate.
  private Optional<Simplified> improved(Program program, Comparator<Program> order) {
    return Stream.of(limits.withNodes(Math.ceilDiv(limits.nodes(), 10)), limits)
        .map(l -> step(program, l))
        .filter(next -> order.compare(next.program(), program) < 0)
        .findFirst();
  }

  // Total and well-founded: every step goes down in it, so that there is a last one, which no
  // further step changes.
  private Comparator<Program> order(Program program) {
    Price price = new Price(cost, permitted(program));
    return Comparator.<Program>comparingDouble(p -> cost.of(p.skeleton()))
        .thenComparingLong(price::of)
        .thenComparingInt(p -> InfixPrinter.print(p).length())
        .thenComparing(InfixPrinter::print);
  }

  private Simplified step(Program program, Limits within) {
    // The sign of a zero that is divided by decides between the infinities.
    boolean signMatters = dividesByComputed(program);
    Soundness asked =
        soundness == Soundness.EXACT_UP_TO_ZERO_SIGN && signMatters ? Soundness.EXACT : soundness;
    return step(program, asked, within)
        .or(() -> step(program, Soundness.EXACT, within))
        .orElseGet(() -> new Simplified(program, List.of(), Soundness.EXACT));
  }

  private Optional<Simplified> step(Program program, Soundness asked, Limits within) {
    Set<Op> permitted = permitted(program);
    EGraph graph = new EGraph(asked == Soundness.REAL ? Folding.REAL : Folding.EXACT);
    int output = Conversion.add(graph, program.skeleton(), program.constants());
    Saturation.run(graph, rules(asked, permitted), within);
    return graph.contradictory()
        ? Optional.empty()
        : Extraction.of(graph, output, new Price(cost, permitted))
            .map(term -> simplified(program, graph, term, output));
  }

  private static Simplified simplified(Program before, EGraph graph, Term term, int output) {
    Program after = NormalForm.of(Conversion.program(graph, term, before.skeleton().inputs()));
    Proofs.Proof proof = graph.proofs().explain(term.equalities(graph, output));
    boolean weaker =
        proof.soundness() == Soundness.EXACT_UP_TO_ZERO_SIGN
            && (dividesByComputed(before) || dividesByComputed(after));
    return new Simplified(
        after, List.copyOf(proof.rules()), weaker ? Soundness.REAL : proof.soundness());
  }

  private Set<Op> permitted(Program program) {
    Set<Op> permitted = EnumSet.noneOf(Op.class);
    permitted.addAll(operations);
    program.skeleton().instructions().forEach(in -> permitted.add(in.op()));
    return permitted;
  }

  /** The rules that can lead to a program in these operations; signs may come and go on the way. */
  static List<Rule> rules(Soundness soundness, Set<Op> permitted) {
    Set<Op> reachable = EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.NEG);
    reachable.addAll(permitted);
    List<Rule> rules = new ArrayList<>(Rules.within(soundness));
    rules.removeIf(r -> !reachable.containsAll(Pattern.operations(r.right())));
    return rules;
  }

  private static boolean dividesByComputed(Program program) {
    Skeleton s = program.skeleton();
    for (Instruction in : s.instructions()) {
      boolean literal =
          in.op() == Op.DIV
              && s.isConstant(in.b())
              && program.constants().get(in.b() - s.inputs()).signum() != 0;
      if (in.op() == Op.DIV && !literal) {
        return true;
      }
    }
    return false;
  }
}
