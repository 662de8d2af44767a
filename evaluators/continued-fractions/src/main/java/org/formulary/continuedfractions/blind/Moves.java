package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;

/** Random fractions, and small changes of one, balanced of degrees (d, 2d). */
final class Moves {
  /** Degrees (1, 2) have closed forms, and need no search. */
  static final int LEAST_DEGREE = 2;

  static final int MOST_DEGREE = 4;

  private static final int START_COEFFICIENT = 8;
  private static final int LARGEST_STEP = 4;

  /** Coefficients grow no further. */
  private static final int LARGEST_BITS = 30;

  private static final int MOST_BITS = 60;

  private Moves() {}

  /** With small coefficients and partial numerators that split; of degrees 2 and 3 more often. */
  static PolynomialFraction random(RandomGenerator random) {
    int degree = LEAST_DEGREE + random.nextInt(5) / 2;
    return normalized(
        denominator(degree, random), Numerator.random(2 * degree, random).polynomial());
  }

  static IntegerPolynomial denominator(int degree, RandomGenerator random) {
    long[] a = new long[degree + 1];
    for (int k = 0; k < degree; k++) {
      a[k] = random.nextInt(-START_COEFFICIENT, START_COEFFICIENT + 1);
    }
    a[degree] = 1 + random.nextInt(START_COEFFICIENT);
    return IntegerPolynomial.of(a);
  }

  /** A fraction changed a little, or crossed with another; the same where that fails. */
  static PolynomialFraction altered(PolynomialFraction f, Fraction other, RandomGenerator random) {
    PolynomialFraction next =
        switch (random.nextInt(8)) {
          case 0, 1 -> normalized(stepped(f.a(), random), f.b());
          case 2 -> normalized(scaled(f.a(), random), f.b());
          case 3 -> normalized(f.a().shifted(random.nextBoolean() ? 1 : -1), f.b());
          case 4, 5 -> normalized(f.a(), numerator(f.b(), random));
          case 6 -> crossed(f, other.contracted());
          default -> ofOtherDegree(f, random);
        };
    return isSmall(next.a()) && isSmall(next.b()) && isSought(next) ? next : f;
  }

  /** Whether the degrees are d and 2d, within the limits. */
  static boolean isSought(PolynomialFraction f) {
    return f.isBalanced() && f.a().degree() >= LEAST_DEGREE && f.a().degree() <= MOST_DEGREE;
  }

  static boolean isSmall(IntegerPolynomial p) {
    return p.coefficients().stream().allMatch(c -> c.bitLength() <= LARGEST_BITS);
  }

  /** Whether filters and sieve take it: all coefficients, and their fourfold, are below 2^63. */
  static boolean fits(PolynomialFraction f) {
    return Stream.of(f.a(), f.b())
        .flatMap(p -> p.coefficients().stream())
        .allMatch(c -> c.bitLength() <= MOST_BITS);
  }

  static IntegerPolynomial stepped(IntegerPolynomial a, RandomGenerator random) {
    long[] c = a.toLongs(a.degree());
    int step = 1 + random.nextInt(LARGEST_STEP);
    c[random.nextInt(c.length)] += random.nextBoolean() ? step : -step;
    return IntegerPolynomial.of(c);
  }

  static IntegerPolynomial scaled(IntegerPolynomial a, RandomGenerator random) {
    long[] c = a.toLongs(a.degree());
    int k = random.nextInt(c.length);
    c[k] = random.nextBoolean() ? 2 * c[k] : random.nextBoolean() ? c[k] / 2 : -c[k];
    return IntegerPolynomial.of(c);
  }

  /** With another content or another root. */
  static IntegerPolynomial numerator(IntegerPolynomial b, RandomGenerator random) {
    Optional<Numerator> known = Numerator.of(b);
    if (known.isEmpty() || b.degree() == 0) {
      return b;
    }
    Numerator n = known.get();
    int at = random.nextInt(n.roots().size());
    Root root = n.roots().get(at);
    Numerator next =
        switch (random.nextInt(8)) {
          case 0 -> n.withContent(n.content() + (random.nextBoolean() ? 1 : -1));
          case 1 -> n.withContent(-n.content());
          case 2 -> n.withContent(Numerator.content(random));
          case 3 -> n.with(at, n.roots().get(random.nextInt(n.roots().size())));
          case 4 ->
              n.with(at, new Root(root.k() + (random.nextBoolean() ? 1 : -1) * root.d(), root.d()));
          case 5 -> n.with(at, Numerator.root(random));
          default -> n.withPair(at, Numerator.root(random));
        };
    return next.polynomial();
  }

  /** The partial numerators of another fraction, where they are of the same degree. */
  private static PolynomialFraction crossed(PolynomialFraction f, PolynomialFraction other) {
    return f.b().degree() == other.b().degree() ? normalized(f.a(), other.b()) : f;
  }

  /** One degree more, by a factor of a and two of b, or one less, without such. */
  private static PolynomialFraction ofOtherDegree(PolynomialFraction f, RandomGenerator random) {
    Optional<Numerator> known = Numerator.of(f.b());
    int degree = f.a().degree();
    if (known.isEmpty()) {
      return f;
    }
    List<Root> roots = new ArrayList<>(known.get().roots());
    if (random.nextBoolean() && degree < MOST_DEGREE) {
      Root root = Numerator.root(random);
      roots.add(root);
      roots.add(random.nextBoolean() ? root : Numerator.root(random));
      IntegerPolynomial b = new Numerator(known.get().content(), roots).polynomial();
      return normalized(f.a().multiply(root.factor()), b);
    }
    if (degree == LEAST_DEGREE) {
      return f;
    }
    roots.remove(random.nextInt(roots.size()));
    roots.remove(random.nextInt(roots.size()));
    IntegerPolynomial b = new Numerator(known.get().content(), roots).polynomial();
    long[] a = f.a().toLongs(degree);
    int drop = random.nextInt(degree + 1);
    long[] fewer = new long[degree];
    for (int k = 0; k < degree; k++) {
      fewer[k] = a[k < drop ? k : k + 1];
    }
    return normalized(IntegerPolynomial.of(fewer), b);
  }

  /** Deflated, and shifted so that the largest whole root of b, where there is one, is 0. */
  static PolynomialFraction normalized(PolynomialFraction fraction) {
    if (fraction.a().isZero() || fraction.b().isZero()) {
      return fraction;
    }
    PolynomialFraction f = fraction;
    List<Root> roots = RationalRoots.of(f.b()).roots();
    for (Root r : roots) {
      f = f.deflated(r.factor());
    }
    List<Root> left = f == fraction ? roots : RationalRoots.of(f.b()).roots();
    long shift = left.stream().filter(r -> r.d() == 1).mapToLong(Root::k).max().orElse(0);
    return f.deflated().from(shift);
  }

  private static PolynomialFraction normalized(IntegerPolynomial a, IntegerPolynomial b) {
    return normalized(new PolynomialFraction(a, b));
  }
}
