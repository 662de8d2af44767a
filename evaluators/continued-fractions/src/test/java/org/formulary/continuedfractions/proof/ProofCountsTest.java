package org.formulary.continuedfractions.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.mitm.Match;
import org.formulary.continuedfractions.mitm.MitmSweep;
import org.formulary.continuedfractions.mitm.Rules;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many fractions of a constant in a box are proved, and how. */
class ProofCountsTest {
  private static final String UNPROVED = "unproved";

  @ParameterizedTest(name = "{0}, degrees ({2}, {3})")
  @CsvSource({
    // constant, images, degrees of a and b, boxes; sums, moments, Lambert's, products, unproved
    "e, 5, 1, 1, 5, 5, 18, 0, 2, 0, 0",
    "pi, 20, 1, 2, 13, 11, 48, 10, 0, 0, 0",
    "pi, 10, 0, 2, 4, 4, 3, 9, 0, 0, 0",
    "ln2, 10, 1, 2, 8, 8, 16, 2, 0, 0, 0",
    "e^2, 10, 1, 1, 8, 8, 31, 0, 9, 0, 0",
    "tan(1), 5, 1, 1, 5, 5, 0, 0, 7, 0, 0",
    "pi*sqrt(3), 10, 1, 2, 8, 8, 0, 9, 0, 0, 0",
    "sqrt(2)*log(1 + sqrt(2)), 10, 1, 2, 8, 8, 5, 10, 0, 0, 0",
    "sqrt(2), 2, 1, 2, 3, 3, 0, 4, 0, 14, 0",
  })
  void fractionsAreProved(
      String constant,
      int images,
      int a,
      int b,
      int boxA,
      int boxB,
      int sums,
      int moments,
      int lamberts,
      int products,
      int unproved) {
    MitmSweep sweep =
        new MitmSweep(
            Constants.of("constant", constant), images, Family.ofBox(a, b, boxA, boxB), Rules.FULL);
    Map<String, Integer> counts = new TreeMap<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      for (Match match : sweep.hits(unit, Progress.NONE).matches()) {
        counts.merge(kind(sweep.conjecture(match)), 1, Integer::sum);
      }
    }
    Map<String, Integer> expected = new TreeMap<>(Map.of(UNPROVED, unproved));
    expected.put("SumProof", sums);
    expected.put("MomentProof", moments);
    expected.put("LambertProof", lamberts);
    expected.put("ProductProof", products);
    expected.values().removeIf(k -> k == 0);
    assertThat(counts).isEqualTo(expected);
  }

  private static String kind(Conjecture c) {
    return Proof.of(c.fraction(), c.value())
        .map(
            p -> {
              assertThat(p.proves(c.fraction(), c.value())).as(c.toString()).isTrue();
              return p.getClass().getSimpleName();
            })
        .orElse(UNPROVED);
  }
}
