package org.formulary.continuedfractions.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.continuedfractions.field.PairFamily;
import org.formulary.continuedfractions.polynomial.KnownFraction;
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

  /** Known fractions that have a proof of their own, and walks through fields. */
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
