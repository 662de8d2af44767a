package org.formulary.truth.relation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.formulary.truth.Enclosure;

/**
 * Reduction of a lattice basis by Lenstra, Lenstra and Lovász (Math. Ann. 261, 1982), with their
 * factor 3/4, on whole numbers alone (Cohen, "A Course in Computational Algebraic Number Theory",
 * section 2.6.3): nothing is rounded, so the result does not depend on a precision.
 */
final class LatticeReduction {
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final BigInteger FOUR = BigInteger.valueOf(4);

  private final BigInteger[][] b;

  /** d[i] is the Gram determinant of the first i rows; d[0] = 1. */
  private final BigInteger[] d;

  /** lambda[i][j] = d[j + 1] times the coefficient of row i along the orthogonalised row j. */
  private final BigInteger[][] lambda;

  private LatticeReduction(BigInteger[][] rows) {
    b = Arrays.stream(rows).map(BigInteger[]::clone).toArray(BigInteger[][]::new);
    d = new BigInteger[b.length + 1];
    lambda = new BigInteger[b.length][b.length];
  }

  /**
   * A reduced basis.
   *
   * @param rows the first is short unless it was stopped: at most 2^((n − 1)/2) times the shortest
   *     vector
   * @param log2Shortest no vector but 0 is shorter than 2 to this, stopped or not: the least length
   *     of an orthogonalised row
   */
  record Reduced(BigInteger[][] rows, double log2Shortest) {}

  /**
   * Reduces linearly independent rows; what has been reached so far once {@code stop} holds.
   *
   * @throws IllegalArgumentException if they are dependent
   */
  static Reduced reduce(BigInteger[][] rows, BooleanSupplier stop) {
    LatticeReduction r = new LatticeReduction(rows);
    r.run(stop);
    return new Reduced(r.b, r.log2Shortest());
  }

  private void run(BooleanSupplier stop) {
    d[0] = BigInteger.ONE;
    for (int k = 0; k < b.length; k++) {
      orthogonalise(k);
    }
    int k = 1;
    while (k < b.length && !stop.getAsBoolean()) {
      reduce(k, k - 1);
      if (isOutOfOrder(k)) {
        swap(k);
        k = Math.max(1, k - 1);
      } else {
        for (int l = k - 2; l >= 0; l--) {
          reduce(k, l);
        }
        k++;
      }
    }
  }

  private void orthogonalise(int k) {
    for (int j = 0; j <= k; j++) {
      BigInteger u = dot(b[k], b[j]);
      for (int i = 0; i < j; i++) {
        u = d[i + 1].multiply(u).subtract(lambda[k][i].multiply(lambda[j][i])).divide(d[i]);
      }
      if (j < k) {
        lambda[k][j] = u;
      } else if (u.signum() > 0) {
        d[k + 1] = u;
      } else {
        throw new IllegalArgumentException("row %d depends on those before it".formatted(k));
      }
    }
  }

  private static BigInteger dot(BigInteger[] x, BigInteger[] y) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < x.length; i++) {
      if (x[i].signum() != 0 && y[i].signum() != 0) {
        sum = sum.add(x[i].multiply(y[i]));
      }
    }
    return sum;
  }

  /** Takes from row k the multiple of row l that makes it shortest. */
  private void reduce(int k, int l) {
    BigInteger twice = lambda[k][l].shiftLeft(1);
    if (twice.abs().compareTo(d[l + 1]) <= 0) {
      return;
    }
    BigInteger q = floorDivide(twice.add(d[l + 1]), d[l + 1].shiftLeft(1));
    for (int i = 0; i < b[k].length; i++) {
      b[k][i] = b[k][i].subtract(q.multiply(b[l][i]));
    }
    lambda[k][l] = lambda[k][l].subtract(q.multiply(d[l + 1]));
    for (int i = 0; i < l; i++) {
      lambda[k][i] = lambda[k][i].subtract(q.multiply(lambda[l][i]));
    }
  }

  private static BigInteger floorDivide(BigInteger n, BigInteger positive) {
    BigInteger[] parts = n.divideAndRemainder(positive);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /**
   * Lovász' condition does not hold: the orthogonalised row k is below √(3/4 − μ²) of the other.
   */
  private boolean isOutOfOrder(int k) {
    BigInteger square = lambda[k][k - 1].multiply(lambda[k][k - 1]);
    BigInteger left = FOUR.multiply(d[k + 1].multiply(d[k - 1]).add(square));
    return left.compareTo(THREE.multiply(d[k].multiply(d[k]))) < 0;
  }

  private void swap(int k) {
    BigInteger[] row = b[k];
    b[k] = b[k - 1];
    b[k - 1] = row;
    for (int j = 0; j < k - 1; j++) {
      BigInteger t = lambda[k][j];
      lambda[k][j] = lambda[k - 1][j];
      lambda[k - 1][j] = t;
    }
    BigInteger l = lambda[k][k - 1];
    BigInteger next = d[k - 1].multiply(d[k + 1]).add(l.multiply(l)).divide(d[k]);
    for (int i = k + 1; i < b.length; i++) {
      BigInteger t = lambda[i][k];
      lambda[i][k] = d[k + 1].multiply(lambda[i][k - 1]).subtract(l.multiply(t)).divide(d[k]);
      lambda[i][k - 1] = next.multiply(t).add(l.multiply(lambda[i][k])).divide(d[k + 1]);
    }
    d[k] = next;
  }

  private double log2Shortest() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < b.length; i++) {
      double squared = Enclosure.log2(d[i + 1]) - Enclosure.log2(d[i]);
      least = Math.min(least, squared / 2);
    }
    return least;
  }
}
