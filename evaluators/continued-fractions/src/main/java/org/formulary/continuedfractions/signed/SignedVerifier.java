package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.continuedfractions.image.Image;
import org.formulary.continuedfractions.proof.Proof;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.series.SecondOpinion;

/**
 * Compares a fraction with its image of the constant: the convergent of so many terms that a
 * thousand digits are determined, and by the recurrence at that, is multiplied out, which has
 * nothing in common with the expansion that found it. What agrees is a conjecture, unless {@link
 * SignedProof} finds a proof.
 */
final class SignedVerifier {
  static final int DIGITS = 1000;

  /** The precision of the constant is doubled so often where its image needs more. */
  private static final int DOUBLINGS = 4;

  private static final int GUARD_BITS = 64;

  /** Bits of the convergent beyond those compared. */
  private static final int SLACK_BITS = 8;

  private final Constant constant;

  SignedVerifier(Constant constant) {
    this.constant = constant;
  }

  Verification verify(SignedFraction f, Progress progress) {
    long start = System.nanoTime();
    double wanted = wantedBits(f);
    OptionalInt count = f.termsFor(wanted);
    if (count.isEmpty()) {
      return result(
          Outcome.INCOMPLETE,
          "terms",
          "the terms determine too few digits",
          new TreeMap<>(),
          start);
    }
    List<BigInteger> terms = f.terms(count.getAsInt());
    Convergents all = SignedFraction.convergents(terms, f.signs());
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("arithmetic", "whole numbers");
    facts.put("termsUsed", Integer.toString(terms.size()));
    int bits = (int) wanted + GUARD_BITS;
    int asked = (int) Enclosure.digitsOf(wanted - SLACK_BITS);
    Agreement agreement = agreement(f.image(), all, bits);
    for (int n = 0;
        n < DOUBLINGS && agreement.with(asked) == Answer.OPEN && !progress.cancelled();
        n++) {
      bits *= 2;
      agreement = agreement(f.image(), all, bits);
    }
    SecondOpinion second = SecondOpinion.on(constant, constant.enclosure(bits));
    facts.put("constant", second.text());
    int digits = (int) Math.clamp(Enclosure.digitsOf(agreement.least()), 0, asked);
    facts.put("digits", Integer.toString(digits));
    String method = "%d digits at %d terms".formatted(digits, terms.size());
    String image = f.image().text(constant.factor());
    if (second.contradicts()) {
      return result(
          Outcome.INCOMPLETE, method, "two series for the constant disagree", facts, start);
    }
    return switch (agreement.with(asked)) {
      case YES -> {
        Optional<SignedProof> proof = SignedProof.of(f, constant);
        proof.ifPresent(p -> Proof.describe(facts, p.method(), p.chain()));
        yield proof.isPresent()
            ? result(
                Outcome.PROVED,
                "proof by %s, and %s".formatted(proof.get().method(), method),
                "proved: the fraction is %s, and agrees to %d digits".formatted(image, asked),
                facts,
                start)
            : result(
                Outcome.SAMPLED,
                method,
                "conjecture: the fraction is %s, it agrees to %d digits".formatted(image, asked),
                facts,
                start);
      }
      case NO ->
          result(
              Outcome.REFUTED,
              method,
              "only %d of %d digits agree".formatted(digits, asked),
              facts,
              start);
      case OPEN ->
          result(Outcome.INCOMPLETE, method, "the constant is known too poorly", facts, start);
    };
  }

  /** A thousand digits, or as many as tell the recurrence from an accident, and some. */
  static double wantedBits(SignedFraction f) {
    return SLACK_BITS + Math.max(Enclosure.bitsOf(DIGITS), f.neededBits());
  }

  /**
   * The leading bits in which two numbers agree.
   *
   * @param least at least so many
   * @param most and no more than so many
   */
  private record Agreement(double least, double most) {
    Answer with(int digits) {
      int bits = Enclosure.bitsOf(digits);
      return least >= bits ? Answer.YES : most < bits ? Answer.NO : Answer.OPEN;
    }
  }

  /** Whether numbers agree. */
  private enum Answer {
    YES,
    NO,
    OPEN
  }

  /** Of n/d and p/q: log2 of |n q| by |n q − d p|. */
  private Agreement agreement(Image image, Convergents all, int bits) {
    Enclosure c = constant.enclosure(bits);
    Enclosure left = image.numerator(c).multiply(all.q());
    Enclosure difference = left.add(image.denominator(c).multiply(all.p()).negate());
    double size = Enclosure.log2(left.magnitude());
    BigInteger nearest =
        difference.containsZero()
            ? BigInteger.ZERO
            : difference.lower().abs().min(difference.upper().abs());
    return new Agreement(
        size - Enclosure.log2(difference.magnitude()), size - Enclosure.log2(nearest));
  }

  private static Verification result(
      Outcome outcome, String method, String claim, SortedMap<String, String> facts, long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Verification(outcome, method, claim, OptionalDouble.empty(), facts, time);
  }
}
