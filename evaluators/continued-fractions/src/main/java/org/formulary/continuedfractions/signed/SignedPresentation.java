package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.export.Language;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Presentation;
import org.formulary.truth.constant.Constant;

/** Shows signed fractions: as formulas, as scripts that check them, and how fast they converge. */
final class SignedPresentation implements Presentation<SignedFraction> {
  private static final int SHOWN_TERMS = 8;
  private static final int PLOTTED_TERMS = 60;

  /** Terms in which a period is looked for, in orders. */
  private static final int PERIODS = 16;

  private final Constant constant;

  SignedPresentation(Constant constant) {
    this.constant = constant;
  }

  @Override
  public List<String> formats() {
    return Language.formats();
  }

  @Override
  public String export(SignedFraction f, String format) {
    return format.equals("latex") ? latex(f) : Script.print(Language.of(format), constant, f);
  }

  @Override
  public String latex(SignedFraction f) {
    StringBuilder fraction = new StringBuilder();
    List<BigInteger> terms = f.terms(Math.max(SHOWN_TERMS, f.first().size() + 2));
    for (int i = 0; i < terms.size(); i++) {
      int sign = f.signs().sign(i);
      fraction.append(terms.get(i)).append(sign > 0 ? " + " : " - ").append("\\cfrac{1}{");
    }
    fraction.append("\\ddots").append("}".repeat(terms.size()));
    boolean named = constant.name().matches("\\w+");
    String c = named ? "\\mathrm{" + constant.name().replace("_", "\\_") + "}" : "c";
    String above = f.image().above(c).replace('*', ' ');
    String below = f.image().below(c).replace('*', ' ');
    String value = below.equals("1") ? above : "\\frac{%s}{%s}".formatted(above, below);
    String meaning =
        named
            ? ""
            : ",\\quad c = \\texttt{"
                + constant.name().replace("_", "\\_").replace("^", "\\^{}")
                + "}";
    return value + " = " + fraction + meaning;
  }

  @Override
  public SortedMap<String, String> attributes(SignedFraction f) {
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put("constant", constant.name());
    attributes.put("signs", f.signs().toString());
    attributes.put("recurrence", f.recurrence().coefficients().toString());
    attributes.put("head", Integer.toString(f.head()));
    attributes.put("order", Integer.toString(f.recurrence().order()));
    attributes.put("convergence", isPeriodic(f) ? "exponential" : "faster than exponential");
    return attributes;
  }

  /** Such as {@code (e + 1)/(e - 1) = [2, 6, 10, 14, …; +]}. */
  @Override
  public Optional<String> readable(SignedFraction f) {
    List<BigInteger> terms = f.terms(Math.max(SHOWN_TERMS, f.first().size() + 2));
    return Optional.of(
        "%s = [%s, …; %s]"
            .formatted(
                f.image().text(constant.factor()),
                String.join(", ", terms.stream().map(BigInteger::toString).toList()),
                f.signs()));
  }

  /** Whether the terms after the head repeat, as far as many of them tell. */
  private static boolean isPeriodic(SignedFraction f) {
    int count = PERIODS * (f.recurrence().order() + 1) * f.signs().period();
    List<BigInteger> tail = f.terms(f.head() + count).subList(f.head(), f.head() + count);
    for (int period = 1; period <= count / 2; period++) {
      if (tail.subList(period, count).equals(tail.subList(0, count - period))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Figure> figures(SignedFraction f) {
    List<Figure.Point> points = new ArrayList<>();
    for (int n = 1; n <= PLOTTED_TERMS; n++) {
      points.add(new Figure.Point(n, f.bits(n) * Math.log10(2)));
    }
    return List.of(
        new Figure(
            "Convergence",
            new Figure.Axis("terms", "", false),
            new Figure.Axis("digits", "decimal digits", false),
            List.of(new Figure.Series("digits that agree", points))));
  }

  @Override
  public List<Baseline> baselines() {
    return List.of();
  }
}
