package org.formulary.continuedfractions.conjecture;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.export.Language;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.DirectSummation;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.proof.Proof;
import org.formulary.truth.Enclosure;

/**
 * Programs for other systems that check a conjecture. Fractions that converge fast enough are
 * summed from the end, to a thousand digits if that takes no more than {@value #MOST_TERMS} terms,
 * else to fewer. Where the error falls like n^−s the convergents of 16, 32, 64, … terms are
 * extrapolated, to thirty digits. What converges like 1/log n is not checked, and says so.
 */
final class ConjectureScript {
  private static final int MOST_TERMS = 20_000;
  private static final int[] DIGITS = {ConjectureVerifier.DIGITS, 300, 100, 30};
  private static final int EXTRAPOLATED_DIGITS = 30;

  /** Convergents that are extrapolated. */
  private static final int CONVERGENTS = 13;

  private static final int GUARD_DIGITS = 50;

  /** Exponents that are nearer are the same. */
  private static final double SAME = 1e-9;

  private ConjectureScript() {}

  /**
   * The parts of a program.
   *
   * @param head of digits, value, working digits, value, a and b
   * @param direct of a depth
   * @param slow of the square of s, as two numbers, {@link #CONVERGENTS}, and {@link #exponents}
   * @param end of digits
   * @param print how to print a text, which is its parameter
   */
  private record Template(String head, String direct, String slow, String end, String print) {
    static Template of(Language language) {
      return switch (language) {
        case PARI -> PARI;
        case SAGE -> SAGE;
        case MATHEMATICA -> MATHEMATICA;
      };
    }
  }

  private static final Template PARI =
      new Template(
          """
          \\\\ %1$s: %2$s
          default(realprecision, %3$d);
          x = %4$s;
          a(n) = %5$s;
          b(n) = %6$s;
          f(n) = {my(y = 1.*a(n)); forstep(k = n, 1, -1, y = a(k - 1) + b(k)/y); y};
          """,
          "y = f(%1$d);\n",
          """
          s = sqrt(%1$d/%2$d); e = [%4$s];
          t = vector(%3$d, j, f(2^(j + 3)));
          for(i = 1, #e, r = 2^e[i]; t = vector(#t - 1, j, (r*t[j + 1] - t[j])/(r - 1)));
          y = t[1];
          """,
          "print(if(abs(x - y) < 10^-%1$d*abs(x), \"agrees\", \"DISAGREES\"));\n",
          "print(\"%s\");\n");

  private static final Template SAGE =
      new Template(
          """
          # %1$s: %2$s
          from mpmath import mp
          mp.dps = %3$d
          x = %4$s
          a = lambda n: %5$s
          b = lambda n: %6$s
          def f(n):
              y = mp.mpf(a(n))
              for k in range(n, 0, -1):
                  y = a(k - 1) + b(k)/y
              return y
          """,
          "y = f(%1$d)\n",
          """
          s = mp.sqrt(mp.mpf(%1$d)/%2$d)
          t = [f(2**(j + 4)) for j in range(%3$d)]
          for e in [%4$s]:
              r = 2**e
              t = [(r*t[j + 1] - t[j])/(r - 1) for j in range(len(t) - 1)]
          y = t[0]
          """,
          "print(\"agrees\" if abs(x - y) < mp.mpf(10)**-%1$d*abs(x) else \"DISAGREES\")\n",
          "print(\"%s\")\n");

  private static final Template MATHEMATICA =
      new Template(
          """
          (* %1$s: %2$s *)
          x = N[%4$s, %3$d];
          a[n_] := %5$s;
          b[n_] := %6$s;
          f[n_] := Module[{y = N[a[n], %3$d]}, Do[y = a[k - 1] + b[k]/y, {k, n, 1, -1}]; y];
          """,
          "y = f[%1$d];\n",
          """
          s = Sqrt[%1$d/%2$d];
          t = Table[f[2^(j + 3)], {j, %3$d}];
          step[t_, r_] := Table[(r*t[[j + 1]] - t[[j]])/(r - 1), {j, Length[t] - 1}];
          Do[t = step[t, 2^e], {e, {%4$s}}];
          y = t[[1]];
          """,
          "Print[If[Abs[x - y] < 10^-%1$d*Abs[x], \"agrees\", \"DISAGREES\"]]\n",
          "Print[\"%s\"]\n");

  /** The program for a conjecture; for PARI/GP it also checks the steps of a proof. */
  static String print(Language language, Conjecture c) {
    return check(language, c)
        + (language == Language.PARI
            ? Proof.of(c.fraction(), c.value()).map(Proof::pari).orElse("")
            : "");
  }

  private static String check(Language language, Conjecture c) {
    Template template = Template.of(language);
    if (Convergence.of(c.fraction())
        instanceof Convergence.Polynomial(BigInteger above, BigInteger below)) {
      return head(language, c, EXTRAPOLATED_DIGITS)
          + template.slow().formatted(above, below, CONVERGENTS, exponents(above, below))
          + template.end().formatted(EXTRAPOLATED_DIGITS);
    }
    for (int digits : DIGITS) {
      int terms = terms(c, digits);
      if (terms <= MOST_TERMS) {
        return head(language, c, digits)
            + template.direct().formatted(terms)
            + template.end().formatted(digits);
      }
    }
    return head(language, c, 0)
        + template.print().formatted("not checked: it converges too slowly");
  }

  /**
   * The exponents of 1/n in the error, one fewer than there are convergents: the smaller solution
   * by the larger one is like n^−s (1 + …), and its powers are like n^(−j s − i).
   */
  private static String exponents(BigInteger above, BigInteger below) {
    double s = new Convergence.Polynomial(above, below).exponent();
    SortedMap<Double, String> texts = new TreeMap<>();
    for (int j = 1; j * s <= s + CONVERGENTS; j++) {
      for (int i = 0; i < CONVERGENTS; i++) {
        String power = j == 1 ? "s" : j + "*s";
        texts.putIfAbsent(Math.rint((j * s + i) / SAME) * SAME, i == 0 ? power : power + " + " + i);
      }
    }
    return texts.values().stream().limit(CONVERGENTS - 1L).collect(Collectors.joining(", "));
  }

  private static int terms(Conjecture c, int digits) {
    return DirectSummation.limit(c.fraction(), Enclosure.bitsOf(digits + 2))
        .map(Limit.Finite::depth)
        .orElse(Integer.MAX_VALUE);
  }

  private static String head(Language language, Conjecture c, int digits) {
    return Template.of(language)
        .head()
        .formatted(
            digits == 0 ? "Not checked" : "Checks to %d digits".formatted(digits),
            c.value().name(),
            digits + GUARD_DIGITS,
            language.formula(c.value()),
            polynomial(language, c.fraction().a()),
            polynomial(language, c.fraction().b()));
  }

  private static String polynomial(Language language, IntegerPolynomial p) {
    return language == Language.SAGE ? p.toString().replace("^", "**") : p.toString();
  }
}
