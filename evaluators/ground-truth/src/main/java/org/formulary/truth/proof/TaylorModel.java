package org.formulary.truth.proof;

import java.util.Arrays;
import org.formulary.expressions.BinaryRational;

/**
 * A function on a {@link Patch}: f(t) = c₀ + c₁ t + … + c₍ₙ₋₁₎ tⁿ⁻¹ + R(t) tⁿ, where the numbers c
 * lie in the coefficient balls and R(t) lies in the remainder ball for every t of the patch.
 *
 * <p>The remainder is relative to tⁿ, so a model can be divided by t exactly where its first
 * coefficient is exactly 0: removable zeros need no limit. The order n may be 0; then the model is
 * the range of the function and its operations are plain interval arithmetic.
 *
 * <p>All operations keep the property, for the exact reals, by the identities given at each.
 */
final class TaylorModel {
  private final Patch patch;
  private final Ball[] coefficients;
  private final Ball remainder;

  private TaylorModel(Patch patch, Ball[] coefficients, Ball remainder) {
    this.patch = patch;
    this.coefficients = coefficients;
    this.remainder = remainder;
  }

  /** The input x: origin + t, or origin ± t². */
  static TaylorModel variable(Patch patch) {
    Ball origin = Ball.of(patch.origin());
    int n = patch.order();
    if (n == 0) {
      return new TaylorModel(patch, zeros(0), origin.add(patch.range(), patch.bits()));
    }
    Ball[] c = zeros(n);
    c[0] = origin;
    if (n == 1) {
      return new TaylorModel(patch, c, Ball.ONE);
    }
    switch (patch.map()) {
      case LINEAR -> c[1] = Ball.ONE;
      case SQUARE -> c[2] = Ball.ONE;
      case MINUS_SQUARE -> c[2] = Ball.ONE.negate();
    }
    return new TaylorModel(patch, c, Ball.ZERO);
  }

  static TaylorModel constant(Patch patch, Ball value) {
    Ball[] c = zeros(patch.order());
    if (c.length == 0) {
      return new TaylorModel(patch, c, value);
    }
    c[0] = value;
    return new TaylorModel(patch, c, Ball.ZERO);
  }

  Patch patch() {
    return patch;
  }

  int order() {
    return coefficients.length;
  }

  Ball coefficient(int k) {
    return coefficients[k];
  }

  Ball remainder() {
    return remainder;
  }

  private int bits() {
    return patch.bits();
  }

  /** A ball that contains f(t) for every t of the patch. */
  Ball range() {
    return tail(0);
  }

  /** A ball that contains (f(t) − Σ_{i&lt;k} cᵢ tⁱ) / tᵏ on the patch, by Horner's rule. */
  private Ball tail(int k) {
    Ball sum = remainder;
    for (int i = order() - 1; i >= k; i--) {
      sum = sum.multiply(patch.range(), bits()).add(coefficients[i], bits());
    }
    return sum;
  }

  /** A ball that contains f(t) at one point t of the patch. */
  Ball at(BinaryRational t) {
    Ball point = Ball.of(t);
    Ball sum = remainder;
    for (int i = order() - 1; i >= 0; i--) {
      sum = sum.multiply(point, bits()).add(coefficients[i], bits());
    }
    return sum;
  }

  /** All tails, 0 ≤ k ≤ order. */
  private Ball[] tails() {
    Ball[] tails = new Ball[order() + 1];
    tails[order()] = remainder;
    for (int i = order() - 1; i >= 0; i--) {
      tails[i] = tails[i + 1].multiply(patch.range(), bits()).add(coefficients[i], bits());
    }
    return tails;
  }

  /** The same function with fewer coefficients: the rest goes into the remainder. */
  private TaylorModel truncate(int order) {
    return order >= order()
        ? this
        : new TaylorModel(patch, Arrays.copyOf(coefficients, order), tail(order));
  }

  /** Whether f is the constant c₀ (or the remainder, at order 0, on a single point). */
  boolean isConstant() {
    if (order() == 0) {
      return patch.range().isZero();
    }
    return remainder.isZero() && Arrays.stream(coefficients).skip(1).allMatch(Ball::isZero);
  }

  /** Whether f is exactly 0. */
  boolean isZero() {
    return remainder.isZero() && Arrays.stream(coefficients).allMatch(Ball::isZero);
  }

  /** The number of first coefficients that are exactly 0. */
  int leadingZeros() {
    int k = 0;
    while (k < order() && coefficients[k].isZero()) {
      k++;
    }
    return k;
  }

  /** f(t) / tᵏ; the first k coefficients must be exactly 0. */
  TaylorModel dividedByPower(int k) {
    return k == 0
        ? this
        : new TaylorModel(patch, Arrays.copyOfRange(coefficients, k, order()), remainder);
  }

  /** f(t) tᵏ. */
  TaylorModel timesPower(int k) {
    if (k == 0) {
      return this;
    }
    Ball[] c = zeros(order() + k);
    System.arraycopy(coefficients, 0, c, k, order());
    return new TaylorModel(patch, c, remainder);
  }

  TaylorModel negate() {
    Ball[] c = new Ball[order()];
    Arrays.setAll(c, i -> coefficients[i].negate());
    return new TaylorModel(patch, c, remainder.negate());
  }

  TaylorModel add(TaylorModel that) {
    int n = Math.min(order(), that.order());
    TaylorModel a = truncate(n);
    TaylorModel b = that.truncate(n);
    Ball[] c = new Ball[n];
    Arrays.setAll(c, i -> a.coefficients[i].add(b.coefficients[i], bits()));
    return new TaylorModel(patch, c, a.remainder.add(b.remainder, bits()));
  }

  TaylorModel subtract(TaylorModel that) {
    return add(that.negate());
  }

  /** Multiplies by a number. */
  TaylorModel times(Ball factor) {
    Ball[] c = new Ball[order()];
    Arrays.setAll(c, i -> coefficients[i].multiply(factor, bits()));
    return new TaylorModel(patch, c, remainder.multiply(factor, bits()));
  }

  /**
   * The product: a·b = Σ_{i&lt;n} aᵢ tⁱ b + R_a tⁿ b, and in each term b is split after the power
   * that completes tⁿ, so the remainder is Σ aᵢ tail_b(n−i) + R_a b.
   */
  TaylorModel multiply(TaylorModel that) {
    int n = Math.min(order(), that.order());
    TaylorModel a = truncate(n);
    TaylorModel b = that.truncate(n);
    Ball[] c = new Ball[n];
    for (int k = 0; k < n; k++) {
      c[k] = convolution(a.coefficients, b.coefficients, 0, k);
    }
    return new TaylorModel(patch, c, productTail(a, b));
  }

  /** Σ_{i=first..k} aᵢ b₍ₖ₋ᵢ₎. */
  private Ball convolution(Ball[] a, Ball[] b, int first, int k) {
    Ball sum = Ball.ZERO;
    for (int i = first; i <= k; i++) {
      if (!a[i].isZero() && !b[k - i].isZero()) {
        sum = sum.add(a[i].multiply(b[k - i], bits()), bits());
      }
    }
    return sum;
  }

  /** (a·b − Σ_{k&lt;n} (a·b)ₖ tᵏ) / tⁿ for two models of order n. */
  private static Ball productTail(TaylorModel a, TaylorModel b) {
    int n = a.order();
    int bits = a.bits();
    Ball[] tails = b.tails();
    Ball sum = a.remainder.multiply(tails[0], bits);
    for (int i = 0; i < n; i++) {
      sum = sum.add(a.coefficients[i].multiply(tails[n - i], bits), bits);
    }
    return sum;
  }

  /**
   * The quotient q = a/b for a divisor whose range excludes 0: qₖ = (aₖ − Σ_{j≥1} bⱼ q₍ₖ₋ⱼ₎)/b₀,
   * and with Q the polynomial of q, a/b − Q = (a − Q b)/b = tⁿ (R_a − tail(Q·b)) / b.
   */
  TaylorModel divide(TaylorModel that) {
    int n = Math.min(order(), that.order());
    TaylorModel a = truncate(n);
    TaylorModel b = that.truncate(n);
    Ball range = b.range();
    if (!range.excludesZero()) {
      throw NoEnclosureException.unclear("division by a function that may vanish");
    }
    Ball[] q = new Ball[n];
    Ball inverse = n == 0 ? null : Ball.ONE.divide(b.coefficients[0], bits());
    for (int k = 0; k < n; k++) {
      Ball rest = a.coefficients[k];
      for (int j = 1; j <= k; j++) {
        if (!b.coefficients[j].isZero() && !q[k - j].isZero()) {
          rest = rest.subtract(b.coefficients[j].multiply(q[k - j], bits()), bits());
        }
      }
      // Exact quotients stay exact, which a rounded reciprocal would spoil.
      q[k] =
          inverse.isExact() || !rest.isExact()
              ? rest.multiply(inverse, bits())
              : rest.divide(b.coefficients[0], bits());
    }
    Ball high = productTail(new TaylorModel(patch, q, Ball.ZERO), b);
    Ball r = a.remainder.subtract(high, bits()).divide(range, bits());
    return new TaylorModel(patch, q, r);
  }

  /**
   * The square root s of a model whose range is positive: 2 s₀ sₖ = aₖ − Σ_{0&lt;i&lt;k} sᵢ s₍ₖ₋ᵢ₎,
   * and with S the polynomial of s, √a − S = (a − S²)/(√a + S) = tⁿ (R_a − tail(S·S)) / (√a + S).
   */
  TaylorModel sqrt() {
    int n = order();
    Ball range = range();
    Ball root = range.sqrt(bits());
    if (n == 0) {
      return new TaylorModel(patch, coefficients, root);
    }
    Ball[] s = zeros(n);
    s[0] = coefficients[0].sqrt(bits());
    Ball twice = s[0].scale(1);
    for (int k = 1; k < n; k++) {
      Ball rest = coefficients[k];
      for (int i = 1; i < k; i++) {
        if (!s[i].isZero() && !s[k - i].isZero()) {
          rest = rest.subtract(s[i].multiply(s[k - i], bits()), bits());
        }
      }
      s[k] = rest.divide(twice, bits());
    }
    TaylorModel polynomial = new TaylorModel(patch, s, Ball.ZERO);
    Ball high = productTail(polynomial, polynomial);
    Ball sum = root.add(polynomial.range(), bits());
    return new TaylorModel(patch, s, remainder.subtract(high, bits()).divide(sum, bits()));
  }

  /**
   * f(g(t)) for an analytic f: with u = (g − g₀)/t, f(g) = Σ_{k&lt;n} aₖ tᵏ uᵏ + aₙ(ξ) tⁿ uⁿ, where
   * aₖ are the Taylor coefficients of f at g₀ and aₙ(ξ), ξ between g₀ and g(t), is enclosed over
   * the range of g (Lagrange). By Horner's rule: y ← aₖ + t u y, each step one order longer.
   */
  TaylorModel compose(Analytic f) {
    int n = order();
    if (n == 0) {
      return new TaylorModel(patch, coefficients, f.value(remainder, bits()));
    }
    if (isConstant()) {
      Ball[] c = zeros(n);
      c[0] = f.value(coefficients[0], bits());
      return new TaylorModel(patch, c, Ball.ZERO);
    }
    Ball last = f.coefficient(range(), n, bits());
    Ball[] a = f.coefficients(coefficients[0], n, bits());
    TaylorModel u = new TaylorModel(patch, Arrays.copyOfRange(coefficients, 1, n), remainder);
    if (u.order() > 0 && u.isConstant()) {
      return linear(a, last, u.coefficients[0]);
    }
    TaylorModel y = new TaylorModel(patch, new Ball[0], last);
    for (int k = n - 1; k >= 0; k--) {
      y = u.multiply(y).timesPower(1);
      y.coefficients[0] = a[k];
    }
    return y;
  }

  private TaylorModel linear(Ball[] a, Ball last, Ball slope) {
    Ball[] c = new Ball[a.length];
    Ball power = Ball.ONE;
    for (int k = 0; k < a.length; k++) {
      c[k] = a[k].multiply(power, bits());
      power = power.multiply(slope, bits());
    }
    return new TaylorModel(patch, c, last.multiply(power, bits()));
  }

  private static Ball[] zeros(int n) {
    Ball[] c = new Ball[n];
    Arrays.fill(c, Ball.ZERO);
    return c;
  }
}
