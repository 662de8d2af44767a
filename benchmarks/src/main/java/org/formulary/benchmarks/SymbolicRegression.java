package org.formulary.benchmarks;

import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.engine.Limits;
import io.jenetics.ext.SingleNodeCrossover;
import io.jenetics.ext.util.Tree;
import io.jenetics.prog.ProgramGene;
import io.jenetics.prog.op.Const;
import io.jenetics.prog.op.EphemeralConst;
import io.jenetics.prog.op.MathOp;
import io.jenetics.prog.op.Op;
import io.jenetics.prog.op.Val;
import io.jenetics.prog.op.Var;
import io.jenetics.prog.regression.Error;
import io.jenetics.prog.regression.LossFunction;
import io.jenetics.prog.regression.Regression;
import io.jenetics.prog.regression.Sample;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;

/**
 * Symbolic regression of 2^x on [0,1] by {@code jenetics.prog} as shipped: trees, crossover and
 * mutation, ephemeral constants, mean square of the error on samples. What it finds is judged by
 * its largest relative error at those samples and by its operations once equal parts are shared.
 */
final class SymbolicRegression {
  private static final ISeq<Op<Double>> OPERATIONS =
      ISeq.of(MathOp.ADD, MathOp.SUB, MathOp.MUL, MathOp.DIV);
  private static final int DEPTH = 5;
  private static final int POINTS = 129;
  private static final double LARGEST_CONSTANT = 32;

  private final double[] x = IntStream.range(0, POINTS).mapToDouble(i -> i / 128.0).toArray();
  private final int maxOperations;
  private final double[] best;

  /** The lowest loss of trees of each size, so that only better ones are looked at. */
  private final Map<Integer, Double> least = new TreeMap<>();

  SymbolicRegression(int maxOperations) {
    this.maxOperations = maxOperations;
    this.best = new double[maxOperations + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
  }

  /** The lowest errors with at most so many operations. */
  SortedMap<Integer, Double> run(long seed, Duration time) {
    Random random = new Random(seed);
    ISeq<Op<Double>> terminals =
        ISeq.of(
            Var.of("x", 0),
            EphemeralConst.of(
                () -> (2 * RandomRegistry.random().nextDouble() - 1) * LARGEST_CONSTANT));
    List<Sample<Double>> samples = new ArrayList<>();
    for (double at : x) {
      samples.add(Sample.ofDouble(at, Math.pow(2, at)));
    }
    Regression<Double> regression =
        Regression.of(
            Regression.codecOf(OPERATIONS, terminals, DEPTH), Error.of(LossFunction::mse), samples);
    RandomRegistry.with(random)
        .run(
            () ->
                Engine.builder(regression)
                    .minimizing()
                    .alterers(new SingleNodeCrossover<>(0.1), new Mutator<>())
                    .build()
                    .stream()
                    .limit(Limits.byExecutionTime(time))
                    .forEach(result -> result.population().forEach(this::look)));
    SortedMap<Integer, Double> errors = new TreeMap<>();
    double lowest = Double.POSITIVE_INFINITY;
    for (int n = 0; n <= maxOperations; n++) {
      lowest = Math.min(lowest, best[n]);
      errors.put(n, lowest);
    }
    return errors;
  }

  private void look(Phenotype<ProgramGene<Double>, Double> p) {
    ProgramGene<Double> tree = p.genotype().gene();
    int size = tree.size();
    if (!(p.fitness() < least.getOrDefault(size, Double.POSITIVE_INFINITY))) {
      return;
    }
    least.put(size, p.fitness());
    Program program = new Translation().of(tree);
    int operations = (int) OperationCount.PLAIN.of(program.skeleton());
    if (operations <= maxOperations) {
      best[operations] = Math.min(best[operations], error(program));
    }
  }

  private double error(Program program) {
    double max = 0;
    for (double at : x) {
      double y = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, at);
      double error = Math.abs(y / Math.pow(2, at) - 1);
      max = error <= max ? max : error; // NaN stays
    }
    return max == max ? max : Double.POSITIVE_INFINITY;
  }

  /** A tree as a program; values are numbered once all constants are known. */
  private static final class Translation {
    private static final int INPUT = -1;
    private final List<BinaryRational> constants = new ArrayList<>();
    private final List<int[]> code = new ArrayList<>();
    private final List<org.formulary.expressions.Op> ops = new ArrayList<>();

    Program of(Tree<? extends Op<Double>, ?> tree) {
      int output = value(tree);
      List<Instruction> instructions = new ArrayList<>();
      for (int i = 0; i < code.size(); i++) {
        int[] operands = code.get(i);
        instructions.add(new Instruction(ops.get(i), number(operands[0]), number(operands[1]), -1));
      }
      Skeleton skeleton = new Skeleton(1, constants.size(), instructions, number(output));
      return NormalForm.of(new Program(skeleton, constants));
    }

    /** The input, a constant as −2 − its number, or an instruction's number. */
    private int value(Tree<? extends Op<Double>, ?> node) {
      Op<Double> op = node.value();
      if (op instanceof Var<Double>) {
        return INPUT;
      }
      if (op instanceof Val<Double> || op instanceof Const<Double>) {
        constants.add(BinaryRational.of(op.apply(new Double[0])));
        return INPUT - constants.size();
      }
      int a = value(node.childAt(0));
      int b = value(node.childAt(1));
      ops.add(operation((MathOp) op));
      code.add(new int[] {a, b});
      return code.size() - 1;
    }

    private int number(int value) {
      return value >= 0 ? 1 + constants.size() + value : value == INPUT ? 0 : INPUT - value;
    }

    private static org.formulary.expressions.Op operation(MathOp op) {
      return switch (op) {
        case ADD -> org.formulary.expressions.Op.ADD;
        case SUB -> org.formulary.expressions.Op.SUB;
        case MUL -> org.formulary.expressions.Op.MUL;
        case DIV -> org.formulary.expressions.Op.DIV;
        default -> throw new IllegalArgumentException("not among the operations: " + op);
      };
    }
  }
}
