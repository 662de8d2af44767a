package org.formulary.continuedfractions.blind;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjecturePresentation;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;

/** Shows fractions as conjectures about their limits, whose formulas are sought when asked. */
final class BlindPresentation implements Presentation<PolynomialFraction> {
  /** Stands for a limit without a formula; exported scripts say that it is none. */
  private static final Constant UNIDENTIFIED = new Constant("unidentified", "0", "");

  private final ConjecturePresentation conjectures = new ConjecturePresentation();

  @Override
  public List<String> formats() {
    return conjectures.formats();
  }

  @Override
  public String export(PolynomialFraction f, String format) {
    Optional<Conjecture> c = Finding.identified(f, Progress.NONE);
    return c.isEmpty() && !format.equals("latex")
        ? "a = %s, b = %s: no formula of the limit is known%n".formatted(f.a(), f.b())
        : conjectures.export(c.orElse(new Conjecture(f, UNIDENTIFIED)), format);
  }

  @Override
  public String latex(PolynomialFraction f) {
    return Finding.identified(f, Progress.NONE)
        .map(conjectures::latex)
        .orElseGet(() -> "a_n = %s,\\ b_n = %s".formatted(f.a(), f.b()).replace("*", " "));
  }

  @Override
  public Optional<String> readable(PolynomialFraction f) {
    return Finding.identified(f, Progress.NONE).flatMap(conjectures::readable);
  }

  @Override
  public SortedMap<String, String> attributes(PolynomialFraction f) {
    Optional<Conjecture> c = Finding.identified(f, Progress.NONE);
    Conjecture shown = c.orElse(new Conjecture(f, UNIDENTIFIED));
    SortedMap<String, String> attributes = new TreeMap<>(conjectures.attributes(shown));
    attributes.put("lowDegree", text(LowDegree.of(f)));
    return attributes;
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
  public List<Figure> figures(PolynomialFraction f) {
    return conjectures.figures(new Conjecture(f, UNIDENTIFIED));
  }

  @Override
  public List<Baseline> baselines() {
    return List.of();
  }
}
