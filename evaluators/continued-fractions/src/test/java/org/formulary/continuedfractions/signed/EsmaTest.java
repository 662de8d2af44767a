package org.formulary.continuedfractions.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EsmaTest {
  private static final int DEPTH = 105;
  private static final Constant E = Constants.find("e").orElseThrow();

  private static List<SignedFraction> hits(Constant constant, int largest, List<SignWord> words) {
    EsmaSweep sweep = new EsmaSweep(Esma.Known.of(constant, DEPTH), largest, words);
    List<SignedFraction> all = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      all.addAll(sweep.hits(unit, Progress.NONE).fractions());
    }
    return all;
  }

  private static SignedFraction find(Constant constant, Image image, String signs) {
    return new Esma(Esma.Known.of(constant, DEPTH))
        .find(image, SignWord.parse(signs))
        .orElseThrow();
  }

  /** The published values of the domain on e (ESMA's own test), as p q r s; and e itself. */
  @Test
  void thePublishedValuesOfEAreFoundAndEItself() {
    Set<Image> found =
        hits(E, 2, SignWord.ofPeriods(1, 2)).stream()
            .map(SignedFraction::image)
            .collect(Collectors.toSet());
    assertThat(found)
        .contains(
            new Image(-1, 1, 1, 0),
            new Image(0, 1, -1, 1),
            new Image(0, 1, -2, 1),
            new Image(1, 0, -1, 1),
            new Image(2, 0, -1, 1),
            new Image(1, 0, -2, 1),
            new Image(-1, 1, -2, 1),
            new Image(1, 1, -1, 1),
            new Image(2, 2, -1, 1),
            new Image(1, 1, -2, 2),
            new Image(1, 1, 2, 0),
            new Image(1, 1, 0, 1),
            new Image(-2, 2, 0, 1),
            new Image(0, 1, 1, 0));
  }

  @Test
  void theFractionOfEHasAHead() {
    SignedFraction e = find(E, new Image(0, 1, 1, 0), "+");
    // [2; 1, 2, 1, 1, 4, 1, 1, 6, …]: after the 2 three sequences of constant difference.
    assertThat(e.head()).isEqualTo(1);
    assertThat(e.recurrence().coefficients().stream().map(BigInteger::intValue))
        .containsExactly(1, 0, 0, -2, 0, 0, 1);
    assertThat(e.terms(12).stream().map(BigInteger::intValue))
        .containsExactly(2, 1, 2, 1, 1, 4, 1, 1, 6, 1, 1, 8);
    assertThat(SignedProblem.rate(e)).isBetween(1.5, 1.56);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pi", "ln2", "zeta3", "catalan", "cbrt2", "euler"})
  void nothingIsFoundWhereNothingIsKnown(String name) {
    Constant constant = Constants.find(name).orElseThrow();
    assertThat(hits(constant, 2, SignWord.ofPeriods(1, 3))).isEmpty();
  }

  /** Images near 1 begin with a long block of twos for negative signs. */
  @Test
  void blocksThatSayNothingAreNoHits() {
    Constant near = Constants.of("constant", "1 + pi/10^6");
    assertThat(
            new Esma(Esma.Known.of(near, DEPTH)).find(new Image(0, 1, 1, 0), SignWord.parse("-")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "exp(2)", "tan(1/2)", "sqrt(2)", "besselI(1, 2)/besselI(0, 2)"})
  void classesAreConfirmed(String formula) {
    Constant constant = Constants.of("constant", formula);
    SignedProblem problem = new SignedProblem(constant, 2, SignWord.ofPeriods(1, 1), DEPTH);
    Collection<SignedFraction> classes =
        EsmaSweep.shortest(hits(constant, 2, SignWord.ofPeriods(1, 1)));
    assertThat(classes).hasSizeGreaterThan(3);
    assertThat(classes.stream().map(problem::fingerprint)).doesNotHaveDuplicates();
    for (SignedFraction f : classes) {
      assertThat(problem.evaluate(f)).isInstanceOf(Evaluation.Scored.class);
      Verification v = problem.verify(f, Progress.NONE);
      assertThat(v.outcome()).as("%s", f).isEqualTo(Outcome.SAMPLED);
      assertThat(v.facts()).containsEntry("digits", "1000");
      assertThat(problem.notation().parse(problem.notation().print(f))).isEqualTo(f);
    }
  }

  @Test
  void tailsThatAgreeAreOneClass() {
    // (e + 1)/(e − 1) = [2, 6, 10, …]; without its 2, and with a 7 and a 3 before it.
    String key = TailClass.key(find(E, new Image(1, 1, -1, 1), "+"));
    Recurrence linear = find(E, new Image(1, 1, -1, 1), "+").recurrence();
    for (List<Integer> first :
        List.of(List.of(6, 10), List.of(30, 34), List.of(7, 3, 2, 6), List.of(-6, -2))) {
      List<BigInteger> terms = first.stream().map(BigInteger::valueOf).toList();
      SignedFraction other =
          new SignedFraction(new Image(0, 1, 1, 0), SignWord.parse("+"), terms, linear);
      assertThat(TailClass.key(other)).as("%s", first).isEqualTo(key);
    }
    SignedFraction odd =
        new SignedFraction(
            new Image(0, 1, 1, 0),
            SignWord.parse("+"),
            List.of(BigInteger.ONE, BigInteger.valueOf(5)),
            linear);
    assertThat(TailClass.key(odd)).isNotEqualTo(key);
    // One sequence, the signs shifted against each other.
    assertThat(TailClass.key(find(E, new Image(0, 1, -1, 1), "+-")))
        .isNotEqualTo(TailClass.key(find(E, new Image(1, 0, -1, 1), "-+")));
  }

  @Test
  void otherValuesAreRefuted() {
    SignedProblem problem = new SignedProblem(E, 2, SignWord.ofPeriods(1, 1), DEPTH);
    SignedFraction f = find(E, new Image(1, 1, -1, 1), "+");
    SignedFraction wrong =
        new SignedFraction(new Image(1, 1, -1, 2), f.signs(), f.first(), f.recurrence());
    assertThat(problem.evaluate(wrong)).isInstanceOf(Evaluation.Rejected.class);
    Verification v = problem.verify(wrong, Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(v.claim()).isEqualTo("only 0 digits agree");
    SignedFraction constant =
        new SignedFraction(
            f.image(),
            f.signs(),
            List.of(BigInteger.ZERO),
            new Recurrence(List.of(BigInteger.ONE, BigInteger.ONE.negate())));
    assertThat(problem.verify(constant, Progress.NONE).outcome()).isEqualTo(Outcome.REFUTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "image 1 1 -1; signs +; terms 2 6; recurrence 1 -2 1",
        "image 2 2 -2 2; signs +; terms 2 6; recurrence 1 -2 1",
        "image 1 1 -1 1; signs ++; terms 2 6; recurrence 1 -2 1",
        "image 1 1 -1 1; signs +; terms 2; recurrence 1 -2 1",
        "image 1 1 -1 1; signs +; terms 2 6; recurrence 2 -2 1",
        "image 1 1 -1 1; signs +; terms 2 6; recurrence 1 -2 0",
        "image 1 1 -1 99999999999; signs +; terms 2 6; recurrence 1 -2 1",
      })
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> new SignedNotation().parse(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("an example is");
  }
}
