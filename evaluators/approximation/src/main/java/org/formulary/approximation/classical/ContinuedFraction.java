package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;

/**
 * A quotient evaluated as P₀ + c₁/(P₁ + c₂/(P₂ + …)) with monic P₁, P₂, …, as Euclid's algorithm
 * finds them: 2·max(p, q) + min(p, q) operations for degree p over degree q, where only the first
 * of the degrees is not 1.
 *
 * <p>Reference: Cuyt et al., "Handbook of Continued Fractions for Special Functions", section 1.7
 * (J-fractions); Hart et al., "Computer Approximations", section 4.7.
 *
 * @param whole P₀, coefficients from the constant up; empty for 0
 * @param levels the following levels
 */
record ContinuedFraction(List<BinaryRational> whole, List<Level> levels) implements Form {
  /** More than the bits of {@link DecimalPolynomial#PRECISION} digits: no rounding. */
  private static final int BITS = 256;

  /** A remainder that is this much smaller than what it was taken from is rounding of none. */
  private static final double NOTHING = 1e-40;

  ContinuedFraction {
    whole = List.copyOf(whole);
    levels = List.copyOf(levels);
  }

  /** A partial numerator and denominator: {@code numerator}/({@code denominator} + next level). */
  record Level(BinaryRational numerator, List<BinaryRational> denominator) {
    Level {
      denominator = List.copyOf(denominator);
    }

    private Level rounded(int bits) {
      return new Level(
          numerator.round(bits), denominator.stream().map(c -> c.round(bits)).toList());
    }
  }

  /**
   * The continued fraction of a quotient; empty for a polynomial, for a quotient that can be
   * reduced, and for a degenerate one: of which a level behind the first has a higher degree.
   */
  static Optional<ContinuedFraction> of(HornerForm r) {
    DecimalPolynomial above = DecimalPolynomial.of(r.numerator());
    DecimalPolynomial below = DecimalPolynomial.of(r.denominator());
    if (below.degree() == 0) {
      return Optional.empty();
    }
    List<BinaryRational> whole = List.of();
    if (above.degree() >= below.degree()) {
      DecimalPolynomial.Division division = above.dividedBy(below);
      whole = exact(division.quotient());
      above = remainder(division, above.size());
    }
    List<Level> levels = new ArrayList<>();
    while (below.degree() > 0) {
      boolean reduced = above.lead().signum() == 0;
      if (reduced || (!levels.isEmpty() && above.degree() != below.degree() - 1)) {
        return Optional.empty();
      }
      BigDecimal numerator = above.lead();
      DecimalPolynomial monic = above.over(numerator);
      DecimalPolynomial.Division division = below.dividedBy(monic);
      levels.add(new Level(exact(numerator), exact(division.quotient())));
      above = remainder(division, below.size());
      below = monic;
    }
    return Optional.of(new ContinuedFraction(whole, levels));
  }

  /** The remainder without leading coefficients that are rounding of 0; 0 if all are. */
  private static DecimalPolynomial remainder(DecimalPolynomial.Division division, double size) {
    List<BigDecimal> c = new ArrayList<>(division.remainder().c());
    while (c.size() > 1 && Math.abs(c.getLast().doubleValue()) <= NOTHING * size) {
      c.removeLast();
    }
    boolean none = Math.abs(c.getLast().doubleValue()) <= NOTHING * size;
    return new DecimalPolynomial(none ? List.of(BigDecimal.ZERO) : c);
  }

  private static List<BinaryRational> exact(DecimalPolynomial p) {
    return p.c().stream().map(ContinuedFraction::exact).toList();
  }

  private static BinaryRational exact(BigDecimal value) {
    return BinaryRational.round(value, BITS);
  }

  /**
   * The same with one constant in place of several that differ by less than {@code part}: x + d is
   * then computed once. For exponential functions all but the first d are almost the middle of the
   * interval, for there f(m + t)·f(m − t) is constant.
   */
  ContinuedFraction joined(double part) {
    List<BinaryRational> kept = new ArrayList<>();
    List<Level> changed = new ArrayList<>();
    for (Level level : levels) {
      BinaryRational d = level.denominator().getFirst();
      Optional<BinaryRational> near = kept.stream().filter(k -> isNear(k, d, part)).findFirst();
      if (level.denominator().size() == 2 && near.isPresent()) {
        List<BinaryRational> joined = List.of(near.get(), BinaryRational.ONE);
        changed.add(new Level(level.numerator(), joined));
      } else {
        kept.add(d);
        changed.add(level);
      }
    }
    return new ContinuedFraction(whole, changed);
  }

  private static boolean isNear(BinaryRational a, BinaryRational b, double part) {
    return Math.abs(a.subtract(b).doubleValue()) <= part * Math.abs(a.doubleValue());
  }

  @Override
  public ContinuedFraction rounded(int bits) {
    return new ContinuedFraction(
        whole.stream().map(c -> c.round(bits)).toList(),
        levels.stream().map(level -> level.rounded(bits)).toList());
  }

  @Override
  public String text(String variable, StringBuilder bindings) {
    String tail = "";
    for (Level level : levels.reversed()) {
      String sign = level.numerator().signum() < 0 ? " - " : " + ";
      String below = Form.horner(level.denominator(), variable);
      tail = "%s%s/(%s%s)".formatted(sign, magnitude(level.numerator()), below, tail);
    }
    boolean none = whole.stream().allMatch(c -> c.signum() == 0);
    if (none) {
      // A minus directly before a literal is part of it.
      return tail.startsWith(" - ") ? "-" + tail.substring(3) : tail.substring(3);
    }
    String first = Form.horner(whole, variable);
    return (first.isEmpty() ? "0x1p+0" : first) + tail;
  }

  private static String magnitude(BinaryRational c) {
    return (c.signum() < 0 ? c.negate() : c).toString();
  }
}
