package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.truth.Enclosure;

/**
 * The rational roots of a polynomial, as far as their denominators are small: p(n) is a constant
 * times Π (d n − k) times a rest without such roots.
 *
 * @param roots by denominator and then by size, each as often as it occurs
 * @param rest what is left of the polynomial, its content included
 */
public record RationalRoots(List<Root> roots, IntegerPolynomial rest) {
  /** Roots k/d are sought up to this d; of these none is overlooked. */
  public static final int LARGEST_DENOMINATOR = 12;

  private static final int LARGEST_NUMERATOR = 1 << 20;

  private static final int LARGEST_OF_FACTORS = 100_000;

  /** Most numbers are no roots modulo this prime. */
  private static final long PRIME = 2_147_483_647;

  /** The root k/d in lowest terms, d ≥ 1. */
  public record Root(long k, int d) {
    /** d n − k. */
    public IntegerPolynomial factor() {
      return IntegerPolynomial.of(-k, d);
    }

    /** Whether two roots differ by a whole number. */
    public boolean isNextTo(Root that) {
      return d == that.d && Math.floorMod(k - that.k, (long) d) == 0;
    }
  }

  public RationalRoots {
    roots = List.copyOf(roots);
  }

  /**
   * Of a polynomial other than 0. Throws {@link ArithmeticException} where a root might be beyond
   * {@value #LARGEST_NUMERATOR}.
   */
  public static RationalRoots of(IntegerPolynomial p) {
    if (LARGEST_DENOMINATOR * largest(p) > LARGEST_NUMERATOR) {
      throw new ArithmeticException("the roots of %s may be large".formatted(p));
    }
    return upTo(LARGEST_NUMERATOR, p);
  }

  /**
   * Primitive factors whose product is the primitive part: the linear ones of the rational roots,
   * but for those whose numerators are above {@value #LARGEST_OF_FACTORS}, as often as they divide,
   * and what is left, if anything is.
   */
  public static List<IntegerPolynomial> factors(IntegerPolynomial p) {
    RationalRoots roots = upTo(LARGEST_OF_FACTORS, p.primitive());
    List<IntegerPolynomial> factors =
        new ArrayList<>(roots.roots.stream().map(Root::factor).toList());
    if (roots.rest.degree() > 0) {
      factors.add(roots.rest);
    }
    return factors;
  }

  /**
   * The least whole number ≥ from such that the polynomial has no whole zero from it on. Throws
   * {@link ArithmeticException} as {@link #of} does.
   */
  public static long afterWholeZeros(IntegerPolynomial p, long from) {
    return of(p).afterWhole(from);
  }

  /** Whether there is a whole zero from a number on; also where zeros may be too large to seek. */
  public static boolean mayVanish(IntegerPolynomial p, long from) {
    try {
      return afterWholeZeros(p, from) > from;
    } catch (ArithmeticException e) {
      return true;
    }
  }

  /** As {@link #afterWholeZeros}, but for zeros above {@value #LARGEST_OF_FACTORS}. */
  public static long afterSmallZeros(IntegerPolynomial p, long from) {
    return upTo(LARGEST_OF_FACTORS, p).afterWhole(from);
  }

  private long afterWhole(long from) {
    return roots.stream().filter(r -> r.d == 1).mapToLong(r -> r.k + 1).reduce(from, Math::max);
  }

  private static RationalRoots upTo(int largest, IntegerPolynomial p) {
    List<Root> roots = new ArrayList<>();
    IntegerPolynomial rest = p;
    for (int d = 1; d <= LARGEST_DENOMINATOR; d++) {
      long most = (long) Math.min(largest, Math.ceil(d * largest(rest)));
      for (long k = -most; k <= most && rest.degree() > 0; k++) {
        Root root = new Root(k, d);
        while (gcd(Math.abs(k), d) == 1 && rest.degree() > 0 && vanishes(rest, root)) {
          roots.add(root);
          rest = rest.dividedBy(root.factor());
        }
      }
    }
    return new RationalRoots(roots, rest);
  }

  /** Whether the polynomial is a constant times factors with these roots. */
  public boolean isSplit() {
    return rest.degree() == 0;
  }

  /** A bound of all roots: 2 max |c(d − k)/c(d)|^(1/k) (Fujiwara, Tôhoku Math. J. 10, 1916). */
  public static double largest(IntegerPolynomial p) {
    double most = 0;
    for (int k = 1; k <= p.degree(); k++) {
      BigInteger c = p.coefficient(p.degree() - k).abs();
      most = Math.max(most, Math.pow(2, (log2(c) - log2(p.leading().abs())) / k));
    }
    return 2 * most * (1 + 1e-9);
  }

  private static double log2(BigInteger c) {
    return c.signum() == 0 ? Double.NEGATIVE_INFINITY : Enclosure.log2(c);
  }

  private static boolean vanishes(IntegerPolynomial p, Root root) {
    long power = 1;
    long value = 0;
    for (int i = p.degree(); i >= 0; i--) {
      BigInteger c = p.coefficient(i);
      long residue =
          c.bitLength() < 31 ? c.intValue() : c.mod(BigInteger.valueOf(PRIME)).intValue();
      value = (value * root.k % PRIME + residue * power) % PRIME;
      power = power * root.d % PRIME;
    }
    return value == 0 && exactlyVanishes(p, root);
  }

  private static boolean exactlyVanishes(IntegerPolynomial p, Root root) {
    BigInteger power = BigInteger.ONE;
    BigInteger value = BigInteger.ZERO;
    for (BigInteger c : p.coefficients().reversed()) {
      value = value.multiply(BigInteger.valueOf(root.k)).add(c.multiply(power));
      power = power.multiply(BigInteger.valueOf(root.d));
    }
    return value.signum() == 0;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
