package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** (a + √(a² + 4b))/2, for constant a &gt; 0 and b. */
public record QuadraticNumber(PolynomialFraction fraction) implements ClosedForm {
  private BigInteger discriminant() {
    return fraction.a().leading().pow(2).add(fraction.b().leading().shiftLeft(2));
  }

  @Override
  public String key() {
    long d = discriminant().longValueExact();
    for (long k = 2; k * k <= d; k++) {
      while (d % (k * k) == 0) {
        d /= k * k;
      }
    }
    return "sqrt(%d)".formatted(d);
  }

  @Override
  public Optional<BigInteger> value(int bits) {
    BigInteger root = discriminant().shiftLeft(2 * bits).sqrt();
    return Optional.of(fraction.a().leading().shiftLeft(bits).add(root).shiftRight(1));
  }
}
