package org.formulary.continuedfractions.signed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.constant.Constant;

/**
 * Compares a fraction with its image of the constant in decimal arithmetic, to a thousand digits:
 * the fraction from its last term to its first, which has nothing in common with the expansion that
 * found it. What agrees stays a conjecture: numbers are compared, nothing is proved.
 */
final class SignedVerifier {
  static final int DIGITS = 1000;
  private static final int MOST_TERMS = 1 << 14;
  private static final MathContext WIDE = new MathContext(DIGITS + 30);

  private final Constant constant;

  SignedVerifier(Constant constant) {
    this.constant = constant;
  }

  Verification verify(SignedFraction f, Progress progress) {
    long start = System.nanoTime();
    int count = terms(f, DIGITS);
    progress.report("terms", count, count);
    BigDecimal c = constant.digits(WIDE.getPrecision());
    BigDecimal image =
        linear(f.image().p(), f.image().q(), c)
            .divide(linear(f.image().r(), f.image().s(), c), WIDE);
    int digits = value(f, count).map(fraction -> agreeing(fraction, image)).orElse(0);
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("arithmetic", "decimal, %d digits".formatted(WIDE.getPrecision()));
    facts.put("digits", Integer.toString(digits));
    facts.put("termsUsed", Integer.toString(count));
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    String method = "%d digits at %d terms".formatted(Math.min(digits, DIGITS), count);
    if (digits < DIGITS) {
      return Verification.refuted(method, "only %d digits agree".formatted(digits), facts, time);
    }
    return new Verification(
        Outcome.SAMPLED,
        method,
        "conjecture: %s and the fraction agree to %d digits"
            .formatted(f.image().text(constant.name()), DIGITS),
        OptionalDouble.empty(),
        facts,
        time);
  }

  /** Terms that determine so many digits, as far as there are terms enough. */
  static int terms(SignedFraction f, int digits) {
    int count = 64;
    while (count < MOST_TERMS && f.bits(count) * Math.log10(2) < digits + 10) {
      count *= 2;
    }
    return count;
  }

  /** None where a remainder vanishes. */
  private static Optional<BigDecimal> value(SignedFraction f, int count) {
    List<BigInteger> terms = f.terms(count);
    BigDecimal x = new BigDecimal(terms.getLast());
    for (int i = count - 2; i >= 0; i--) {
      if (x.signum() == 0) {
        return Optional.empty();
      }
      BigDecimal sign = BigDecimal.valueOf(f.signs().sign(i));
      x = new BigDecimal(terms.get(i)).add(sign.divide(x, WIDE), WIDE);
    }
    return Optional.of(x);
  }

  private static BigDecimal linear(int a, int b, BigDecimal c) {
    return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b).multiply(c));
  }

  private static int agreeing(BigDecimal a, BigDecimal b) {
    BigDecimal difference = a.subtract(b);
    int first = b.precision() - b.scale();
    return difference.signum() == 0
        ? DIGITS
        : Math.clamp(first - (long) (difference.precision() - difference.scale()), 0, DIGITS);
  }
}
