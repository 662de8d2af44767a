package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ChebyshevPoints;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;
import org.formulary.truth.Targets;
import org.formulary.truth.reference.RealFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms beyond Horner's scheme, of several functions. */
final class StrongerFormsTest {
  private static final int MAX_OPERATIONS = 11;

  private static final int STEPS = 128;

  private static final int STRIDE = 2;

  /** Tables take longer than baselines. */
  private static final Map<String, ClassicalBaselines.Subject> SUBJECTS = new ConcurrentHashMap<>();

  private static ClassicalBaselines.Subject subject(
      RealFunction function, Interval interval, ErrorKind kind) {
    ReferenceTable table =
        ReferenceTable.compute(
            function,
            ChebyshevPoints.lobatto(interval, STEPS),
            new ReferenceTable.Effort(ReferenceTable.DEFAULT_DIGITS, 1),
            Progress.NONE);
    return new ClassicalBaselines.Subject(table, interval, kind, Symmetry.of(function, interval));
  }

  private static ClassicalBaselines.Subject named(String name) {
    return SUBJECTS.computeIfAbsent(
        name,
        n -> {
          org.formulary.truth.Target t = Targets.named(n);
          return subject(t.function(), t.interval(), t.errorKind());
        });
  }

  private static List<Baseline> baselines(ClassicalBaselines.Subject subject) {
    return ClassicalBaselines.study(subject, MAX_OPERATIONS).baselines();
  }

  /** What is stated against decimal arithmetic at the points of the table. */
  private static void assertHonest(ClassicalBaselines.Subject subject, List<Baseline> baselines) {
    assertThat(baselines).isNotEmpty();
    for (Baseline b : baselines) {
      Program program = ProgramParser.parse(b.notation());
      assertThat(OperationCount.PLAIN.of(program.skeleton()))
          .as(b.toString())
          .isEqualTo(b.scores().get(1))
          .isLessThanOrEqualTo(MAX_OPERATIONS);
      double largest = 0;
      for (int i = 0; i <= STEPS; i += STRIDE) {
        largest = Math.max(largest, error(program, subject, i));
      }
      // The stride misses a little of the peaks.
      assertThat(largest / b.scores().get(0)).as(b.toString()).isBetween(0.9, 1.0001);
    }
  }

  private static double error(Program program, ClassicalBaselines.Subject subject, int i) {
    BigDecimal y = subject.table().values().get(i);
    BigDecimal x = subject.table().points().get(i).toBigDecimal();
    BigDecimal error = DecimalArithmetic.value(program, x).subtract(y).abs();
    boolean relative = subject.kind() == ErrorKind.RELATIVE;
    if (relative && y.signum() == 0) {
      assertThat(error).isEqualByComparingTo(BigDecimal.ZERO);
      return 0;
    }
    BigDecimal unit = relative ? y.abs() : BigDecimal.ONE;
    return error.divide(unit, DecimalArithmetic.DIGITS).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exp2",
        "sin",
        "cos",
        "atan",
        "log1p",
        "erf",
        "besselJ0",
        "gamma",
        "gelu",
        "sigmoid",
        "log",
        "rsqrt"
      })
  void everyFormIsWhatItSays(String target) {
    ClassicalBaselines.Subject subject = named(target);
    List<Baseline> all = baselines(subject);
    assertHonest(subject, all);
    assertThat(all).extracting(Baseline::family).anyMatch(f -> f.contains("continued fraction"));
  }

  /** Known: the forms of a table maker for an odd function with a zero at 0. */
  @ParameterizedTest
  @CsvSource({
    "sin, 5, 'x·(c + a/(x² + b))', 1.6707e-6",
    "atan, 5, 'x·(c + a/(x² + b))', 2.4308e-4",
    "cos, 4, 'c + a/(x² + b)', 1.8055e-5",
  })
  void evenAndOddFunctionsRunInTheSquare(String target, int operations, String form, double error) {
    Baseline best =
        baselines(named(target)).stream()
            .filter(b -> b.scores().get(1) <= operations)
            .min(Comparator.comparingDouble(b -> b.scores().get(0)))
            .orElseThrow();
    assertThat(best.family()).as(form).isEqualTo("minimax rational in x², continued fraction");
    assertThat(best.scores().get(0)).isBetween(error * 0.999, error * 1.001);
  }

  /**
   * 2^x as (h + x)/(h − x): 1.721e-15 and 1.682e-18 are the smallest errors known at 10 and 11
   * operations; constants of 53 bits may cost 0.1 %.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 'minimax polynomial in (h+x)/(h−x), Horner', 1.3890e-5",
    "7, 'minimax rational in (h+x)/(h−x), continued fraction', 1.1916e-8",
    "10, 'minimax rational in (h+x)/(h−x), continued fraction', 1.721e-15",
    "11, 'minimax rational in (h+x)/(h−x), continued fraction, squared', 1.682e-18",
  })
  void exponentialFunctionsHaveAFormOfTheirOwn(int operations, String family, double known) {
    double error = error(baselines(named("exp2")), family, operations);
    assertThat(error).isBetween(known * 0.999, known * 1.0015);
  }

  @Test
  void absoluteErrorsOfExponentialFunctionsAreWeighted() {
    ClassicalBaselines.Subject subject =
        subject(RealFunction.parse("exp(x)"), Interval.of(0, 2), ErrorKind.ABSOLUTE);
    List<Baseline> all = baselines(subject);
    assertHonest(subject, all);
    double plain = error(all, "minimax rational, continued fraction", 9);
    assertThat(error(all, "minimax rational in (h+x)/(h−x), continued fraction", 10))
        .isLessThan(plain / 100);
  }

  /** A zero in the middle of the interval, where the program vanishes too. */
  @Test
  void anOddFunctionAboutTheMiddleHasRelativeForms() {
    RealFunction sine = RealFunction.parse("sin(x)");
    ClassicalBaselines.Subject half = subject(sine, Interval.of(0, 1), ErrorKind.RELATIVE);
    ClassicalBaselines.Subject whole = subject(sine, Interval.of(-1, 1), ErrorKind.RELATIVE);
    List<Baseline> all = baselines(whole);
    assertHonest(whole, all);
    String family = "minimax rational in x², continued fraction";
    assertThat(error(all, family, 5)).isEqualTo(error(baselines(half), family, 5));
  }

  private static double error(List<Baseline> all, String family, int operations) {
    return all.stream()
        .filter(b -> b.family().equals(family) && b.scores().get(1) == operations)
        .mapToDouble(b -> (float) b.scores().get(0))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "sin(x), -1, 2, ABSOLUTE", // crosses 0 off the middle
    "sin(x), 0, 1, ABSOLUTE",
    "sin(x), 1, 2, RELATIVE", // not near its zero
    "cos(x), -1, 1, RELATIVE",
    "1 - cos(x), 0, 1, RELATIVE", // a double zero
    "cosh(x), -2, 1, ABSOLUTE",
    "exp(x), -3, 3, ABSOLUTE", // weights of the roots vary
    "exp(-x), -2, 1, ABSOLUTE", // large where x < 0
    "exp(-x), -1, 2, RELATIVE", // h < 0, and x = 0 inside
    "exp(x), 1, 2, RELATIVE", // x = 0 outside
  })
  void otherIntervalsAreHonestToo(String formula, double lower, double upper, ErrorKind kind) {
    ClassicalBaselines.Subject subject =
        subject(RealFunction.parse(formula), Interval.of(lower, upper), kind);
    assertHonest(subject, baselines(subject));
  }

  /** The roots are weighted: (1,1) squared of e^x on [−3, 3] is level, or nearly. */
  @Test
  void squaredFormsAreLevelInAbsoluteErrorToo() {
    Interval interval = Interval.of(-3, 3);
    ClassicalBaselines.Subject subject =
        subject(RealFunction.parse("exp(x)"), interval, ErrorKind.ABSOLUTE);
    Baseline squared =
        baselines(subject).stream()
            .filter(b -> b.family().equals("minimax rational, continued fraction, squared 2×"))
            .filter(b -> b.detail().equals("(2,2)"))
            .findFirst()
            .orElseThrow();
    Program program = ProgramParser.parse(squared.notation());
    Target target = Target.of(subject.table(), interval, ErrorKind.ABSOLUTE).orElseThrow();
    List<Peaks.Peak> peaks =
        Peaks.of(
            target,
            x -> {
              BigDecimal value =
                  Interpreter.evaluate(program, DecimalArithmetic.INSTANCE, x.x().toBigDecimal());
              BigDecimal known = target.denormalised(x.g()).toBigDecimal();
              return value.subtract(known).doubleValue();
            });
    assertThat(peaks).hasSize(6);
    assertThat(peaks)
        .allSatisfy(p -> assertThat(p.size()).isGreaterThan(0.9 * squared.scores().get(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "cos(x), 0, 1, EVEN",
    "sin(x), 1, 2, ODD",
    "exp(x), -1, 1, RECIPROCAL",
    "3*exp(x), -1, 1, NONE",
    "log1p(x), 0, 1, NONE",
    "x*erf(x), -1, 3, EVEN",
    "log(x), 1, 2, NONE", // without a value at −x
    "0*x, 0, 1, NONE",
  })
  void symmetryIsSeenInValues(String formula, double lower, double upper, Symmetry symmetry) {
    assertThat(Symmetry.of(RealFunction.parse(formula), Interval.of(lower, upper)))
        .isEqualTo(symmetry);
  }

  /** |x| is even, but √y is no polynomial's business. */
  @Test
  void whatIsNotSmoothInTheSquareIsSkipped() {
    ClassicalBaselines.Subject subject =
        subject(RealFunction.parse("1 + sqrt(x*x)"), Interval.of(0, 1), ErrorKind.RELATIVE);
    ClassicalBaselines.Study study = ClassicalBaselines.study(subject, 8);
    assertThat(study.omissions())
        .contains(new ClassicalBaselines.Omission("in x²", "the function is not smooth in x²"));
    assertThat(study.baselines()).extracting(Baseline::family).noneMatch(f -> f.contains("x²"));
  }
}
