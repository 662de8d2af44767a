package org.formulary.benchmarks;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.polynomial.Extrapolation;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.survey.FractionExploration;
import org.formulary.results.survey.SurveyFolder;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.Survey;
import org.formulary.truth.Enclosure;

/** Limits of fractions that converge slowly, compared with Richardson's extrapolation. */
final class SlowLimits {
  private static final int BITS = 150;
  private static final int AGREEING_BITS = 133;
  private static final int MOST = 500;

  private SlowLimits() {}

  /** How many were summed a second way, and how many of these agree to 40 digits. */
  record Checked(int tried, int agreeing) {}

  /** Of some fractions of these laws, as a folder has them. */
  static Checked check(Path folder, int degree, int size, List<String> laws) {
    Survey survey =
        new FractionExploration()
            .survey(
                ProblemSpec.of(
                    "fractions",
                    Map.of("degree", Integer.toString(degree), "box", Integer.toString(size))));
    int tried = 0;
    int agreeing = 0;
    try (SurveyFolder kept = SurveyFolder.open(folder, survey)) {
      for (int unit = 0; unit < survey.units() && tried < MOST; unit++) {
        DataTable table = kept.read(unit);
        for (int r = 0; r < table.rows() && tried < MOST; r += 2) {
          if (laws.contains(table.text(table.index("law"), r))) {
            Optional<Limit.Finite> second = Extrapolation.limit(fraction(table, degree, r), BITS);
            String value = table.text(table.index("value"), r);
            if (second.isPresent() && !value.isEmpty() && !value.equals("1/0")) {
              tried++;
              agreeing += agree(value, second.get().value()) ? 1 : 0;
            }
          }
        }
      }
    }
    return new Checked(tried, agreeing);
  }

  private static PolynomialFraction fraction(DataTable table, int degree, int row) {
    return new PolynomialFraction(
        polynomial(table, 0, degree, row), polynomial(table, degree + 1, degree, row));
  }

  private static IntegerPolynomial polynomial(DataTable table, int first, int degree, int row) {
    return IntegerPolynomial.of(
        IntStream.rangeClosed(0, degree).mapToLong(k -> table.whole(first + k, row)).toArray());
  }

  private static boolean agree(String value, Enclosure second) {
    if (value.contains(".")) {
      return within(second, Enclosure.ofDigits(value).withBits(second.bits()));
    }
    String[] quotient = (value + "/1").split("/");
    return within(
        second.multiply(new BigInteger(quotient[1])),
        Enclosure.of(Long.parseLong(quotient[0]), second.bits()));
  }

  private static boolean within(Enclosure x, Enclosure y) {
    Enclosure difference = x.add(y.negate());
    double size = Math.max(0, Enclosure.log2(y.magnitude()) - y.bits());
    return Enclosure.log2(difference.magnitude().add(BigInteger.ONE)) - x.bits()
        <= size - AGREEING_BITS;
  }
}
