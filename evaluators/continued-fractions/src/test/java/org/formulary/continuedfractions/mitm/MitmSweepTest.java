package org.formulary.continuedfractions.mitm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjectureProblem;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

/** Published counts are those of the test suite of the Ramanujan Machine (arXiv 1907.00205). */
class MitmSweepTest {
  private static final Family E_BOX = Family.ofBox(1, 1, 5, 5);

  private static MitmSweep sweep(String constant, int largest, Family family, Rules rules) {
    return new MitmSweep(Constants.of("constant", constant), largest, family, rules);
  }

  private static List<Match> matches(MitmSweep sweep) {
    List<Match> matches = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      matches.addAll(sweep.hits(unit, Progress.NONE).matches());
    }
    return matches;
  }

  @Test
  void thePublishedRulesGiveThePublishedCounts() {
    assertThat(matches(sweep("e", 5, E_BOX, Rules.PUBLISHED))).hasSize(20);
    Family zeta3 = Family.parse("(2*n + 1)*(x*n*(n + 1) + y)", "z*n^6", "x=1..17,y=1..5,z=-16..-1");
    assertThat(matches(sweep("zeta3", 14, zeta3, Rules.PUBLISHED))).hasSize(3);
  }

  @Test
  void theFullRulesFindMoreAndMergeThem() {
    Family zeta3 = Family.parse("(2*n + 1)*(x*n*(n + 1) + y)", "z*n^6", "x=1..17,y=1..5,z=-16..-1");
    MitmSweep sweep = sweep("zeta3", 14, zeta3, Rules.FULL);
    List<Match> matches = matches(sweep);
    assertThat(matches).containsAll(matches(sweep("zeta3", 14, zeta3, Rules.PUBLISHED)));
    assertThat(sweep.shortest(matches)).hasSize(7).hasSizeLessThan(matches.size());
    Constant constant = Constants.of("constant", "zeta3");
    ConjectureProblem problem = new ConjectureProblem(List.of(constant), sweep);
    for (Conjecture c : sweep.shortest(matches)) {
      assertThat(problem.evaluate(c)).as(c.toString()).isInstanceOf(Evaluation.Scored.class);
    }
  }

  /** 4/pi + 1 = 2 + 1/(2 + 9/(2 + …: the error falls like 1/n. */
  @Test
  void theSlowestAreFound() {
    MitmSweep sweep = sweep("pi", 5, Family.parse("x", "(2*n - 1)^2", "x=1..4"), Rules.FULL);
    assertThat(matches(sweep))
        .extracting(r -> r.fraction() + " " + r.image().text("pi"))
        .contains("a = 2, b = 4*n^2 - 4*n + 1 (pi + 4)/pi");
  }

  @Test
  void negativeValuesAndSharedParametersAreFound() {
    // −4/π by −a, and parameters of a that b has too.
    MitmSweep sweep = sweep("pi", 4, Family.parse("x*(2*n + 1)", "x^2*n^2", "x=-3..3"), Rules.FULL);
    assertThat(matches(sweep))
        .extracting(r -> r.fraction() + " " + r.image().text("pi"))
        .contains("a = 2*n + 1, b = n^2 4/pi", "a = -2*n - 1, b = n^2 -4/pi");
    assertThat(sweep.shortest(matches(sweep))).hasSize(1);
  }

  @Test
  void nothingIsFoundOfAConstantThatIsNotThere() {
    assertThat(matches(sweep("gamma1_3", 5, E_BOX, Rules.FULL))).isEmpty();
  }

  @Test
  void unitsCoverTheBox() {
    MitmSweep sweep = sweep("e", 2, Family.ofBox(1, 2, 40, 30), Rules.FULL);
    assertThat(sweep.units()).isEqualTo((61 * 61 * 61 + 646) / 647);
  }

  @Test
  void manyPartialDenominatorsAreDividedToo() {
    Family wide = Family.parse("x*n + y + z*n^2", "n^2 + 1", "x=1..900,y=1..900,z=0..1");
    MitmSweep sweep = sweep("e", 2, wide, Rules.FULL);
    assertThat(sweep.units()).isEqualTo(900);
    assertThat(sweep.hits(0, Progress.NONE).fractions()).isEqualTo(1800);
  }

  @Test
  void aBoxReadsItsFamily() {
    Family family =
        Family.parse("x^3*n + y*w", "w^2*n^2 - z^2*n + w", "x=-3..4,y=0..1,z=-2..3,w=1..3");
    Box box = Box.of(family);
    Set<PolynomialFraction> read = new HashSet<>();
    for (long shared = 0; shared < box.sharedSize(); shared++) {
      for (IntegerPolynomial a : box.partialDenominators(shared)) {
        for (long from = 0; from < box.sizeOfB(); from += 4) {
          for (IntegerPolynomial b : box.partialNumerators(shared, from, from + 4)) {
            read.add(new PolynomialFraction(a, b));
          }
        }
      }
    }
    Set<PolynomialFraction> all = new HashSet<>();
    for (long number = 0; number < family.size(); number++) {
      all.add(family.fraction(number));
    }
    assertThat(read).isEqualTo(all);
  }
}
