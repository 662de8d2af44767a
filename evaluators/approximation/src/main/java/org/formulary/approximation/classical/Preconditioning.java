package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.formulary.approximation.classical.PreconditionedForm.Scheme;
import org.formulary.expressions.BinaryRational;

/**
 * The parameters of preconditioned polynomials.
 *
 * <p>Degrees 4 to 6 have schemes of their own, whose parameters are real for all real coefficients:
 * rational in them and, from degree 5 on, in a real root of a cubic. From degree 7 on the general
 * scheme is taken, which rests on f(y) = u(y − c) = g(y²) + y·h(y²): its αᵢ are the roots of h,
 * which are all real if c is large enough (Eve), for then the roots of f lie to the right. Of all c
 * those are tried first that make a parameter 0 (where u has an extremum, h vanishes at 0; where c
 * is the mean of the roots, so does β₀ of an odd degree), then those of least magnitude.
 *
 * <p>References: Knuth, "The Art of Computer Programming", volume 2, section 4.6.4, formulas (9) to
 * (13) and theorem E; Eve, "The evaluation of polynomials", Numerische Mathematik 6 (1964); Pan,
 * "Methods of computing values of polynomials", Russian Mathematical Surveys 21 (1966).
 */
final class Preconditioning {
  private static final MathContext DIGITS = DecimalPolynomial.DIGITS;

  /** More than the bits of the decimal arithmetic: no rounding. */
  private static final int BITS = 256;

  /** A parameter that is this much smaller than the others is rounding of 0. */
  private static final BigDecimal NOTHING = new BigDecimal("1e-50");

  /** Shifts tried between 0 and where all roots lie to one side. */
  private static final int SHIFTS = 24;

  private static final BigDecimal TWO = BigDecimal.TWO;

  private Preconditioning() {}

  /** The forms of a polynomial of degree ≥ 4, the best choice first; none below. */
  static List<PreconditionedForm> of(List<BinaryRational> coefficients) {
    DecimalPolynomial u = DecimalPolynomial.of(coefficients);
    if (u.degree() < 4 || u.lead().signum() == 0) {
      return List.of();
    }
    DecimalPolynomial monic = u.over(u.lead());
    return switch (u.degree()) {
      case 4 -> List.of(form(Scheme.FOUR, four(monic), u.lead()));
      case 5 -> five(monic).stream().map(p -> form(Scheme.FIVE, p, u.lead())).toList();
      case 6 -> six(monic).stream().map(p -> form(Scheme.SIX, p, u.lead())).toList();
      default -> general(u);
    };
  }

  private static PreconditionedForm form(Scheme scheme, List<BigDecimal> p, BigDecimal lead) {
    List<BigDecimal> all = new ArrayList<>(p);
    all.add(lead);
    return form(scheme, all);
  }

  private static PreconditionedForm form(Scheme scheme, List<BigDecimal> parameters) {
    return new PreconditionedForm(
        scheme, parameters.stream().map(v -> BinaryRational.round(v, BITS)).toList());
  }

  private static BigDecimal times(BigDecimal a, BigDecimal b) {
    return a.multiply(b, DIGITS);
  }

  private static BigDecimal minus(BigDecimal a, BigDecimal b) {
    return a.subtract(b, DIGITS);
  }

  /** Knuth's formula (9). */
  private static List<BigDecimal> four(DecimalPolynomial u) {
    BigDecimal a0 = minus(u.get(3), BigDecimal.ONE).divide(TWO, DIGITS);
    BigDecimal b = minus(u.get(2), times(a0, a0.add(BigDecimal.ONE)));
    BigDecimal a1 = minus(u.get(1), times(a0, b));
    BigDecimal a2 = minus(b, times(TWO, a1));
    BigDecimal a3 = minus(u.get(0), times(a1, a1.add(a2)));
    return List.of(a0, a1, a2, a3);
  }

  /**
   * With f(y) = u(y − α₀), f₂ = f₃·f₄ makes f − α₄ divisible by y + f₄; that is a cubic for α₀,
   * found through its values.
   */
  private static List<List<BigDecimal>> five(DecimalPolynomial u) {
    List<List<BigDecimal>> found = new ArrayList<>();
    for (BigDecimal a0 : leastFirst(quintic(u).realRoots())) {
      DecimalPolynomial f = u.shifted(a0.negate());
      BigDecimal delta = f.get(4);
      BigDecimal a4 = minus(f.get(0), times(f.get(1), delta));
      found.add(List.of(a0, f.get(3), f.get(1), a0.add(delta), a4));
    }
    return found;
  }

  /** f₃·f₄ − f₂ as a polynomial in the shift. */
  private static DecimalPolynomial quintic(DecimalPolynomial u) {
    BigDecimal u4 = u.get(4);
    BigDecimal u3 = u.get(3);
    BigDecimal square = times(u4, u4);
    return new DecimalPolynomial(
        List.of(
            minus(times(u3, u4), u.get(2)),
            times(BigDecimal.valueOf(-2), u3.add(times(TWO, square))),
            times(BigDecimal.valueOf(24), u4),
            BigDecimal.valueOf(-40)));
  }

  /** Knuth's formulas after (12). */
  private static List<List<BigDecimal>> six(DecimalPolynomial u) {
    BigDecimal b1 = minus(u.get(5), BigDecimal.ONE).divide(TWO, DIGITS);
    BigDecimal b2 = minus(u.get(4), times(b1, b1.add(BigDecimal.ONE)));
    BigDecimal b3 = minus(u.get(3), times(b1, b2));
    BigDecimal b4 = minus(b1, b2);
    BigDecimal b5 = minus(u.get(2), times(b1, b3));
    DecimalPolynomial cubic =
        new DecimalPolynomial(
            List.of(
                minus(u.get(1), times(b2, b5)),
                minus(minus(times(TWO, b5), times(b2, b4)), b3),
                minus(times(TWO, b4), b2).add(BigDecimal.ONE),
                TWO));
    List<List<BigDecimal>> found = new ArrayList<>();
    for (BigDecimal b6 : leastFirst(cubic.realRoots())) {
      BigDecimal b7 = times(b6, b6).add(times(b4, b6)).add(b5);
      BigDecimal b8 = minus(minus(b3, b6), b7);
      BigDecimal a0 = minus(b2, times(TWO, b6));
      BigDecimal a2 = minus(b1, a0);
      BigDecimal a1 = minus(b6, times(a0, a2));
      BigDecimal a3 = minus(b7, times(a1, a2));
      BigDecimal a4 = minus(minus(b8, b7), a1);
      BigDecimal a5 = minus(u.get(0), times(b7, b8));
      found.add(List.of(a0, a1, a2, a3, a4, a5));
    }
    return found;
  }

  private static List<BigDecimal> leastFirst(List<BigDecimal> values) {
    return values.stream().sorted(Comparator.comparing(BigDecimal::abs)).toList();
  }

  private static List<PreconditionedForm> general(DecimalPolynomial u) {
    List<BigDecimal> shifts = new ArrayList<>();
    if (u.degree() % 2 == 1) {
      BigDecimal degree = BigDecimal.valueOf(u.degree());
      shifts.add(u.get(u.degree() - 1).divide(times(u.lead(), degree), DIGITS));
    }
    for (BigDecimal extremum : leastFirst(u.derivative().realRoots())) {
      shifts.add(extremum.negate());
    }
    List<PreconditionedForm> found = new ArrayList<>();
    shifts.forEach(c -> general(u, c).ifPresent(found::add));
    Optional<PreconditionedForm> least = Optional.empty();
    double bound = u.rootBound();
    for (int i = 1; i <= SHIFTS && least.isEmpty(); i++) {
      BigDecimal c = new BigDecimal(bound * i / SHIFTS);
      least = general(u, c).or(() -> general(u, c.negate()));
    }
    least.ifPresent(found::add);
    return found;
  }

  /** Theorem E for one shift; empty if h has roots that are not real, or not simple. */
  private static Optional<PreconditionedForm> general(DecimalPolynomial u, BigDecimal c) {
    DecimalPolynomial f = u.shifted(c.negate()).cleaned(NOTHING);
    DecimalPolynomial h = f.everyOther(1);
    int m = (u.degree() + 1) / 2 - 1;
    if (h.lead().signum() == 0 || h.degree() != m) {
      return Optional.empty();
    }
    boolean atOrigin = h.get(0).signum() == 0;
    List<BigDecimal> roots = atOrigin ? withOrigin(h) : h.realRoots();
    if (roots.size() != m) {
      return Optional.empty();
    }
    DecimalPolynomial g = f.everyOther(0);
    List<BigDecimal> backwards = new ArrayList<>();
    for (BigDecimal root : roots) {
      DecimalPolynomial.Division division =
          g.dividedBy(new DecimalPolynomial(List.of(root.negate(), BigDecimal.ONE)));
      backwards.add(division.remainder().get(0));
      backwards.add(root);
      g = division.quotient();
    }
    boolean even = u.degree() % 2 == 0;
    List<BigDecimal> parameters = new ArrayList<>(List.of(c, u.lead()));
    if (even) {
      parameters.add(h.lead());
    }
    parameters.add(g.get(0));
    parameters.addAll(backwards.reversed());
    return Optional.of(form(even ? Scheme.EVEN : Scheme.ODD, parameters));
  }

  private static List<BigDecimal> withOrigin(DecimalPolynomial h) {
    List<BigDecimal> roots = new ArrayList<>(List.of(BigDecimal.ZERO));
    roots.addAll(new DecimalPolynomial(h.c().subList(1, h.c().size())).realRoots());
    return roots;
  }
}
