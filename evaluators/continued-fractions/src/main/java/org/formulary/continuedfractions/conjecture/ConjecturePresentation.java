package org.formulary.continuedfractions.conjecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.equivalence.EquivalenceSearch;
import org.formulary.continuedfractions.export.Language;
import org.formulary.continuedfractions.export.Latex;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.hypergeometric.ClosedForm;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.KnownFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.ReductionFilter;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Presentation;
import org.formulary.truth.Enclosure;

/** Shows conjectures: as formulas, as scripts that check them, and how fast they converge. */
public final class ConjecturePresentation implements Presentation<Conjecture> {
  private static final int SHOWN_TERMS = 4;
  private static final int PLOTTED_TERMS = 60;

  /** To which exponents of primes are looked at. */
  private static final int ASYMPTOTIC_DEPTH = 2000;

  @Override
  public List<String> formats() {
    return Language.formats();
  }

  @Override
  public String export(Conjecture c, String format) {
    return format.equals("latex") ? latex(c) : ConjectureScript.print(Language.of(format), c);
  }

  @Override
  public String latex(Conjecture c) {
    PolynomialFraction f = c.fraction();
    StringBuilder fraction = new StringBuilder();
    for (int n = 0; n < SHOWN_TERMS; n++) {
      boolean negative = f.b().at(n + 1).signum() < 0;
      fraction
          .append(f.a().at(n))
          .append(negative ? " - " : " + ")
          .append("\\cfrac{%s}{".formatted(f.b().at(n + 1).abs()));
    }
    return "%s = %s\\ddots%s,\\quad a_n = %s,\\ b_n = %s"
        .formatted(
            Latex.of(c.value().name()),
            fraction,
            "}".repeat(SHOWN_TERMS),
            latex(f.a()),
            latex(f.b()));
  }

  private static String latex(IntegerPolynomial p) {
    return p.toString().replace("*", " ").replaceAll("\\^(\\d+)", "^{$1}");
  }

  @Override
  public SortedMap<String, String> attributes(Conjecture c) {
    PolynomialFraction f = c.fraction();
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put("value", c.value().name());
    attributes.put("degrees", "%d, %d".formatted(f.a().degree(), f.b().degree()));
    attributes.put("convergence", convergence(Convergence.of(f)));
    if (f.isBalanced() && f.a().degree() >= 1 && f.a().degree() <= ReductionFilter.MOST_DEGREE) {
      boolean reduces = ReductionFilter.deciding(f) == 0;
      attributes.put("factorialReduction", reduces ? "yes" : "no");
    }
    closedForm(f).ifPresent(form -> attributes.put("closedForm", form));
    Asymptotics asymptotics = Asymptotics.of(f, ASYMPTOTIC_DEPTH);
    double delta = asymptotics.delta();
    attributes.put(
        "delta", Double.isNaN(delta) ? "unknown" : String.format(Locale.ROOT, "%.5f", delta));
    attributes.put("deltaFrom", asymptotics.text());
    List<String> known =
        KnownFraction.all().stream()
            .filter(k -> EquivalenceSearch.between(f, k.fraction()).isPresent())
            .map(k -> "%s (%s)".formatted(k.name(), k.fraction()))
            .toList();
    if (!known.isEmpty()) {
      attributes.put("equivalentTo", String.join(", ", known));
    }
    return attributes;
  }

  /** Such as {@code 4/pi = 1 + 1/(3 + 4/(5 + 9/(7 + …)))}. */
  @Override
  public Optional<String> readable(Conjecture c) {
    PolynomialFraction f = c.fraction();
    StringBuilder text = new StringBuilder(c.value().name()).append(" = ");
    for (int n = 0; n < SHOWN_TERMS; n++) {
      boolean negative = f.b().at(n + 1).signum() < 0;
      text.append(f.a().at(n)).append(negative ? " - " : " + ");
      if (n + 1 < SHOWN_TERMS) {
        text.append(f.b().at(n + 1).abs()).append("/(");
      }
    }
    return Optional.of(text.append("…").append(")".repeat(SHOWN_TERMS - 1)).toString());
  }

  /** None where parameters do not fit into 64 bits, either. */
  private static Optional<String> closedForm(PolynomialFraction f) {
    if (Convergence.of(f) instanceof Convergence.None || f.end(ASYMPTOTIC_DEPTH).isPresent()) {
      return Optional.empty();
    }
    try {
      return ClosedForm.of(f.deflated()).map(ClosedForm::key);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static String convergence(Convergence convergence) {
    return switch (convergence) {
      case Convergence.Factorial(int power) -> "like n!^-" + power;
      case Convergence.Exponential(double digits) ->
          String.format(Locale.ROOT, "exponential, %.4f digits a term", digits);
      case Convergence.SubExponential(double factor) ->
          String.format(Locale.ROOT, "like exp(-%.4f*sqrt(n))", factor);
      case Convergence.Polynomial p ->
          String.format(Locale.ROOT, "like n^-%.4f", p.exponent()).replaceAll("\\.?0+$", "");
      case Convergence.Logarithmic _ -> "like 1/log(n)";
      case Convergence.None(String reason) -> "none: " + reason;
    };
  }

  @Override
  public List<Figure> figures(Conjecture c) {
    List<Figure.Point> points = new ArrayList<>();
    for (int n = 1; n <= PLOTTED_TERMS; n++) {
      points.add(new Figure.Point(n, Enclosure.digitsOf(c.bits(n))));
    }
    return List.of(
        new Figure(
            "Convergence",
            new Figure.Axis("terms", "", false),
            new Figure.Axis("digits", "decimal digits", false),
            List.of(new Figure.Series("digits in which convergents agree", points))));
  }

  @Override
  public List<Baseline> baselines() {
    return List.of();
  }
}
