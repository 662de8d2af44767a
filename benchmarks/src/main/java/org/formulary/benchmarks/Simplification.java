package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.eval.Rational;
import org.formulary.expressions.eval.RationalArithmetic;
import org.formulary.expressions.rewrite.Limits;
import org.formulary.expressions.rewrite.Simplifier;

/** Whether programs that were made longer on purpose become as short as they were. */
final class Simplification implements Benchmark<List<Simplification.Case>> {
  /**
   * One program.
   *
   * @param redundant what the simplifier was given
   * @param result what it gave
   */
  record Case(Program original, Program redundant, Program result, long nanoseconds) {}

  private static final long SEED = 20261101;
  private static final int PROGRAMS = 1000;
  private static final int PROGRAMS_QUICK = 20;
  private static final int REPORT = 100;

  /** E-nodes spent on finding out whether an original is redundant. */
  private static final int BRIEF = 500;

  private static final double RESTORED = 0.95;
  private static final double MILLISECONDS = 500;

  /** Where exact values are compared; poles of random programs lie elsewhere, most of the time. */
  private static final List<Rational> POINTS =
      List.of(
          Rational.of(7, 3),
          Rational.of(-19, 7),
          Rational.of(101, 11),
          Rational.of(-5, 13),
          Rational.of(1, 1009),
          Rational.of(3001, 17));

  @Override
  public String name() {
    return "simplifier";
  }

  @Override
  public String question() {
    return "programs of up to 8 operations, made longer by 1 to 6 rules of algebra against the grain:"
        + " 95 % become as short as they were, none becomes wrong";
  }

  @Override
  public List<Case> measure(Log log) {
    return run(log, PROGRAMS);
  }

  @Override
  public List<Case> quick(Log log) {
    return run(log, PROGRAMS_QUICK);
  }

  private static List<Case> run(Log log, int programs) {
    SplittableRandom random = new SplittableRandom(SEED);
    Simplifier simplifier = Simplifier.real(EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV));
    Simplifier brief = simplifier.withLimits(Limits.STANDARD.withNodes(BRIEF));
    List<Case> cases = new ArrayList<>();
    while (cases.size() < programs) {
      RedundantPrograms.Pair pair =
          RedundantPrograms.next(random, random.nextInt(3, 9), random.nextInt(1, 7));
      if (worthwhile(pair, brief)) {
        long start = System.nanoTime();
        Program result = simplifier.simplify(pair.redundant()).program();
        long took = System.nanoTime() - start;
        cases.add(new Case(pair.original(), pair.redundant(), result, took));
        if (cases.size() % REPORT == 0) {
          log.say(cases.size() + " of " + programs);
        }
      }
    }
    return cases;
  }

  /** Whether the programs are defined, and the original is not redundant itself. */
  private static boolean worthwhile(RedundantPrograms.Pair pair, Simplifier brief) {
    double operations = operations(pair.original());
    return operations > 0
        && POINTS.stream().allMatch(x -> value(pair.redundant(), x).isPresent())
        && operations(brief.simplify(pair.original()).program()) >= operations;
  }

  /** The exact value; empty at a pole. */
  private static Optional<Rational> value(Program program, Rational x) {
    try {
      return Optional.of(Interpreter.evaluate(program, RationalArithmetic.INSTANCE, x));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static double operations(Program program) {
    return OperationCount.PLAIN.of(program.skeleton());
  }

  @Override
  public List<Case> plant(List<Case> data) {
    List<Case> wrong = new ArrayList<>(data);
    Case first = data.getFirst();
    Skeleton one = new Skeleton(1, 1, List.of(Instruction.of(Op.MUL, 0, 1)), 2);
    Program other = new Program(one, List.of(BinaryRational.of(12345)));
    wrong.set(0, new Case(first.original(), first.redundant(), other, first.nanoseconds()));
    return wrong;
  }

  @Override
  public String defect() {
    return "one result is another program";
  }

  @Override
  public List<Row> judge(List<Case> data) {
    long restored =
        data.stream().filter(c -> operations(c.result()) <= operations(c.original())).count();
    long longer =
        data.stream().filter(c -> operations(c.result()) > operations(c.redundant())).count();
    long wrong = data.stream().filter(Simplification::wrong).count();
    double share = (double) restored / data.size();
    double milliseconds = mean(data, c -> c.nanoseconds() * 1e-6);
    double slowest = data.stream().mapToDouble(c -> c.nanoseconds() * 1e-6).max().orElse(0);
    double before = mean(data, c -> operations(c.redundant()));
    double after = mean(data, c -> operations(c.result()));
    return List.of(
        new Row(
            "as short as before or shorter",
            "≥ %.0f %%".formatted(100 * RESTORED),
            "%.2f %% of %d".formatted(100 * share, data.size()),
            share >= RESTORED),
        new Row(
            "wrong in exact arithmetic, at " + POINTS.size() + " points",
            "0",
            Long.toString(wrong),
            wrong == 0),
        new Row("longer than what was given", "0", Long.toString(longer), longer == 0),
        new Row(
            "mean operations",
            "fewer than %.2f".formatted(before),
            "%.2f (before it was made longer %.2f)"
                .formatted(after, mean(data, c -> operations(c.original()))),
            after < before),
        new Row(
            "mean time per program",
            "≤ %.0f ms".formatted(MILLISECONDS),
            "%.1f ms, at most %.0f ms".formatted(milliseconds, slowest),
            milliseconds <= MILLISECONDS));
  }

  private static boolean wrong(Case c) {
    return !POINTS.stream().allMatch(x -> value(c.result(), x).equals(value(c.redundant(), x)));
  }

  private static double mean(List<Case> data, ToDoubleFunction<Case> what) {
    return data.stream().mapToDouble(what).average().orElse(0);
  }
}
