package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.parse.ProgramParser;

/**
 * How a program is made of a form F: Π(x − zᵢ)·F(x) or, for functions with a symmetry, F(x²),
 * x·F(x²) and (F(x²) + x)/(F(x²) − x) in place of F(x), squared some times.
 *
 * @param zeros where the program vanishes exactly, as often as it does
 * @param symmetry of the function over its zeros
 * @param squarings how often the result is squared
 */
record Composition(List<BinaryRational> zeros, Symmetry symmetry, int squarings) {
  Composition {
    zeros = List.copyOf(zeros);
  }

  /** F(x) between the zeros of the target alone. */
  static Composition plain(Target target) {
    return new Composition(target.zeros().stream().map(target::end).toList(), Symmetry.NONE, 0);
  }

  /** The same with a form in x². */
  Composition of(Symmetry other) {
    return new Composition(zeros, other, squarings);
  }

  Composition squared(int times) {
    return new Composition(zeros, symmetry, times);
  }

  boolean isPlain() {
    return symmetry == Symmetry.NONE && squarings == 0;
  }

  /** Whether the form takes x². */
  boolean inSquare() {
    return symmetry != Symmetry.NONE;
  }

  /** Operations besides those of the form; a form of few may share some. */
  int operations() {
    int around =
        switch (symmetry) {
          case NONE -> zeros.size();
          case EVEN -> 1 + originFactors().size();
          case ODD -> 2 + originFactors().size();
          case RECIPROCAL -> 4 + originFactors().size();
        };
    return squarings + around;
  }

  /** Words to follow the name of what is approximated. */
  String suffix() {
    return squarings == 0
        ? ""
        : squarings == 1 ? ", squared" : ", squared %d×".formatted(squarings);
  }

  /** The program of a form. */
  Program program(Form form) {
    StringBuilder bindings = new StringBuilder();
    String text = inner(form, bindings);
    for (String factor : inSquare() ? originFactors() : factors(bindings)) {
      text = text.isEmpty() ? factor : factor + "*(" + text + ")";
    }
    return parse(bindings, text);
  }

  private List<String> factors(StringBuilder bindings) {
    List<String> factors = new ArrayList<>();
    for (int i = 0; i < zeros.size(); i++) {
      int first = zeros.indexOf(zeros.get(i));
      boolean origin = zeros.get(i).signum() == 0;
      factors.add(origin ? "x" : "u" + first);
      if (!origin && first == i) {
        bindings.append("u%d = x%s; ".formatted(i, Form.plus(zeros.get(i).negate())));
      }
    }
    return factors;
  }

  /** Zeros that are all at 0, by x² as far as possible. */
  private List<String> originFactors() {
    List<String> factors = new ArrayList<>(Collections.nCopies(zeros.size() / 2, "y"));
    factors.addAll(Collections.nCopies(zeros.size() % 2, "x"));
    return factors;
  }

  /** The program without the zeros. */
  Program core(Form form) {
    StringBuilder bindings = new StringBuilder();
    return parse(bindings, inner(form, bindings));
  }

  private static Program parse(StringBuilder bindings, String text) {
    return ProgramParser.parse(bindings + (text.isEmpty() ? "0x1p+0" : text));
  }

  private String inner(Form form, StringBuilder bindings) {
    bindings.append(inSquare() ? "y = x*x; " : "");
    String text = form.text(inSquare() ? "y" : "x", bindings);
    text =
        switch (symmetry) {
          case NONE, EVEN -> text;
          case ODD -> text.isEmpty() ? "x" : "(" + text + ")*x";
          case RECIPROCAL -> {
            Optional<String> line = reciprocalOfLine(form);
            if (line.isEmpty()) {
              bindings.append("h = %s; ".formatted(text.isEmpty() ? "0x1p+0" : text));
            }
            yield line.orElse("(h + x)/(h - x)");
          }
        };
    for (int i = 0; i < squarings; i++) {
      bindings.append("s%d = %s; ".formatted(i, text.isEmpty() ? "0x1p+0" : text));
      text = "s%d*s%d".formatted(i, i);
    }
    return text;
  }

  /**
   * (h + x)/(h − x) for h = a + b·x² as 1 + (2/b)/(x + (a/b)/x − 1/b), which takes 5 operations
   * instead of 6 and passes through 1/0 at 0.
   */
  private static Optional<String> reciprocalOfLine(Form form) {
    if (!(form instanceof HornerForm h)
        || h.numerator().size() != 2
        || h.denominator().size() != 1) {
      return Optional.empty();
    }
    BigDecimal a = h.numerator().getFirst().toBigDecimal();
    BigDecimal b = h.numerator().getLast().toBigDecimal();
    int bits = Math.max(h.numerator().getFirst().bits(), h.numerator().getLast().bits());
    BinaryRational above = quotient(BigDecimal.TWO, b, bits);
    BinaryRational inner = quotient(a, b, bits);
    BinaryRational shift = quotient(BigDecimal.ONE.negate(), b, bits);
    return Optional.of("0x1p+0 + (%s)/(x + (%s)/x%s)".formatted(above, inner, Form.plus(shift)));
  }

  private static BinaryRational quotient(BigDecimal a, BigDecimal b, int bits) {
    return BinaryRational.round(a.divide(b, DecimalPolynomial.DIGITS), bits);
  }

  /** The value of {@link #core} at x, for a quotient that approximates {@code source}. */
  DoubleDouble core(Target source, Quotient r, DoubleDouble x) {
    DoubleDouble place = inSquare() ? multiply(x, x) : x;
    DoubleDouble t =
        divide(
            subtract(place, DoubleDouble.from(source.middle())), DoubleDouble.from(source.half()));
    DoubleDouble value = source.denormalised(r.value(t));
    value =
        switch (symmetry) {
          case NONE, EVEN -> value;
          case ODD -> multiply(value, x);
          case RECIPROCAL -> divide(DoubleDouble.add(value, x), subtract(value, x));
        };
    for (int i = 0; i < squarings; i++) {
      value = multiply(value, value);
    }
    return value;
  }
}
