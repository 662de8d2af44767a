package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.IntegerRelation;
import org.formulary.truth.relation.RelationSearch;

/** Numbers as Möbius images of others, (p + q C)/(r + s C), and as algebraic numbers. */
final class MoebiusRelation {
  private MoebiusRelation() {}

  /**
   * The image of a constant that a number is, if it is no accident.
   *
   * @param attempts how many numbers and constants are tried in all
   * @return such as {@code (4 - pi)/(2*pi)}
   */
  static Optional<String> of(Enclosure value, Named constant, long attempts) {
    Enclosure v = value;
    Enclosure c = constant.enclosure(v.bits());
    List<Enclosure> terms = List.of(Enclosure.of(1, v.bits()), c, v, c.multiply(v));
    return RelationSearch.search(
            terms, m -> m.get(2).signum() != 0 || m.get(3).signum() != 0, attempts, () -> false)
        .relation()
        .filter(r -> r.isSignificant(attempts))
        .map(IntegerRelation::coefficients)
        .map(m -> text(m, constant.name()));
  }

  /** The first coefficient below is positive. */
  private static String text(List<BigInteger> m, String name) {
    int first = m.get(2).signum() != 0 ? m.get(2).signum() : m.get(3).signum();
    BigInteger sign = BigInteger.valueOf(first);
    String below = sum(m.get(2).multiply(sign), m.get(3).multiply(sign), name);
    sign = sign.negate();
    String above = sum(m.get(0).multiply(sign), m.get(1).multiply(sign), name);
    return below.equals("1") ? above : bracketed(above) + "/" + bracketed(below);
  }

  private static String bracketed(String sum) {
    return sum.matches("[0-9]+|\\([a-z0-9]+\\)") ? sum : "(" + sum + ")";
  }

  private static String sum(BigInteger first, BigInteger second, String name) {
    if (second.signum() == 0) {
      return first.toString();
    }
    String factor = second.abs().equals(BigInteger.ONE) ? "" : second.abs() + "*";
    String product = factor + "(" + name + ")";
    return first.signum() == 0
        ? (second.signum() < 0 ? "-" : "") + product
        : first + (second.signum() < 0 ? " - " : " + ") + product;
  }

  /** The degree of the polynomial with small coefficients of which a number is a zero, if any. */
  static Optional<Integer> algebraicDegree(Enclosure value, int most, long attempts) {
    List<Enclosure> powers = new ArrayList<>(List.of(Enclosure.of(1, value.bits())));
    for (int degree = 1; degree <= most; degree++) {
      powers.add(powers.getLast().multiply(value));
      int last = degree;
      boolean found =
          RelationSearch.search(powers, m -> m.get(last).signum() != 0, attempts, () -> false)
              .relation()
              .filter(r -> r.isSignificant(attempts))
              .isPresent();
      if (found) {
        return Optional.of(degree);
      }
    }
    return Optional.empty();
  }
}
