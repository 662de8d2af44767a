package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import org.junit.jupiter.api.Test;

/** Changes of form do not change the function. */
final class FormsTest {
  private static final Composition PLAIN = new Composition(List.of(), Symmetry.NONE, 0);

  /** Programs are evaluated in 50 digits, of which large parameters cancel some. */
  private static final BigDecimal EQUAL = new BigDecimal("1e-25");

  private static List<BinaryRational> coefficients(double... c) {
    return Arrays.stream(c).mapToObj(BinaryRational::of).toList();
  }

  private static HornerForm polynomial(List<BinaryRational> c) {
    return new HornerForm(c, List.of(BinaryRational.ONE));
  }

  private static List<BinaryRational> random(SplittableRandom random, int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> BinaryRational.of(random.nextDouble(-4, 4)))
        .toList();
  }

  private static double operations(Form form) {
    return OperationCount.PLAIN.of(PLAIN.program(form).skeleton());
  }

  private static void assertSame(Form form, HornerForm expected) {
    Program program = PLAIN.program(form);
    Program horner = PLAIN.program(expected);
    for (String text : List.of("-1.7", "-0.3", "0.01", "0.9", "2.5")) {
      BigDecimal x = new BigDecimal(text);
      BigDecimal value = Interpreter.evaluate(program, DecimalArithmetic.INSTANCE, x);
      BigDecimal known = Interpreter.evaluate(horner, DecimalArithmetic.INSTANCE, x);
      assertThat(value.subtract(known).abs())
          .as("%s at %s", form, text)
          .isLessThan(known.abs().max(BigDecimal.ONE).multiply(EQUAL));
    }
  }

  @Test
  void preconditionedPolynomialsAreTheSamePolynomials() {
    SplittableRandom random = new SplittableRandom(7);
    int[] operations = {8, 9, 11, 13, 15, 16, 18};
    for (int degree = 4; degree <= 10; degree++) {
      for (int sample = 0; sample < 20; sample++) {
        List<BinaryRational> c = random(random, degree + 1);
        List<PreconditionedForm> forms = Preconditioning.of(c);
        assertThat(forms).as("degree %d, %s", degree, c).isNotEmpty();
        for (PreconditionedForm form : forms) {
          assertThat(operations(form)).isLessThanOrEqualTo(operations[degree - 4]);
          assertSame(form, polynomial(c));
        }
      }
    }
  }

  @Test
  void polynomialsOfLowDegreeHaveNoPreconditionedForm() {
    assertThat(Preconditioning.of(coefficients(1, 2, 3, 4))).isEmpty();
    assertThat(Preconditioning.of(coefficients(1, 2, 3, 4, 0))).isEmpty();
  }

  @Test
  void polynomialsWithoutOddPowersAreSkippedOrRight() {
    for (int degree = 4; degree <= 8; degree += 2) {
      double[] c = new double[degree + 1];
      for (int k = 0; k <= degree; k += 2) {
        c[k] = 1.0 / (k + 1);
      }
      HornerForm expected = polynomial(coefficients(c));
      Preconditioning.of(coefficients(c)).forEach(form -> assertSame(form, expected));
    }
  }

  @Test
  void continuedFractionsAreTheSameQuotients() {
    SplittableRandom random = new SplittableRandom(3);
    for (int p = 0; p <= 5; p++) {
      for (int q = 1; q <= 5; q++) {
        List<BinaryRational> denominator = new ArrayList<>(random(random, q));
        denominator.add(BinaryRational.ONE);
        HornerForm r = new HornerForm(random(random, p + 1), denominator);
        ContinuedFraction form = ContinuedFraction.of(r).orElseThrow();
        assertThat(operations(form)).isEqualTo(2 * Math.max(p, q) + Math.min(p, q));
        assertSame(form, r);
      }
    }
  }

  @Test
  void degenerateQuotientsHaveNoContinuedFraction() {
    // (x + 1)/(x² + 3x + 2), which can be reduced.
    assertThat(fraction(coefficients(1, 1), coefficients(2, 3, 1))).isEmpty();
    // A constant over nothing but a constant; a constant over the same.
    assertThat(fraction(coefficients(1, 2), coefficients(1))).isEmpty();
    assertThat(fraction(coefficients(2, 2), coefficients(1, 1))).isEmpty();
    // 1/(x + 1/(x³ + …)): the second level has degree 3.
    assertThat(fraction(coefficients(1, 0, 0, 1), coefficients(1, 1, 0, 0, 1))).isEmpty();
  }

  private static Optional<ContinuedFraction> fraction(
      List<BinaryRational> numerator, List<BinaryRational> denominator) {
    return ContinuedFraction.of(new HornerForm(numerator, denominator));
  }

  @Test
  void nearlyEqualConstantsAreJoined() {
    BinaryRational half = BinaryRational.of(0.5);
    BinaryRational near = half.add(BinaryRational.of(BigInteger.ONE, -40));
    ContinuedFraction form =
        new ContinuedFraction(
            coefficients(3),
            List.of(level(1, BinaryRational.of(2)), level(-5, half), level(7, near)));
    assertThat(operations(form)).isEqualTo(9);
    assertThat(operations(form.joined(1e-6))).isEqualTo(8);
    assertThat(form.joined(1e-15)).isEqualTo(form);
  }

  private static ContinuedFraction.Level level(double numerator, BinaryRational d) {
    return new ContinuedFraction.Level(
        BinaryRational.of(numerator), List.of(d, BinaryRational.ONE));
  }

  @Test
  void compositionsCostWhatTheySay() {
    Form line = polynomial(coefficients(1, 3));
    List<BinaryRational> origin = List.of(BinaryRational.ZERO, BinaryRational.ZERO);
    for (Composition c :
        List.of(
            PLAIN,
            PLAIN.squared(3),
            PLAIN.of(Symmetry.ODD),
            new Composition(origin, Symmetry.NONE, 0),
            new Composition(origin, Symmetry.EVEN, 0))) {
      Program program = c.program(line);
      assertThat(OperationCount.PLAIN.of(program.skeleton())).isEqualTo(2 + c.operations());
    }
    BigDecimal square = new BigDecimal("49");
    Program odd = PLAIN.of(Symmetry.ODD).program(line);
    assertThat(Interpreter.evaluate(odd, DecimalArithmetic.INSTANCE, new BigDecimal(7)))
        .isEqualByComparingTo(
            square.multiply(new BigDecimal(3)).add(BigDecimal.ONE).multiply(new BigDecimal(7)));
  }

  /** (h + x)/(h − x) with h = a + b·x² in 5 operations, with another h in 4 more than h and x². */
  @Test
  void reciprocalFormsOfLinesSaveAnOperation() {
    Composition reciprocal = PLAIN.of(Symmetry.RECIPROCAL);
    Program line = reciprocal.program(polynomial(coefficients(3, 0.25)));
    assertThat(OperationCount.PLAIN.of(line.skeleton())).isEqualTo(5);
    BigDecimal two = BigDecimal.TWO; // h = 4
    assertThat(Interpreter.evaluate(line, DecimalArithmetic.INSTANCE, two))
        .isEqualByComparingTo("3");
    Program parabola = reciprocal.program(polynomial(coefficients(3, 0.25, 0.125)));
    assertThat(OperationCount.PLAIN.of(parabola.skeleton())).isEqualTo(8);
    assertThat(Interpreter.evaluate(parabola, DecimalArithmetic.INSTANCE, two))
        .isEqualByComparingTo("2"); // h = 6
  }

  @Test
  void realRootsAreFound() {
    // (x − 1)(x − 2)(x + 3)(x² + 1)
    DecimalPolynomial p = DecimalPolynomial.of(coefficients(6, -7, 6, -6, 0, 1));
    assertThat(p.realRoots()).hasSize(3);
    List<String> known = List.of("-3", "1", "2");
    for (int i = 0; i < 3; i++) {
      assertThat(p.realRoots().get(i).subtract(new BigDecimal(known.get(i))).abs())
          .isLessThan(new BigDecimal("1e-70"));
    }
    assertThat(DecimalPolynomial.of(coefficients(1, 0, 1)).realRoots()).isEmpty();
  }

  @Test
  void programsOfFormsReadBack() {
    Form form = Preconditioning.of(coefficients(1, -2, 3, -4, 5, -6, 7)).getFirst().rounded(53);
    Program program = PLAIN.program(form);
    assertThat(ProgramParser.parse(InfixPrinter.print(program))).isEqualTo(program);
  }
}
