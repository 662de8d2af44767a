package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;

import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleDouble;

/**
 * A quotient evaluated by Horner's scheme, its denominator monic: 2p operations for a polynomial of
 * degree p, 2(p + q) for degree p over degree q.
 *
 * <p>Coefficients that vanish (of even and odd functions about 0) are left out; where only even or
 * only odd powers are left the scheme runs in x·x.
 *
 * @param numerator coefficients of 1, x, x², …, of f without its zeros
 * @param denominator likewise, the last is 1
 */
record HornerForm(List<BinaryRational> numerator, List<BinaryRational> denominator)
    implements Form {
  /** A coefficient below this part of the largest is rounding of 0. */
  private static final double NEGLIGIBLE = 1e-24;

  HornerForm {
    numerator = List.copyOf(numerator);
    denominator = List.copyOf(denominator);
  }

  /** Whether a quotient has the degrees it was asked for. */
  static boolean isFull(Quotient r) {
    return !negligible(r.numerator(), r.p()) && !negligible(r.denominator(), r.q());
  }

  private static boolean negligible(List<DoubleDouble> c, int k) {
    double largest = c.stream().mapToDouble(v -> Math.abs(v.hi())).max().orElse(0);
    return Math.abs(c.get(k).hi()) <= NEGLIGIBLE * largest;
  }

  /** The form of a full quotient for a target, with constants of about 106 bits or more. */
  static HornerForm of(Target target, Quotient r) {
    DoubleDouble half = DoubleDouble.from(target.half());
    DoubleDouble lead = r.denominator().getLast();
    // With y = x − middle = half·t, D is monic in y when divided by lead/half^q.
    int q = r.q();
    List<BinaryRational> numerator = new ArrayList<>();
    for (int k = 0; k <= r.p(); k++) {
      DoubleDouble c = divide(r.numerator().get(k), lead);
      DoubleDouble scaled = times(c, half, q - k - target.zeros().size());
      boolean zero = negligible(r.numerator(), k);
      numerator.add(zero ? BinaryRational.ZERO : scaled.exact().multiply(target.scale()));
    }
    List<BinaryRational> denominator = new ArrayList<>();
    for (int k = 0; k < q; k++) {
      DoubleDouble scaled = times(divide(r.denominator().get(k), lead), half, q - k);
      denominator.add(negligible(r.denominator(), k) ? BinaryRational.ZERO : scaled.exact());
    }
    denominator.add(BinaryRational.ONE);
    return new HornerForm(
        shifted(numerator, target.middle()), shifted(denominator, target.middle()));
  }

  private static DoubleDouble times(DoubleDouble value, DoubleDouble base, int power) {
    DoubleDouble product = value;
    for (int i = 0; i < Math.abs(power); i++) {
      product = power > 0 ? multiply(product, base) : divide(product, base);
    }
    return product;
  }

  /** Coefficients in x of a polynomial in x − middle, exactly. */
  private static List<BinaryRational> shifted(List<BinaryRational> c, BinaryRational middle) {
    List<BinaryRational> shifted = new ArrayList<>(c);
    int n = c.size() - 1;
    for (int i = 0; i < n; i++) {
      for (int k = n - 1; k >= i; k--) {
        shifted.set(k, shifted.get(k).subtract(middle.multiply(shifted.get(k + 1))));
      }
    }
    return shifted;
  }

  /**
   * The same without those coefficients of a polynomial that contribute no more than {@code
   * tolerance} for |x| up to {@code reach}. A rational function stays as it is.
   */
  HornerForm without(double tolerance, double reach) {
    if (denominator.size() > 1) {
      return this;
    }
    List<BinaryRational> kept = new ArrayList<>();
    double power = 1;
    for (BinaryRational c : numerator) {
      boolean small = Math.abs(c.doubleValue()) * power <= tolerance;
      kept.add(small ? BinaryRational.ZERO : c);
      power *= reach;
    }
    return new HornerForm(kept, denominator);
  }

  /** Whether the highest power of x has a coefficient. */
  boolean isFull() {
    return numerator.getLast().signum() != 0;
  }

  @Override
  public HornerForm rounded(int bits) {
    return new HornerForm(
        numerator.stream().map(c -> c.round(bits)).toList(),
        denominator.stream().map(c -> c.round(bits)).toList());
  }

  @Override
  public String text(String variable, StringBuilder bindings) {
    String square = variable + "2";
    if (stride(numerator) == 2 || stride(denominator) == 2) {
      bindings.append("%s = %s*%s; ".formatted(square, variable, variable));
    }
    String text = inPowers(numerator, variable, square);
    if (denominator.size() == 1) {
      return text;
    }
    String over = inPowers(denominator, variable, square);
    return "(%s)/(%s)".formatted(text.isEmpty() ? "0x1p+0" : text, over);
  }

  /** 2 where only even or only odd powers occur, and some beyond x. */
  private static int stride(List<BinaryRational> c) {
    int n = c.size() - 1;
    for (int k = n - 1; k >= 0; k -= 2) {
      if (c.get(k).signum() != 0) {
        return 1;
      }
    }
    return n >= 2 ? 2 : 1;
  }

  /** Horner's scheme; empty for the constant 1, which needs no factor. */
  private static String inPowers(List<BinaryRational> c, String x, String square) {
    int stride = stride(c);
    int n = c.size() - 1;
    String variable = stride == 2 ? square : x;
    String text = c.get(n).equals(BinaryRational.ONE) ? "" : c.get(n).toString();
    int k = n - stride;
    for (; k >= 0; k -= stride) {
      text = text.isEmpty() ? variable : "(" + text + ")*" + variable;
      text += c.get(k).signum() == 0 ? "" : Form.plus(c.get(k));
    }
    boolean odd = stride == 2 && n % 2 == 1;
    return odd ? text.isEmpty() ? x : "(" + text + ")*" + x : text;
  }
}
