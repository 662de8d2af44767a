package org.formulary.continuedfractions;

import static org.formulary.continuedfractions.FractionOptions.A;
import static org.formulary.continuedfractions.FractionOptions.B;
import static org.formulary.continuedfractions.FractionOptions.BOX;
import static org.formulary.continuedfractions.FractionOptions.COEFFICIENTS;
import static org.formulary.continuedfractions.FractionOptions.CONSTANT;
import static org.formulary.continuedfractions.FractionOptions.DEGREES;
import static org.formulary.continuedfractions.FractionOptions.DEPTH;
import static org.formulary.continuedfractions.FractionOptions.DIRECTIONS;
import static org.formulary.continuedfractions.FractionOptions.PERIODS;
import static org.formulary.continuedfractions.FractionOptions.RANGES;
import static org.formulary.continuedfractions.FractionOptions.RULES;
import static org.formulary.continuedfractions.FractionOptions.STRATEGY;
import static org.formulary.continuedfractions.HypergeometricOptions.ARGUMENT;
import static org.formulary.continuedfractions.HypergeometricOptions.HYPERGEOMETRIC;
import static org.formulary.continuedfractions.HypergeometricOptions.UNIT;

import java.util.List;
import org.formulary.continuedfractions.blind.BlindProblem;
import org.formulary.continuedfractions.conjecture.ConjectureProblem;
import org.formulary.continuedfractions.conjecture.FieldSweep;
import org.formulary.continuedfractions.conjecture.HypergeometricSweep;
import org.formulary.continuedfractions.conjecture.ReductionSweep;
import org.formulary.continuedfractions.field.HypergeometricSearch;
import org.formulary.continuedfractions.mitm.MitmSweep;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.signed.SignedProblem;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.SpecSchema;
import org.formulary.truth.constant.Constant;

/** Continued fractions of mathematical constants. */
public final class ContinuedFractionDomain implements Domain {
  private static final String ESMA = "esma";
  private static final String REDUCTION = "factorial-reduction";
  private static final String MITM = "mitm";
  private static final String FIELD = "matrix-field";
  private static final String EVOLVE = "evolve";
  private static final List<String> STRATEGIES = List.of(ESMA, REDUCTION, MITM, FIELD, EVOLVE);

  private static final int DEFAULT_COEFFICIENTS = 2;
  private static final int DEFAULT_TABLE = 10;
  private static final int DEFAULT_BOUND = 3;
  private static final int DEFAULT_DIRECTIONS = 3;
  private static final String DEFAULT_PERIODS = "1,2";
  private static final int DEFAULT_DEPTH = 105;

  @Override
  public String name() {
    return "continued-fraction";
  }

  @Override
  public String description() {
    return "Continued fractions of a constant whose terms follow a law";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--constant e --coefficients 2 --time 60s",
        "--constant \"tan(1/2)\" --coefficients 5 --periods 1,3 --time 10m",
        "--strategy factorial-reduction --constant zeta3 --a \"x*(n^3 + (n + 1)^3) + y*(2*n + 1)\""
            + " --b \"-(z^2)*n^6\" --ranges x=1..3,y=-20..20,z=1..2 --time 60s",
        "--strategy mitm --constant pi --degrees 1,2 --box 13,11 --coefficients 20 --time 60s",
        "--strategy matrix-field --constant e,ln2,pi,zeta2,zeta3 --time 5m",
        "--strategy matrix-field --constant zeta2,pi,catalan --hypergeometric 3,2 --argument 1 --unit 2"
            + " --directions 2 --time 5m",
        "--strategy evolve --time 10m");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(
        List.of(
            SpecSchema.Key.of(
                STRATEGY,
                "S",
                ESMA,
                "what is searched: esma (signed fractions of images of the constant whose terms"
                    + " obey a recurrence), factorial-reduction (polynomial fractions of which"
                    + " the convergents have large common divisors), mitm (polynomial fractions"
                    + " whose values are in a table of images of the constant), matrix-field"
                    + " (fractions of walks through conservative matrix fields) or evolve (polynomial"
                    + " fractions that approximate well, whatever their limits, by evolution; takes"
                    + " no constant)"),
            SpecSchema.Key.of(
                CONSTANT,
                "C",
                "the constant: a name that 'formulary constant list' shows, or a formula such as"
                    + " \"tan(1/2)\"; factorial-reduction and matrix-field take several, joined by commas"),
            SpecSchema.Key.of(
                COEFFICIENTS,
                "N",
                Integer.toString(DEFAULT_COEFFICIENTS),
                "esma, mitm: the images (p + q C)/(r + s C) with numbers from -N to N; 1 to "
                    + FractionOptions.LARGEST_COEFFICIENT
                    + ", for mitm "
                    + FractionOptions.LARGEST_TABLE
                    + " and by default "
                    + DEFAULT_TABLE
                    + "; matrix-field: the coefficients of the families of fields, 1 to "
                    + FractionOptions.LARGEST_BOUND
                    + " and by default "
                    + DEFAULT_BOUND),
            SpecSchema.Key.of(
                PERIODS,
                "A,B",
                DEFAULT_PERIODS,
                "esma: least and largest period of the signs, 1 to "
                    + FractionOptions.LONGEST_PERIOD),
            SpecSchema.Key.of(
                DEPTH,
                "N",
                Integer.toString(DEFAULT_DEPTH),
                "esma: terms from which a recurrence is found; it may take a quarter of them, and"
                    + " is confirmed on as many again; "
                    + FractionOptions.LEAST_DEPTH
                    + " to "
                    + FractionOptions.MOST_DEPTH),
            SpecSchema.Key.of(
                A,
                "F",
                "factorial-reduction, mitm: the partial denominators of a(0) + b(1)/(a(1) + b(2)/(a(2) +"
                    + " …)), a polynomial in n and in parameters, such as \"x*(2*n + 1)\""),
            SpecSchema.Key.of(
                B, "F", "factorial-reduction, mitm: the partial numerators, such as \"-y*n^2\""),
            SpecSchema.Key.of(
                RANGES,
                "R",
                "factorial-reduction, mitm: the ranges of the parameters, such as"
                    + " x=1..3,y=-20..20"),
            SpecSchema.Key.of(
                DEGREES,
                "A,B",
                "factorial-reduction, mitm: instead of formulas, all polynomials of these degrees;"
                    + " 0 to "
                    + FractionOptions.LARGEST_DEGREE),
            SpecSchema.Key.of(
                BOX,
                "A,B",
                FractionOptions.DEFAULT_BOX,
                "factorial-reduction, mitm: with degrees, the largest size of coefficients; the"
                    + " leading one of a is positive; 1 to "
                    + FractionOptions.LARGEST_BOX),
            SpecSchema.Key.of(
                RULES,
                "R",
                FractionOptions.DEFAULT_RULES,
                "mitm: full, or published for those of arXiv 1907.00205, to compare: 32 terms, no"
                    + " neighbours of keys, 100 digits at 1,000 terms"),
            SpecSchema.Key.of(
                DIRECTIONS,
                "N",
                Integer.toString(DEFAULT_DIRECTIONS),
                "matrix-field: the largest step of a direction along an axis, 1 to "
                    + FractionOptions.LARGEST_DIRECTION),
            SpecSchema.Key.of(
                HYPERGEOMETRIC,
                "P,Q",
                "matrix-field: instead of families, the fields of the hypergeometric functions pFq"
                    + " with so many parameters above and below, such as 3,2; of rank 2"),
            SpecSchema.Key.of(
                ARGUMENT,
                "Z",
                HypergeometricOptions.DEFAULT_ARGUMENT,
                "matrix-field: the argument of the hypergeometric functions, such as -1/2"),
            SpecSchema.Key.of(
                UNIT,
                "N",
                "1",
                "matrix-field: the parameters of the hypergeometric functions are multiples of 1/N;"
                    + " 1 to "
                    + HypergeometricOptions.LARGEST_UNIT)));
  }

  @Override
  public Problem<?> problem(ProblemSpec spec, Progress progress) {
    FractionOptions options = new FractionOptions(spec);
    String strategy = options.text(STRATEGY, ESMA);
    progress.report("digits of the constant", 0, 0);
    return switch (strategy) {
      case ESMA -> signed(options);
      case REDUCTION -> reducing(options);
      case MITM -> mitm(options);
      case FIELD -> fields(options);
      case EVOLVE -> blind(options);
      default ->
          throw new InvalidSpecException(
              STRATEGY,
              "strategy \"%s\": allowed are %s".formatted(strategy, String.join(", ", STRATEGIES)));
    };
  }

  private static Problem<?> signed(FractionOptions options) {
    options.requireOnly(ESMA, List.of(CONSTANT, COEFFICIENTS, PERIODS, DEPTH));
    Constant constant = options.constant();
    int largest =
        options.number(COEFFICIENTS, DEFAULT_COEFFICIENTS, 1, FractionOptions.LARGEST_COEFFICIENT);
    int depth =
        options.number(
            DEPTH, DEFAULT_DEPTH, FractionOptions.LEAST_DEPTH, FractionOptions.MOST_DEPTH);
    return new SignedProblem(constant, largest, options.words(DEFAULT_PERIODS), depth);
  }

  private static Problem<?> blind(FractionOptions options) {
    options.requireOnly(EVOLVE, List.of());
    return new BlindProblem();
  }

  private static Problem<?> reducing(FractionOptions options) {
    options.requireOnly(REDUCTION, List.of(CONSTANT, A, B, RANGES, DEGREES, BOX));
    Family family = options.family();
    List<Constant> constants = options.constants();
    return new ConjectureProblem(constants, new ReductionSweep(family, constants));
  }

  private static Problem<?> mitm(FractionOptions options) {
    options.requireOnly(MITM, List.of(CONSTANT, COEFFICIENTS, A, B, RANGES, DEGREES, BOX, RULES));
    int largest = options.number(COEFFICIENTS, DEFAULT_TABLE, 1, FractionOptions.LARGEST_TABLE);
    Family family = options.family();
    Constant constant = options.constant();
    return new ConjectureProblem(
        List.of(constant), new MitmSweep(constant, largest, family, options.rules()));
  }

  private static Problem<?> fields(FractionOptions options) {
    int farthest =
        options.number(DIRECTIONS, DEFAULT_DIRECTIONS, 1, FractionOptions.LARGEST_DIRECTION);
    if (options.has(HYPERGEOMETRIC)) {
      options.requireOnly(FIELD, List.of(CONSTANT, DIRECTIONS, HYPERGEOMETRIC, ARGUMENT, UNIT));
      HypergeometricSearch search = new HypergeometricOptions(options).search(farthest);
      List<Constant> constants = options.constants();
      return new ConjectureProblem(constants, new HypergeometricSweep(search, constants));
    }
    options.refuseWithout(HYPERGEOMETRIC, List.of(ARGUMENT, UNIT));
    options.requireOnly(FIELD, List.of(CONSTANT, COEFFICIENTS, DIRECTIONS, HYPERGEOMETRIC));
    int bound = options.number(COEFFICIENTS, DEFAULT_BOUND, 1, FractionOptions.LARGEST_BOUND);
    List<Constant> constants = options.constants();
    return new ConjectureProblem(constants, new FieldSweep(constants, bound, farthest));
  }
}
