package org.formulary.continuedfractions;

import java.util.List;
import org.formulary.continuedfractions.signed.SignWord;
import org.formulary.continuedfractions.signed.SignedProblem;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.SpecSchema;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.reference.UndefinedValueException;
import org.formulary.truth.relation.Identification;

/** Continued fractions of mathematical constants. */
public final class ContinuedFractionDomain implements Domain {
  private static final String CONSTANT = "constant";
  private static final String COEFFICIENTS = "coefficients";
  private static final String PERIODS = "periods";
  private static final String DEPTH = "depth";

  private static final int CHECKED_BITS = 200;
  private static final int LARGEST_MAGNITUDE = 100;
  private static final int LARGEST_COEFFICIENT = 100;
  private static final int LONGEST_PERIOD = 8;
  private static final int LEAST_DEPTH = 40;
  private static final int MOST_DEPTH = 1000;

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
        "--constant \"tan(1/2)\" --coefficients 5 --periods 1,3 --time 10m");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(
        List.of(
            SpecSchema.Key.of(
                CONSTANT,
                "C",
                "the constant: a name that 'formulary constant list' shows, or a formula such as"
                    + " \"tan(1/2)\""),
            SpecSchema.Key.of(
                COEFFICIENTS,
                "N",
                "2",
                "the images (p + q C)/(r + s C) with numbers from -N to N are expanded; 1 to "
                    + LARGEST_COEFFICIENT),
            SpecSchema.Key.of(
                PERIODS,
                "A,B",
                "1,2",
                "least and largest period of the signs, 1 to " + LONGEST_PERIOD),
            SpecSchema.Key.of(
                DEPTH,
                "N",
                "105",
                "terms from which a recurrence is found; it may take a quarter of them, and is"
                    + " confirmed on as many again; "
                    + LEAST_DEPTH
                    + " to "
                    + MOST_DEPTH)));
  }

  @Override
  public Problem<?> problem(ProblemSpec spec, Progress progress) {
    Constant constant =
        Constants.of(
            CONSTANT,
            spec.option(CONSTANT)
                .orElseThrow(
                    () ->
                        new InvalidSpecException(
                            CONSTANT, "constant is missing: give --constant e, for example")));
    int largest =
        number(COEFFICIENTS, spec.option(COEFFICIENTS).orElse("2"), 1, LARGEST_COEFFICIENT);
    int depth = number(DEPTH, spec.option(DEPTH).orElse("105"), LEAST_DEPTH, MOST_DEPTH);
    progress.report("digits of the constant", 0, 0);
    try {
      requireIrrational(constant);
      return new SignedProblem(constant, largest, words(spec.option(PERIODS).orElse("1,2")), depth);
    } catch (UndefinedValueException e) {
      throw new InvalidSpecException(CONSTANT, "constant " + e.getMessage());
    }
  }

  /** As far as small numbers go. */
  private static void requireIrrational(Constant constant) {
    if (constant.digits(10).signum() <= 0) {
      throw new InvalidSpecException(
          CONSTANT, "constant \"%s\" must be positive".formatted(constant.name()));
    }
    if (Math.abs(constant.magnitude()) > LARGEST_MAGNITUDE) {
      throw new InvalidSpecException(
          CONSTANT,
          "constant \"%s\" is beyond 10^±%d".formatted(constant.name(), LARGEST_MAGNITUDE));
    }
    if (Identification.isRational(constant.leading(CHECKED_BITS))) {
      throw new InvalidSpecException(
          CONSTANT,
          "constant \"%s\" is rational, as far as %d bits tell: its fractions end"
              .formatted(constant.name(), CHECKED_BITS));
    }
  }

  private static List<SignWord> words(String text) {
    String[] ends = text.split(",", -1);
    int least = number(PERIODS, ends[0].strip(), 1, LONGEST_PERIOD);
    int most = number(PERIODS, ends[ends.length - 1].strip(), 1, LONGEST_PERIOD);
    if (ends.length > 2 || least > most) {
      throw new InvalidSpecException(
          PERIODS, "periods \"%s\": allowed is A,B with A ≤ B".formatted(text));
    }
    return SignWord.ofPeriods(least, most);
  }

  private static int number(String key, String text, int least, int most) {
    try {
      int n = Integer.parseInt(text);
      if (n >= least && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number out of range is.
    }
    throw new InvalidSpecException(
        key, "%s \"%s\" must be a whole number from %d to %d".formatted(key, text, least, most));
  }
}
