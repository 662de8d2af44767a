package org.formulary.continuedfractions.blind;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjecturePresentation;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.InterlacedFraction;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;

/** Shows fractions as conjectures about their limits, whose formulas are sought when asked. */
final class BlindPresentation implements Presentation<Fraction> {
  /** Stands for a limit without a formula; exported scripts say that it is none. */
  private static final Constant UNIDENTIFIED = new Constant("unidentified", "0", "");

  private final ConjecturePresentation conjectures = new ConjecturePresentation();

  @Override
  public List<String> formats() {
    return conjectures.formats();
  }

  /** Of an interlaced fraction the even part. */
  @Override
  public String export(Fraction f, String format) {
    Optional<Conjecture> c = Finding.identified(f.contracted(), Progress.NONE);
    return c.isEmpty() && !format.equals("latex")
        ? "%s: no formula of the limit is known%n".formatted(f)
        : conjectures.export(c.orElse(new Conjecture(f.contracted(), UNIDENTIFIED)), format);
  }

  @Override
  public String latex(Fraction f) {
    return switch (f) {
      case PolynomialFraction p ->
          Finding.identified(p, Progress.NONE)
              .map(conjectures::latex)
              .orElseGet(() -> "a_n = %s,\\ b_n = %s".formatted(p.a(), p.b()).replace("*", " "));
      case InterlacedFraction i ->
          "a_n = %s,\\ b_n = %s"
              .formatted(cases(i.evenA(), i.oddA()), cases(i.evenB(), i.oddB()))
              .replace("*", " ");
    };
  }

  private static String cases(IntegerPolynomial even, IntegerPolynomial odd) {
    return "\\begin{cases}%s & n\\text{ even}\\\\%s & n\\text{ odd}\\end{cases}"
        .formatted(even, odd);
  }

  @Override
  public Optional<String> readable(Fraction f) {
    Optional<String> even =
        Finding.identified(f.contracted(), Progress.NONE).flatMap(conjectures::readable);
    return f instanceof InterlacedFraction ? Optional.empty() : even;
  }

  @Override
  public SortedMap<String, String> attributes(Fraction f) {
    PolynomialFraction even = f.contracted();
    Optional<Conjecture> c = Finding.identified(even, Progress.NONE);
    Conjecture shown = c.orElse(new Conjecture(even, UNIDENTIFIED));
    SortedMap<String, String> attributes = new TreeMap<>(conjectures.attributes(shown));
    if (f instanceof InterlacedFraction i) {
      attributes.put("evenPart", "K = " + conjectures.readable(shown).orElseThrow());
      attributes.put("value", value(i.evenPart().map()) + " for K = " + attributes.get("value"));
    }
    attributes.put("lowDegree", text(LowDegree.of(even)));
    return attributes;
  }

  /** Such as {@code (2*K + 3)/(K)}. */
  private static String value(Convergents map) {
    return "(%s)/(%s)".formatted(linear(map.p(), map.pBefore()), linear(map.q(), map.qBefore()));
  }

  private static String linear(BigInteger c, BigInteger constant) {
    return new IntegerPolynomial(List.of(constant, c)).toString().replace('n', 'K');
  }

  static String text(LowDegree low) {
    return switch (low) {
      case LowDegree.Member _ -> "of degrees (1, 2) itself";
      case LowDegree.Excluded(var s) ->
          "not equivalent to degrees (1, 2): spread %d at %d/%d"
              .formatted(s.spread(), s.at().k(), s.at().d());
      case LowDegree.Undecided(String reason) -> "undecided: " + reason;
    };
  }

  @Override
  public List<Figure> figures(Fraction f) {
    return conjectures.figures(new Conjecture(f.contracted(), UNIDENTIFIED));
  }

  @Override
  public List<Baseline> baselines() {
    return List.of();
  }
}
