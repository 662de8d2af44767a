package org.formulary.truth.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.apfloat.Apfloat;

/**
 * An intermediate value. Exact ones are kept apart because an approximate number that vanishes says
 * nothing: 1 − 1 is 0, but sin(π to 50 digits) is only smaller than 1e-50.
 */
sealed interface Real {
  /** A number that is exactly the value. */
  record Exact(BigDecimal value) implements Real {
    static final Exact ZERO = new Exact(BigDecimal.ZERO);
    static final Exact ONE = new Exact(BigDecimal.ONE);
  }

  /** A number, never 0, good to about {@code value.precision()} digits. */
  record Approximate(Apfloat value) implements Real {
    /** With no more digits than this a number says little but "near 0". */
    private static final int FEW = 3;
  }

  /** The sign; that of noise is arbitrary. */
  default int signum() {
    return switch (this) {
      case Exact e -> e.value().signum();
      case Approximate a -> a.value().signum();
    };
  }

  default boolean isZero() {
    return signum() == 0;
  }

  /** Whether the value may as well be 0. */
  default boolean isNoise() {
    return this instanceof Approximate a && a.value().precision() <= Approximate.FEW;
  }

  /** The value to at most {@code digits} digits. Zero has infinite precision. */
  default Apfloat toApfloat(long digits) {
    return switch (this) {
      case Exact e -> new Apfloat(e.value(), digits);
      case Approximate a -> a.value();
    };
  }

  /** The decimal value as it stands. */
  default BigDecimal toBigDecimal() {
    return switch (this) {
      case Exact e -> e.value();
      case Approximate a -> decimal(a.value());
    };
  }

  /** Six digits, for messages. */
  default String brief() {
    return Real.brief(toBigDecimal());
  }

  static String brief(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(6));
    return rounded.signum() == 0 ? "0" : plain(rounded.stripTrailingZeros());
  }

  private static String plain(BigDecimal value) {
    boolean readable = value.scale() >= -6 && value.scale() - value.precision() < 6;
    return readable ? value.toPlainString() : value.toString().toLowerCase(Locale.ROOT);
  }

  static BigDecimal decimal(Apfloat value) {
    return new BigDecimal(value.toString(false));
  }
}
