package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.parse.ProgramParser;

/**
 * How a program is made of a form F: Π(x − zᵢ)·F(x) or, for even and odd functions, F(x²) and
 * x·F(x²) in its place, squared some times.
 *
 * @param zeros where the program vanishes exactly, as often as it does
 * @param inSquare whether F takes x²
 * @param odd whether F is multiplied by x
 * @param squarings how often the result is squared
 */
record Composition(List<BinaryRational> zeros, boolean inSquare, boolean odd, int squarings) {
  Composition {
    zeros = List.copyOf(zeros);
  }

  /** F(x) between the zeros of the target alone. */
  static Composition plain(Target target) {
    return new Composition(target.zeros().stream().map(target::end).toList(), false, false, 0);
  }

  /** The same with a form in x² and, if {@code odd}, a factor x. */
  Composition ofSquare(boolean odd) {
    return new Composition(zeros, true, odd, squarings);
  }

  Composition squared(int times) {
    return new Composition(zeros, inSquare, odd, times);
  }

  boolean isPlain() {
    return !inSquare && !odd && squarings == 0;
  }

  /** Operations besides those of the form, at least. */
  int operations() {
    int factors = inSquare ? originFactors().size() : zeros.size();
    return squarings + (inSquare ? 1 : 0) + (odd ? 1 : 0) + factors;
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
    for (String factor : inSquare ? originFactors() : factors(bindings)) {
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
    bindings.append(inSquare ? "y = x*x; " : "");
    String text = form.text(inSquare ? "y" : "x", bindings);
    if (odd) {
      text = text.isEmpty() ? "x" : "(" + text + ")*x";
    }
    for (int i = 0; i < squarings; i++) {
      bindings.append("s%d = %s; ".formatted(i, text.isEmpty() ? "0x1p+0" : text));
      text = "s%d*s%d".formatted(i, i);
    }
    return text;
  }

  /** The value of {@link #core} at x, for a quotient that approximates {@code source}. */
  DoubleDouble core(Target source, Quotient r, DoubleDouble x) {
    DoubleDouble place = inSquare ? multiply(x, x) : x;
    DoubleDouble t =
        divide(
            subtract(place, DoubleDouble.from(source.middle())), DoubleDouble.from(source.half()));
    DoubleDouble value = source.denormalised(r.value(t));
    value = odd ? multiply(value, x) : value;
    for (int i = 0; i < squarings; i++) {
      value = multiply(value, value);
    }
    return value;
  }
}
