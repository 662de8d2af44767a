package org.formulary.app.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;

/** Numbers for people. */
public final class Numbers {
  private static final int DIGITS = 5;
  private static final double LARGEST_WHOLE = 1e15;

  private Numbers() {}

  /** Five significant digits, nearest; whole numbers as they are. */
  public static String of(double value) {
    return text(value, RoundingMode.HALF_EVEN);
  }

  /**
   * A proved bound with five significant digits, rounded so that the claim stays true: up for an
   * objective that is minimized, down for one that is maximized.
   */
  public static String bound(double value, Objective objective) {
    return text(
        value,
        objective.direction() == Direction.MINIMIZE ? RoundingMode.CEILING : RoundingMode.FLOOR);
  }

  private static String text(double value, RoundingMode rounding) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "∞" : value < 0 ? "-∞" : "NaN";
    }
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, rounding));
    return String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", rounded);
  }

  /** Three significant digits for a line with little room. */
  public static String brief(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2e", value) : of(value);
  }

  /** {@code 1,234,567}. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 0.25 s}, {@code 61 s}, {@code 2:05 h}. */
  public static String time(Duration time) {
    double seconds = time.toNanos() / 1e9;
    if (seconds < 0.95) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < 6000) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return String.format(Locale.ROOT, "%d:%02d h", time.toHours(), time.toMinutesPart());
  }

  /** {@code max relative error} from {@code maxRelativeError}. */
  public static String words(String camelCase) {
    return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
