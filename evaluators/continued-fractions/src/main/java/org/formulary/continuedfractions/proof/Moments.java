package org.formulary.continuedfractions.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/** The moments v(0) and v(−1) of a {@link MomentForm}, up to one factor. */
sealed interface Moments {
  /** Exponents up to this are reduced. */
  int MOST = 60;

  MomentForm form();

  /** v(0) and v(−1). */
  List<Symbolic> values();

  /** Whether every step holds. */
  boolean hold();

  /** The steps, each of which can be checked by itself. */
  List<String> chain();

  /** Lines of a PARI/GP program that check the steps, where T in X, l1 and l2 are known. */
  String pari();

  /** The moments of a form that are known here. */
  static Optional<Moments> of(MomentForm form) {
    Weight w = form.weight();
    boolean small =
        Math.max(w.p1().abs().doubleValue(), w.p2().abs().doubleValue()) <= MOST
            && form.r1().doubleValue() <= MOST;
    if (!small) {
      return Optional.empty();
    }
    if (w.isSymmetric() && Fractions.isWhole(w.p1())) {
      return Elementary.root(BigFraction.of(w.discriminant())).map(s -> new Powers(form, s));
    }
    boolean half =
        Fractions.isWhole(w.p1().multiply(2))
            && Fractions.isWhole(w.p2().multiply(2))
            && Fractions.isWhole(form.r1());
    return half ? Reduced.of(form).map(m -> m) : Optional.empty();
  }

  /**
   * Where the weight is a polynomial (T/c)^p = Σ τ(i) x^i: v(m) is λ2^m |λ2|^(r1 + 1) λ2 Σ τ(i)
   * λ2^i/(m + r1 + 2 + i).
   *
   * @param root √(e² + 4c)
   */
  record Powers(MomentForm form, Symbolic root) implements Moments {
    private IntegerPolynomial polynomial() {
      Weight w = form.weight();
      return w.by(new Weight(w.e(), w.c(), BigFraction.ZERO, BigFraction.ZERO)).above();
    }

    private Symbolic smaller() {
      Weight w = form.weight();
      Symbolic gap = w.e().signum() < 0 ? root.negate() : root;
      return Symbolic.of(BigFraction.of(w.e())).plus(gap.negate()).times(BigFraction.of(1, 2));
    }

    @Override
    public List<Symbolic> values() {
      return List.of(smaller().times(sum(0)), sum(-1));
    }

    private Symbolic sum(int m) {
      Symbolic sum = Symbolic.ZERO;
      Symbolic power = Symbolic.of(BigFraction.ONE);
      for (int i = 0; i <= polynomial().degree(); i++) {
        BigFraction tau = BigFraction.of(polynomial().coefficient(i));
        sum = sum.plus(power.times(tau.divide(form.r1().add(m + 2L + i))));
        power = power.times(smaller());
      }
      return sum;
    }

    @Override
    public boolean hold() {
      // Minus the root has the same square, and belongs to λ1.
      return Elementary.root(BigFraction.of(form.weight().discriminant()))
          .filter(root::is)
          .isPresent();
    }

    @Override
    public List<String> chain() {
      return List.of(
          ("W is a constant times %s, and l2 = %s, so v(m) is proportional to l2^m times the sum of"
                  + " t(i)*l2^i/(m + i + %s) over the coefficients t(i) of that")
              .formatted(x(polynomial()), smaller(), Fractions.text(form.r1().add(2))),
          "so v(0) and v(-1) are proportional to %s and %s"
              .formatted(values().getFirst(), values().getLast()));
    }

    @Override
    public String pari() {
      return "check(abs(l2 - (%s)) < 1e-40, \"zero\");\n".formatted(smaller());
    }
  }

  /**
   * Where all exponents are multiples of 1/2, and r1 is whole: from the integral of {@link
   * Weight#base}.
   *
   * @param integral that integral
   * @param reductions of v(0) and v(−1) to it
   */
  record Reduced(MomentForm form, Symbolic integral, List<Weight.Reduction> reductions)
      implements Moments {
    public Reduced {
      reductions = List.copyOf(reductions);
    }

    static Optional<Reduced> of(MomentForm form) {
      List<Weight.Reduction> reductions =
          Stream.of(0, -1)
              .map(m -> lower(form).reduction(above(form, m), known(form).above()))
              .flatMap(Optional::stream)
              .toList();
      return form.weight()
          .base()
          .integral()
          .map(j -> new Reduced(form, j, reductions))
          .filter(Reduced::hold);
    }

    /** The weight that the base and the form's are polynomials by. */
    private static Weight lower(MomentForm form) {
      return form.weight().base().meet(form.weight());
    }

    private static Weight.Quotient known(MomentForm form) {
      return form.weight().base().by(lower(form));
    }

    /** x^(m + r1 + 1) W by the lower weight, up to a constant. */
    private static IntegerPolynomial above(MomentForm form, int m) {
      IntegerPolynomial polynomial = form.weight().by(lower(form)).above();
      for (int k = 0; k < m + 1 + form.r1().intValue(); k++) {
        polynomial = polynomial.multiply(IntegerPolynomial.N);
      }
      return polynomial;
    }

    @Override
    public List<Symbolic> values() {
      Symbolic known = integral.times(BigFraction.of(known(form).below()));
      return reductions.stream().map(r -> r.integral(known)).toList();
    }

    @Override
    public boolean hold() {
      return form.weight().base().integral().filter(integral::is).isPresent()
          && reductions.size() == 2
          && holds(reductions.getFirst(), 0)
          && holds(reductions.getLast(), -1);
    }

    private boolean holds(Weight.Reduction r, int m) {
      return r.weight().equals(lower(form))
          && r.above().equals(above(form, m))
          && r.known().equals(known(form).above())
          && r.holds();
    }

    @Override
    public List<String> chain() {
      Weight base = form.weight().base();
      Weight.Reduction first = reductions.getFirst();
      Weight.Reduction second = reductions.getLast();
      return List.of(
          "the integral of (1 - x/l1)^(%s)*(1 - x/l2)^(%s) from 0 to l2 is J = %s"
              .formatted(Fractions.text(base.p1()), Fractions.text(base.p2()), integral),
          ("with L = (1 - x/l1)^(%s)*(1 - x/l2)^(%s): that weight and W are constants times (%s)*L"
                  + " and (%s)*L")
              .formatted(
                  Fractions.text(lower(form).p1()),
                  Fractions.text(lower(form).p2()),
                  x(first.known()),
                  x(form.weight().by(lower(form)).above())),
          step(first) + ", and " + step(second),
          "so v(0) and v(-1) are proportional to %s and %s"
              .formatted(values().getFirst(), values().getLast()));
    }

    private static String step(Weight.Reduction r) {
      return "(%s)*(%s) = (%s)*(%s) + 2*(S'*T + S*(T' + T*L'/L)) with S = %s"
          .formatted(r.d(), x(r.above()), r.kappa(), x(r.known()), x(r.s()));
    }

    @Override
    public String pari() {
      Weight base = form.weight().base();
      Weight lower = lower(form);
      StringBuilder program = new StringBuilder(integral.definitions()).append('\n');
      program.append(
          "T1 = deriv(T, X) + %s - (%s)*X; K = %s;\n"
              .formatted(
                  Fractions.text(lower.constant()),
                  Fractions.text(lower.p1().add(lower.p2())),
                  upper(known(form).above())));
      for (Weight.Reduction r : reductions) {
        program.append(
            "S = %s;\ncheck((%s)*(%s) == (%s)*K + 2*(deriv(S, X)*T + S*T1), \"reduction\");\n"
                .formatted(upper(r.s()), r.d(), upper(r.above()), r.kappa()));
      }
      return program
          .append(
              "J = l2/(%1$s)*hypergeom([-(%2$s), 1], %1$s + 1, l2/l1);\n"
                  .formatted(Fractions.text(base.p2().add(1)), Fractions.text(base.p1())))
          .append("check(abs(J - (%s)) < 1e-40, \"integral\");\n".formatted(integral))
          .toString();
    }
  }

  /** A polynomial in x. */
  static String x(IntegerPolynomial p) {
    return p.toString().replace("n", "x");
  }

  /** A polynomial in X. */
  static String upper(IntegerPolynomial p) {
    return p.toString().replace("n", "X");
  }
}
