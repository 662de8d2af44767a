package org.formulary.expressions.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.RandomPrograms;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FamilySimplifierTest {
  private static final Set<Op> FIELD = EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV);

  private static Family simplify(String text) {
    return new FamilySimplifier(FIELD).simplify(ProgramParser.parse(text).skeleton());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x*3 + x*5                     | 1",
        "x/3*5                         | 1",
        "(x*3 + 2)*5                   | 2",
        "(x*3 + 1)/(x*2 + 5)           | 3",
        "(x*2 + 1)*(x*3 + 2)           | 4",
        "3/(x*2 + 5)                   | 2",
        "x + x*3                       | 1",
        "1/(1/x)                       | 1",
        "sqrt(2)*x*sqrt(3)             | 1",
        "x*x + 3                       | 2",
        "2 + 3                         | 0"
      })
  void foldsConstantsThatAreFittedAnyway(String text, int operations) {
    assertThat(OperationCount.PLAIN.of(simplify(text).skeleton())).isEqualTo(operations);
  }

  /** What the old constants give, the new ones give as well. */
  @Test
  void containsTheFamily() {
    FamilySimplifier simplifier = new FamilySimplifier(FIELD);
    int[] compared = {0};
    Property.forAll(r -> RandomPrograms.next(r, r.nextInt(6), 30))
        .cases(150)
        .check(
            p -> {
              Skeleton old = p.skeleton();
              Family family = simplifier.simplify(old);
              assertThat(OperationCount.PLAIN.of(family.skeleton()))
                  .isLessThanOrEqualTo(OperationCount.PLAIN.of(old));
              compared[0] += compare(old, family);
            });
    assertThat(compared[0]).isGreaterThan(50);
  }

  private static int compare(Skeleton old, Family family) {
    double[] values = {1.37, -0.81, 2.19, 0.63};
    List<Double> was =
        IntStream.range(0, Math.max(1, old.constants())).mapToObj(i -> values[i]).toList();
    List<Double> now =
        family.constants().stream()
            .map(c -> Interpreter.evaluate(c, DoubleArithmetic.INSTANCE, was))
            .toList();
    int compared = 0;
    for (double x : new double[] {0.7, 1.9}) {
      double before = value(old, was, x);
      double after = value(family.skeleton(), now, x);
      if (Double.isFinite(before) && Math.abs(before) < 1e6) {
        assertThat(Math.abs(after - before)).isLessThan(1e-7 * (1 + Math.abs(before)));
        compared++;
      }
    }
    return compared;
  }

  private static double value(Skeleton s, List<Double> constants, double x) {
    List<BinaryRational> exact =
        constants.stream()
            .limit(s.constants())
            .map(c -> BinaryRational.of(Double.isFinite(c) ? c : 0))
            .toList();
    return Interpreter.evaluate(new Program(s, exact), DoubleArithmetic.INSTANCE, x);
  }
}
