package org.formulary.truth.proof;

/**
 * A Taylor model as a polynomial on [0, 1] and a slack: |f| ≤ |p(s)| + slack, with t = below +
 * width · s.
 */
record PolynomialBound(BernsteinForm form, double slack) {

  /**
   * The midpoint of the remainder serves as one more coefficient; its radius, times the largest
   * |tⁿ|, is the slack. The shift to s is Horner's scheme on Σ cᵢ widthⁱ (s + below/width)ⁱ.
   */
  static PolynomialBound of(TaylorModel model) {
    Patch patch = model.patch();
    int bits = patch.bits();
    int n = model.order();
    Ball width = Ball.of(patch.above().subtract(patch.below()));
    Ball[] powers = new Ball[n + 1];
    Ball scale = Ball.ONE;
    for (int i = 0; i <= n; i++) {
      Ball c = i < n ? model.coefficient(i) : model.remainder().midpoint();
      powers[i] = c.multiply(scale, bits);
      scale = scale.multiply(width, bits);
    }
    Ball shift = Ball.of(patch.below()).divide(width, bits);
    if (!shift.isZero()) {
      for (int k = 0; k < n; k++) {
        for (int j = n - 1; j >= k; j--) {
          powers[j] = powers[j].add(powers[j + 1].multiply(shift, bits), bits);
        }
      }
    }
    Ball reach = patch.radius().power(n, bits);
    double slack = Up.multiply(model.remainder().radius(), reach.upperMagnitude());
    return new PolynomialBound(BernsteinForm.of(powers, bits), slack);
  }
}
