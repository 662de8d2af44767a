package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
  static PolynomialFraction altered(
      PolynomialFraction f, PolynomialFraction other, RandomGenerator random) {
    PolynomialFraction next =
        switch (random.nextInt(8)) {
          case 0, 1 -> normalized(stepped(f.a(), random), f.b());
          case 2 -> normalized(scaled(f.a(), random), f.b());
          case 3 -> normalized(f.a().shifted(random.nextBoolean() ? 1 : -1), f.b());
          case 4, 5 -> normalized(f.a(), numerator(f.b(), random));
          case 6 -> crossed(f, other);
          default -> ofOtherDegree(f, random);
        };
    return isSmall(next.a()) && isSmall(next.b()) && isSought(next) ? next : f;
  }

  /** Whether the degrees are d and 2d, within the limits. */
  static boolean isSought(PolynomialFraction f) {
    return f.isBalanced() && f.a().degree() >= LEAST_DEGREE && f.a().degree() <= MOST_DEGREE;
  }

  private static boolean isSmall(IntegerPolynomial p) {
    return p.coefficients().stream().allMatch(c -> c.bitLength() <= LARGEST_BITS);
  }

  private static IntegerPolynomial stepped(IntegerPolynomial a, RandomGenerator random) {
    long[] c = a.toLongs(a.degree());
    int step = 1 + random.nextInt(LARGEST_STEP);
    c[random.nextInt(c.length)] += random.nextBoolean() ? step : -step;
    return IntegerPolynomial.of(c);
  }

  private static IntegerPolynomial scaled(IntegerPolynomial a, RandomGenerator random) {
    long[] c = a.toLongs(a.degree());
    int k = random.nextInt(c.length);
    c[k] = random.nextBoolean() ? 2 * c[k] : random.nextBoolean() ? c[k] / 2 : -c[k];
    return IntegerPolynomial.of(c);
  }

  /** With another content or another root. */
  private static IntegerPolynomial numerator(IntegerPolynomial b, RandomGenerator random) {
    Optional<Numerator> known = Numerator.of(b);
    if (known.isEmpty()) {
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

  /** Deflated, and shifted so that no whole root of b is positive. */
  static PolynomialFraction normalized(IntegerPolynomial a, IntegerPolynomial b) {
    if (a.isZero() || b.isZero()) {
      return new PolynomialFraction(a, b);
    }
    PolynomialFraction f = new PolynomialFraction(a, b);
    long shift = 0;
    for (Root r : RationalRoots.of(b).roots()) {
      f = deflated(f, r.factor());
      shift = r.d() == 1 ? Math.max(shift, r.k()) : shift;
    }
    f = f.deflated();
    return shift == 0 ? f : new PolynomialFraction(f.a().shifted(shift), f.b().shifted(shift));
  }

  /** Without a factor c of which c(n) divides a and c(n) c(n − 1) divides b. */
  private static PolynomialFraction deflated(PolynomialFraction f, IntegerPolynomial c) {
    IntegerPolynomial square = c.multiply(c.shifted(-1));
    boolean divides = f.a().gcd(c).equals(c) && f.b().gcd(square).equals(square.primitive());
    return divides ? new PolynomialFraction(f.a().dividedBy(c), f.b().dividedBy(square)) : f;
  }
}
