package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.formulary.continuedfractions.field.PairFamily;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.KnownFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * A fraction with a proof, to which others may be equivalent.
 *
 * @param name what it is
 * @param value of the fraction, by the constants
 * @param constant the same
 */
record Basis(String name, Symbolic value, Constant constant, Proof proof) {
  /** Coefficients of the families of fields. */
  private static final int LARGEST_COEFFICIENT = 2;

  /** Directions through fields. */
  private static final List<List<Integer>> DIRECTIONS =
      List.of(List.of(1, 1), List.of(2, 1), List.of(1, 2));

  /** Arguments of Lambert's fractions are quotients of numbers up to these. */
  private static final int LARGEST_ABOVE = 3;

  private static final int LARGEST_BELOW = 6;

  /** Known fractions that have a proof of their own, Lambert's, and walks through fields. */
  static final List<Basis> ALL = all();

  private static List<Basis> all() {
    Map<String, Basis> classes = new TreeMap<>();
    List<Basis> all = new ArrayList<>();
    for (KnownFraction known : KnownFraction.all()) {
      Symbolic.of(FormulaParser.parse(known.value().formula()))
          .filter(value -> !value.constants().isEmpty())
          .flatMap(
              value ->
                  Proof.direct(known.fraction(), known.value())
                      .map(p -> new Basis("the fraction " + known.name(), value, known.value(), p)))
          .ifPresent(all::add);
    }
    for (int u = 1; u <= LARGEST_ABOVE; u++) {
      for (int v = 1; v <= LARGEST_BELOW; v++) {
        lambert(u, v, u * u).ifPresent(all::add);
        lambert(u, v, -u * u).ifPresent(all::add);
      }
    }
    for (PairFamily family : PairFamily.ALL) {
      for (PairFamily.Member member : family.members(LARGEST_COEFFICIENT)) {
        DominatedField.of(member.pair())
            .ifPresent(field -> walks(field).forEach(b -> classes.putIfAbsent(key(b), b)));
      }
    }
    classes.values().stream()
        .sorted(Comparator.comparingInt(b -> b.proof.fraction().b().size()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static String key(Basis b) {
    return b.proof.fraction().classKey();
  }

  /** u coth(u/v), or with the other sign u cot(u/v). */
  private static Optional<Basis> lambert(int u, int v, int numerator) {
    PolynomialFraction f =
        new PolynomialFraction(IntegerPolynomial.of(v, 2L * v), IntegerPolynomial.of(numerator));
    return LambertProof.of(f)
        .filter(p -> BigInteger.valueOf(u).gcd(BigInteger.valueOf(v)).equals(BigInteger.ONE))
        .map(
            p -> {
              Constant value = Constants.of("value", p.value().formula());
              return new Basis("Lambert's fraction", p.value(), value, p);
            });
  }

  private static List<Basis> walks(DominatedField field) {
    return DIRECTIONS.stream()
        .flatMap(d -> FieldProof.of(field, d.getFirst(), d.getLast()).stream())
        .map(
            p -> {
              Symbolic value = p.value().orElseThrow();
              Constant constant = Constants.of("value", value.formula());
              return new Basis(
                  "the walk along (%d, %d)".formatted(p.p(), p.q()), value, constant, p);
            })
        .filter(b -> !b.value.constants().isEmpty())
        .toList();
  }
}
