package org.formulary.continuedfractions.hypergeometric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedFormTest {
  private static final int BITS = 160;

  /** Larger coefficients than those of the box: zeros of any kind, z near −∞ and near 1/2. */
  @Test
  void agreesWithLimits() {
    Random random = new Random(3);
    int compared = 0;
    while (compared < 200) {
      PolynomialFraction f =
          new PolynomialFraction(
              random(random, 1 + random.nextInt(2)), random(random, 1 + random.nextInt(3)));
      if (f.a().isZero() || f.b().isZero()) {
        continue;
      }
      PolynomialFraction positive =
          f.a().leading().signum() < 0 ? new PolynomialFraction(f.a().negate(), f.b()) : f;
      if (f.end(1000).isPresent() || Convergence.of(positive) instanceof Convergence.None) {
        continue;
      }
      Optional<ClosedForm> form = ClosedForm.of(positive);
      if (form.isPresent() && Limit.of(positive, BITS) instanceof Limit.Finite finite) {
        Enclosure x = finite.value();
        BigInteger value = form.get().value(x.bits()).orElseThrow();
        BigInteger middle = x.lower().add(x.upper()).shiftRight(1);
        double size = Math.max(0, Enclosure.log2(x.magnitude()) - x.bits());
        assertThat(Enclosure.log2(value.subtract(middle).abs().add(BigInteger.ONE)))
            .as("%s: %s", positive, form.get().key())
            .isLessThan(16 + 2 * size);
        compared++;
      }
    }
  }

  private static IntegerPolynomial random(Random random, int coefficients) {
    return IntegerPolynomial.of(random.longs(coefficients, -12, 13).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, sqrt(3)",
    "0 1, 1, 0F1 beta=0 z=1",
    "5 2, -3, 0F1 beta=1/2 z=-3/4",
    "0 1, 0 1, '1F1 alpha=0 beta=0 z=1'",
    "1 2, 0 0 1, '2F1 r=0,0 beta=1/2 z=(1-sqrt(1/2))/2'",
    "5 2, 4 4 1, '2F1 r=0,0 beta=1/2 z=(1-sqrt(1/2))/2'",
    "1, 1 0 1, '2F1 r=0+-sqrt(-1) beta=0 z=(1-sqrt(0))/2'"
  })
  void classesHaveKeys(String a, String b, String key) {
    assertThat(ClosedForm.of(fraction(a, b)).orElseThrow().key()).isEqualTo(key);
  }

  @Test
  void knowsNoneBeyondItsDegrees() {
    assertThat(ClosedForm.of(fraction("1 0 1", "1"))).isEmpty();
    assertThat(ClosedForm.of(fraction("1 2", "3 4 -1"))).isEmpty();
  }

  @Test
  void quotientsAreExact() {
    assertThat(new Quotient(-6, -4)).isEqualTo(new Quotient(3, 2)).hasToString("3/2");
    assertThat(new Quotient(-1, 3).fraction()).isEqualTo(new Quotient(2, 3));
    assertThat(new Quotient(1, 2).minus(new Quotient(1, 3))).isEqualTo(new Quotient(1, 6));
  }

  /** Of ascending coefficients. */
  private static PolynomialFraction fraction(String a, String b) {
    return new PolynomialFraction(polynomial(a), polynomial(b));
  }

  private static IntegerPolynomial polynomial(String ascending) {
    return IntegerPolynomial.of(
        Stream.of(ascending.split(" ")).mapToLong(Long::parseLong).toArray());
  }
}
