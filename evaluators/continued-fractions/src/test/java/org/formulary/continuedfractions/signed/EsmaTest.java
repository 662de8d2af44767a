package org.formulary.continuedfractions.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.image.Image;
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
      boolean proved = !formula.contains("bessel");
      assertThat(v.outcome()).as("%s", f).isEqualTo(proved ? Outcome.PROVED : Outcome.SAMPLED);
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
    assertThat(v.claim()).isEqualTo("only 0 of 1000 digits agree");
  }

  /**
   * A thousand terms of π and some recurrence: the terms agree, and the recurrence says nothing.
   */
  @Test
  void termsThatSayItAllAreNoConjecture() {
    Constant pi = Constants.find("pi").orElseThrow();
    Image itself = new Image(0, 1, 1, 0);
    SignWord plus = SignWord.parse("+");
    List<BigInteger> terms = SignedTerms.of(itself, plus, pi.enclosure(8000), 1200);
    assertThat(terms).hasSize(1200);
    Recurrence constant = new Recurrence(List.of(BigInteger.ONE, BigInteger.ONE.negate()));
    SignedFraction f = new SignedFraction(itself, plus, terms, constant);
    SignedProblem problem = new SignedProblem(pi, 1, List.of(plus), DEPTH);
    assertThat(problem.verify(f, Progress.NONE).outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(problem.evaluate(f)).isInstanceOf(Evaluation.Rejected.class);
  }

  /** cot(1/n) = n − 1/(3n − 1/(5n − …)): of c − 1 few digits are left. */
  @Test
  void cancellationIsNoRefutation() {
    Constant c = Constants.of("constant", "1 + tan(1/10^35)");
    SignedFraction f =
        new SignedNotation()
            .parse(
                "image 1 0 -1 1; signs -; terms 1%s 3%s; recurrence 1 -2 1"
                    .formatted("0".repeat(35), "0".repeat(35)));
    SignedProblem problem = new SignedProblem(c, 1, List.of(f.signs()), DEPTH);
    assertThat(problem.verify(f, Progress.NONE).outcome()).isEqualTo(Outcome.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image 0 1 1 0; signs +; terms 0; recurrence 1 -1",
        "image 0 1 1 0; signs -; terms 2; recurrence 1 -1",
        "image 0 1 1 0; signs +; terms 1 0; recurrence 1 0 -9999999999999999999999999999",
      })
  void termsThatDetermineNothingAreNeitherShownNorRefuted(String text) {
    SignedProblem problem = new SignedProblem(E, 1, List.of(SignWord.parse("+")), DEPTH);
    Verification v = problem.verify(problem.notation().parse(text), Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void theJudgementDoesNotDependOnTheDepthOfTheSearch() {
    SignedFraction f = find(E, new Image(-1, 2, 2, 0), "+");
    for (int depth : new int[] {40, DEPTH, 400}) {
      SignedProblem problem = new SignedProblem(E, 2, List.of(f.signs()), depth);
      assertThat(problem.evaluate(f)).isInstanceOf(Evaluation.Scored.class);
    }
  }

  /** Fractions without their first terms are of their class, whatever the signs. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void classesDoNotDependOnTheBeginning(int period) {
    SplittableRandom random = new SplittableRandom(period);
    for (SignWord signs : SignWord.ofPeriods(period, period)) {
      for (String law :
          List.of("2|1 -1", "1 5|1 -2 1", "1 2 1 1 4 1|1 0 0 -2 0 0 1", "3 4|1 0 -1")) {
        SignedFraction f =
            new SignedNotation()
                .parse(
                    "image 0 1 1 0; signs %s; terms %s; recurrence %s"
                        .formatted(signs, law.split("\\|")[0], law.split("\\|")[1]));
        int order = f.recurrence().order();
        int dropped = random.nextInt(1, 40);
        List<BigInteger> later = f.terms(dropped + order).subList(dropped, dropped + order);
        SignedFraction rest =
            new SignedFraction(f.image(), signs.rotated(dropped), later, f.recurrence());
        assertThat(TailClass.key(rest)).as("%s without %d", f, dropped).isEqualTo(TailClass.key(f));
        SignedFraction other =
            new SignedFraction(f.image(), signs.rotated(dropped + 1), later, f.recurrence());
        if (period > 1
            && order > 1
            && later.stream().distinct().count() > 1
            && !law.startsWith("3 4")) {
          assertThat(TailClass.key(other)).isNotEqualTo(TailClass.key(f));
        }
      }
    }
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
        "image 1 1 -1 1; signs +; terms 2 -; recurrence 1 -2 1",
      })
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> new SignedNotation().parse(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("an example is");
  }
}
