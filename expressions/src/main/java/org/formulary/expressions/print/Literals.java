package org.formulary.expressions.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.formulary.expressions.BinaryRational;

/** Numbers as text. */
final class Literals {
  private Literals() {}

  /** A finite double as a hexadecimal literal of C, Java and Python, with the sign of zero. */
  static String hex(double value) {
    String negativeZero = value == 0 && 1 / value < 0 ? "-" : "";
    return negativeZero + BinaryRational.of(value);
  }

  /** The shortest decimal that reads back as this finite double. */
  static String shortest(double value) {
    return decimal(new BigDecimal(Double.toString(value)));
  }

  /** The value rounded to at most {@code digits} significant digits. */
  static String decimal(BinaryRational value, int digits) {
    return decimal(value.toBigDecimal().round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  private static String decimal(BigDecimal value) {
    BigDecimal d = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    boolean shortInteger = d.scale() < 0 && d.precision() - d.scale() <= 17;
    return shortInteger ? d.toPlainString() : d.toString().toLowerCase(Locale.ROOT);
  }
}
