package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.formulary.continuedfractions.hypergeometric.BesselRatio;
import org.formulary.continuedfractions.hypergeometric.ClosedForm;
import org.formulary.continuedfractions.hypergeometric.GaussRatio;
import org.formulary.continuedfractions.hypergeometric.KummerRatio;
import org.formulary.continuedfractions.hypergeometric.QuadraticNumber;
import org.formulary.continuedfractions.hypergeometric.Quotient;
import org.formulary.truth.reference.UndefinedValueException;

/**
 * The constants that the values of a closed form may be Möbius images of, the simplest first: what
 * hypergeometric functions are where their parameters are whole, halves or quarters.
 */
final class Candidates {
  /** Of 2F1, whatever its argument. */
  private static final List<String> COMMON =
      List.of(
          "pi",
          "ln2",
          "gauss",
          "lemniscate",
          "lemniscate^2/pi",
          "gamma1_3^3/pi^2",
          "gamma1_3^3*sqrt(3)/pi",
          "pi*sqrt(2)",
          "pi*sqrt(3)",
          "sqrt(2)*log(1 + sqrt(2))",
          "ln3",
          "sqrt(3)*log(2 + sqrt(3))",
          "sqrt(5)*log((1 + sqrt(5))/2)",
          "gauss*sqrt(2)",
          "lemniscate*sqrt(2)",
          "lemniscate^2/pi*sqrt(2)");

  private final Map<String, Optional<Named>> known = new ConcurrentHashMap<>();

  /** The constants to try for a closed form. */
  List<Named> of(ClosedForm form) {
    return formulas(form).stream().flatMap(f -> named(f).stream()).distinct().toList();
  }

  /** Empty where a formula has no value, such as a logarithm of 0. */
  private Optional<Named> named(String formula) {
    return known.computeIfAbsent(
        formula,
        f -> {
          try {
            Named named = Named.of(f);
            return named.enclosure(64).containsZero() ? Optional.empty() : Optional.of(named);
          } catch (UndefinedValueException | ArithmeticException e) {
            return Optional.empty();
          }
        });
  }

  private static List<String> formulas(ClosedForm form) {
    return switch (form) {
      case QuadraticNumber q -> List.of(q.key());
      case BesselRatio b -> bessel(b);
      case KummerRatio k -> List.of(exponential(k.argument()));
      case GaussRatio g -> g.isRational() ? gauss(g) : List.of();
    };
  }

  private static String exponential(Quotient z) {
    Quotient size = new Quotient(Math.abs(z.above()), z.below());
    return size.equals(new Quotient(1, 1)) ? "e" : "exp(%s)".formatted(size);
  }

  /** Of half-integer order Bessel functions are elementary. */
  private static List<String> bessel(BesselRatio b) {
    if (!b.order().equals(new Quotient(1, 2))) {
      return List.of();
    }
    Quotient z = b.argument();
    Quotient size = new Quotient(Math.abs(z.above()), z.below());
    Optional<Quotient> root = root(size);
    if (z.above() > 0 && root.isPresent()) {
      return List.of(exponential(new Quotient(4 * root.get().above(), root.get().below())));
    }
    String function = z.above() > 0 ? "tanh" : "tan";
    return List.of(
        root.map(r -> "%s(%s)".formatted(function, new Quotient(2 * r.above(), r.below())))
            .orElse("%s(2*sqrt(%s))*sqrt(%s)".formatted(function, size, size)));
  }

  private static Optional<Quotient> root(Quotient q) {
    long above = Math.round(Math.sqrt(q.above()));
    long below = Math.round(Math.sqrt(q.below()));
    return above * above == q.above() && below * below == q.below()
        ? Optional.of(new Quotient(above, below))
        : Optional.empty();
  }

  /**
   * z = sin² θ for cos 2θ = e/√D: arcs where b grows, logarithms where it falls, times roots that
   * the derivatives of z bring; of 2F1 with one parameter 1/2 the same of √z.
   */
  private static List<String> gauss(GaussRatio g) {
    List<String> formulas = new ArrayList<>(COMMON);
    Quotient square = g.squareRatio();
    String cosine = root(square).map(Quotient::toString).orElse("sqrt(%s)".formatted(square));
    String z = "((1 - %s)/2)".formatted(cosine);
    Quotient rest = new Quotient(1, 1).minus(square);
    String sine = "sqrt(%s)".formatted(new Quotient(Math.abs(rest.above()), rest.below()));
    String angle =
        g.increases() ? "acos(%s)".formatted(cosine) : "log(%s + %s)".formatted(cosine, sine);
    String half =
        g.increases()
            ? "log((1 + sqrt(%s))/(1 - sqrt(%s)))*sqrt(%s)".formatted(z, z, z)
            : "atan(sqrt(-%s))*sqrt(-%s)".formatted(z, z);
    for (String factor : List.of("", "*" + sine, "*" + cosine, "*" + sine + "*" + cosine)) {
      formulas.add(angle + factor);
    }
    formulas.add(
        root(square)
            .map(r -> "log(%s)".formatted(new Quotient(r.below() + r.above(), 2 * r.below())))
            .orElse("log((1 + %s)/2)".formatted(cosine)));
    formulas.add(
        "log((%s)/(1 + %s))".formatted(g.increases() ? "1 - " + cosine : cosine + " - 1", cosine));
    formulas.add(half);
    return formulas;
  }
}
