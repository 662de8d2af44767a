package org.formulary.approximation.fit;

import java.util.Arrays;
import org.formulary.expressions.eval.DoubleDouble;

/** A vector of double-double numbers. */
record DoubleDoubles(double[] hi, double[] lo) {
  /** Zeros. */
  DoubleDoubles(int size) {
    this(new double[size], new double[size]);
  }

  DoubleDoubles copy() {
    return new DoubleDoubles(hi.clone(), lo.clone());
  }

  DoubleDouble get(int i) {
    return new DoubleDouble(hi[i], lo[i]);
  }

  void set(int i, DoubleDouble value) {
    hi[i] = value.hi();
    lo[i] = value.lo();
  }

  void fill(DoubleDouble value) {
    Arrays.fill(hi, value.hi());
    Arrays.fill(lo, value.lo());
  }

  DoubleDouble dot(DoubleDoubles other) {
    DoubleDouble sum = DoubleDouble.ZERO;
    for (int i = 0; i < hi.length; i++) {
      sum = DoubleDouble.add(sum, DoubleDouble.multiply(get(i), other.get(i)));
    }
    return sum;
  }

  DoubleDouble length() {
    return DoubleDouble.sqrt(dot(this));
  }

  /** Adds {@code factor} times {@code other}. */
  void add(DoubleDoubles other, DoubleDouble factor) {
    for (int i = 0; i < hi.length; i++) {
      set(i, DoubleDouble.add(get(i), DoubleDouble.multiply(other.get(i), factor)));
    }
  }

  /** Makes the length 1, if it is not 0. */
  void normalise() {
    DoubleDouble length = length();
    for (int i = 0; i < hi.length && length.hi() > 0; i++) {
      set(i, DoubleDouble.divide(get(i), length));
    }
  }

  /** Takes away what lies in the span of the first {@code n} of orthonormal vectors. */
  void reject(DoubleDoubles[] basis, int n) {
    for (int j = 0; j < n; j++) {
      add(basis[j], dot(basis[j]).negate());
    }
  }
}
