package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;

/**
 * Partial denominators Σ c_j P_j with whole c_j.
 *
 * @param basis P_0, P_1, …, of ascending degree
 */
record Denominators(List<IntegerPolynomial> basis) {
  Denominators {
    basis = List.copyOf(basis);
  }

  /** All polynomials of a degree. */
  static Denominators all(int degree) {
    List<IntegerPolynomial> basis = new ArrayList<>(List.of(IntegerPolynomial.of(1)));
    while (basis.size() <= degree) {
      basis.add(basis.getLast().multiply(IntegerPolynomial.N));
    }
    return new Denominators(basis);
  }

  /**
   * The polynomials that take their values again, up to a sign, where the recurrence is read
   * backwards: if b(s − n) = b(n) with a whole s, those of half the degree of b with a(s − 1 − n) =
   * ±a(n). Read backwards the product of a period is the adjugate up to such signs, so that its
   * trace is its own negative, and vanishes, where the sign is −.
   */
  static Optional<Denominators> symmetric(IntegerPolynomial b) {
    List<Root> roots = RationalRoots.of(b).roots();
    int degree = b.degree() / 2;
    double sum = roots.stream().mapToDouble(r -> (double) r.k() / r.d()).sum();
    long s = Math.round(sum / degree);
    List<Root> left = new ArrayList<>(roots);
    for (Root r : roots) {
      left.remove(new Root(s * r.d() - r.k(), r.d()));
    }
    if (roots.size() != 2 * degree || !left.isEmpty()) {
      return Optional.empty();
    }
    IntegerPolynomial square = IntegerPolynomial.of(0, 1 - s, 1);
    List<IntegerPolynomial> basis = new ArrayList<>();
    basis.add(degree % 2 == 1 ? IntegerPolynomial.of(1 - s, 2) : IntegerPolynomial.of(1));
    while (basis.getLast().degree() < degree) {
      basis.add(basis.getLast().multiply(square));
    }
    return Optional.of(new Denominators(basis));
  }

  /** Whether a(s − 1 − n) = −a(n) for all of them. */
  boolean isOdd() {
    return basis.getFirst().degree() == 1;
  }

  int degree() {
    return basis.getLast().degree();
  }

  /** The number of free coefficients. */
  int size() {
    return basis.size();
  }

  /** The ascending coefficients of Σ c_j P_j. */
  long[] coefficients(long[] c) {
    long[] sum = new long[degree() + 1];
    for (int j = 0; j < c.length; j++) {
      for (int k = 0; k <= basis.get(j).degree(); k++) {
        sum[k] += c[j] * basis.get(j).coefficient(k).longValueExact();
      }
    }
    return sum;
  }
}
