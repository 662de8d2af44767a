package org.formulary.continuedfractions.blind;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * A part of a recurrence modulo m, for all partial denominators of a family: one period modulo a
 * prime, or two and a term modulo the square of one.
 */
final class Period {
  private final int modulus;
  private final boolean trace;

  /** Of the partial numerators, by index. */
  private final int[] numerators;

  /** Of the polynomials of the family, by their number and by index. */
  private final int[][] basis;

  /** Residues of numbers below 2 m². */
  private final short[] reduced;

  private final int[] values;

  private Period(int modulus, boolean trace, int[] numerators, int[][] basis) {
    this.modulus = modulus;
    this.trace = trace;
    this.numerators = numerators;
    this.basis = basis;
    this.values = new int[numerators.length];
    this.reduced = new short[2 * modulus * modulus];
    for (int i = 0; i < reduced.length; i++) {
      reduced[i] = (short) (i % modulus);
    }
  }

  /** One period modulo a prime; empty where b has no zero. */
  static Optional<Period> one(IntegerPolynomial b, Denominators family, int prime) {
    for (int root = 0; root < prime; root++) {
      if (b.at(root).mod(BigInteger.valueOf(prime)).signum() == 0) {
        return Optional.of(
            new Period(
                prime, true, residues(b, root, prime, prime), basis(family, root, prime, prime)));
      }
    }
    return Optional.empty();
  }

  /** The terms of two periods and one more, modulo the square of a prime. */
  static Period two(IntegerPolynomial b, Denominators family, int prime) {
    int m = prime * prime;
    int terms = 2 * prime + 1;
    return new Period(m, false, residues(b, 1, terms, m), basis(family, 1, terms, m));
  }

  private static int[][] basis(Denominators family, int from, int terms, int modulus) {
    return family.basis().stream()
        .map(p -> residues(p, from, terms, modulus))
        .toArray(int[][]::new);
  }

  private static int[] residues(IntegerPolynomial p, int from, int terms, int modulus) {
    int[] residues = new int[terms];
    BigInteger m = BigInteger.valueOf(modulus);
    Arrays.setAll(residues, i -> p.at(from + i).mod(m).intValue());
    return residues;
  }

  int modulus() {
    return modulus;
  }

  /**
   * Tells with which residues of c_0 the trace, or all, vanishes.
   *
   * @param row its digits to the base m are the residues of c_1, c_2, …
   * @param allowed filled from index row · m on
   */
  void fill(int row, boolean[] allowed) {
    Arrays.fill(values, 0);
    int rest = row;
    for (int j = 1; j < basis.length; j++) {
      int c = rest % modulus;
      rest /= modulus;
      for (int n = 0; n < values.length; n++) {
        values[n] = reduced[values[n] + c * basis[j][n]];
      }
    }
    for (int c = 0; c < modulus; c++) {
      allowed[row * modulus + c] = trace ? last(0, 1) == 0 : vanishes(0, 1) && vanishes(1, 0);
      for (int n = 0; n < values.length; n++) {
        int next = values[n] + basis[0][n];
        values[n] = next >= modulus ? next - modulus : next;
      }
    }
  }

  /** From two terms the last one: the trace from (0, 1), because b vanishes first. */
  private int last(int first, int second) {
    return (int) lastTwo(first, second);
  }

  /** Whether the last two terms vanish. */
  private boolean vanishes(int first, int second) {
    return lastTwo(first, second) == 0;
  }

  private long lastTwo(int first, int second) {
    int before = first;
    int now = second;
    for (int n = 0; n < values.length; n++) {
      int next = reduced[values[n] * now + numerators[n] * before];
      before = now;
      now = next;
    }
    return (long) before << 32 | now;
  }
}
