package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionFilterTest {
  /**
   * Bits a term by which the reduced denominators grow, over the second half of a depth; where they
   * reduce it does not depend on the depth, else it grows with its logarithm.
   */
  private static double growth(PolynomialFraction f, int depth) {
    return (f.convergent(depth).reducedBits() - f.convergent(depth / 2).reducedBits())
        / (depth / 2.0);
  }

  private static boolean reduces(PolynomialFraction f) {
    return growth(f, 800) - growth(f, 200) < 0.3;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "34*n^3 + 51*n^2 + 27*n + 5; -n^6; true", // Apéry, ζ(3)
        "11*n^2 + 11*n + 3; n^4; true", // Apéry, ζ(2)
        "2*n + 1; n^2; true", // 4/π
        "3*n + 2; -2*n^2; true",
        "2*n + 2; -n^2; false", // Gompertz
        "n^3 + (n + 1)^3; -n^6; true",
        "3*n + 1; -n^2 - n - 1; false", // b is irreducible
      })
  void knownCases(String a, String b, boolean reduces) {
    PolynomialFraction f = Family.parse(a, b, "").fraction(0);
    assertThat(ReductionFilter.deciding(f) == 0).isEqualTo(reduces);
    assertThat(reduces(f)).isEqualTo(reduces);
  }

  /** The filter against the greatest common divisors themselves, over a box. */
  @Test
  void agreesWithTheGrowthOfDenominators() {
    Family box =
        Family.parse("x*n + y", "z*n^2 + u*n + v", "x=1..2,y=-1..2,z=-2..2,u=-2..2,v=-1..1");
    List<String> disagreements = new ArrayList<>();
    int accepted = 0;
    for (long i = 0; i < box.size(); i++) {
      PolynomialFraction f = box.fraction(i);
      if (!f.isBalanced() || f.end(10).isPresent() || zeroDenominator(f)) {
        continue;
      }
      boolean passes = ReductionFilter.deciding(f) == 0;
      accepted += passes ? 1 : 0;
      if (passes != reduces(f)) {
        disagreements.add(f.toString());
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(accepted).isBetween(5, 200);
  }

  private static boolean zeroDenominator(PolynomialFraction f) {
    return f.convergent(200).q().signum() == 0 || f.convergent(100).q().signum() == 0;
  }

  /** The family of ζ(5), of which four are published (arXiv 2308.11829). */
  @Test
  void theFamilyOfZeta5HasFour() {
    Family family =
        Family.parse(
            "(n + 1)^5 + n^5 + x*(n^3 + (n + 1)^3) + y*(2*n + 1)", "-n^10", "x=0..20,y=-5..5");
    List<String> accepted = new ArrayList<>();
    for (long i = 0; i < family.size(); i++) {
      if (ReductionFilter.deciding(family.fraction(i)) == 0) {
        accepted.add(family.values(i).toString());
      }
    }
    assertThat(family.size()).isEqualTo(231);
    assertThat(accepted).hasSize(4);
  }

  @Test
  void degreesAreBounded() {
    assertThatThrownBy(() -> new ReductionFilter(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReductionFilter(8)).isInstanceOf(IllegalArgumentException.class);
  }
}
