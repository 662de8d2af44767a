package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pairs f and f̄ with free coefficients c0, c1, …, for whose every value they make a conservative
 * field; {@link Pair#check} on {@link #pair} proves it once for all members, with the coefficients
 * as variables (arXiv 2308.11829 and its software).
 *
 * @param name such as {@code degree 1}
 * @param coefficients the names of the free ones
 */
public record PairFamily(String name, Pair pair, List<String> coefficients) {
  public static final List<PairFamily> ALL =
      List.of(
          of("degree 1", "c0 + c1*(x + y)", "c2 + c3*(x - y)"),
          of(
              "degree 2",
              "(2*c1 + c2)*(c1 + c2) - c3*c0 - c3*((2*c1 + c2)*(x + y) + (c1 + c2)*(2*x + y))"
                  + " + c3^2*(2*x^2 + 2*x*y + y^2)",
              "c3*(c0 + c2*x + c1*y) - c3^2*(2*x^2 - 2*x*y + y^2)"),
          of(
              "degree 3, first",
              "-(x + y)*(c0^2 + 2*c1^2*(x^2 + x*y + y^2))",
              "(x - y)*(c0^2 + 2*c1^2*(x^2 - x*y + y^2))"),
          of(
              "degree 3, second",
              "-(c0 + c1*(x + y))*(c0*(x + 2*y) + c1*(x^2 + x*y + y^2))",
              "(c0 + c1*(y - x))*(c0*(x - 2*y) - c1*(x^2 - x*y + y^2))"),
          of(
              "degree 3, third",
              "(x + y)*(c0^2 - c0*c1*(x - y) - 2*c1^2*(x^2 + x*y + y^2))",
              "(c0 + c1*(x - y))*(3*c0*(x - y) + 2*c1*(x^2 - x*y + y^2))"));

  public PairFamily {
    coefficients = List.copyOf(coefficients);
  }

  /** A family whose coefficients are the variables of f and f̄ other than x and y. */
  public static PairFamily of(String name, String f, String fBar) {
    Pair pair = Pair.parse(f, fBar);
    var variables = pair.f().variables();
    variables.addAll(pair.fBar().variables());
    variables.removeAll(List.of("x", "y"));
    return new PairFamily(name, pair, List.copyOf(variables));
  }

  /**
   * A pair of a family.
   *
   * @param values of the coefficients, by name
   * @param pair without a common factor
   */
  public record Member(PairFamily family, Map<String, Long> values, Pair pair) {}

  /** The member of these values of the coefficients, in their order. */
  public Member member(List<Long> values) {
    Map<String, Long> byName = new TreeMap<>();
    Map<String, MultivariatePolynomial> constants = new TreeMap<>();
    for (int i = 0; i < coefficients.size(); i++) {
      byName.put(coefficients.get(i), values.get(i));
      constants.put(coefficients.get(i), MultivariatePolynomial.of(values.get(i)));
    }
    return new Member(this, byName, pair.with(constants).primitive());
  }

  /**
   * The members with coefficients from −bound to bound, of those that differ by a factor one, in
   * the order of the sums of the sizes of their coefficients.
   */
  public List<Member> members(int bound) {
    List<List<Long>> tuples = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < coefficients.size(); i++) {
      List<List<Long>> longer = new ArrayList<>();
      for (List<Long> tuple : tuples) {
        for (long c = -bound; c <= bound; c++) {
          List<Long> next = new ArrayList<>(tuple);
          next.add(c);
          longer.add(next);
        }
      }
      tuples = longer;
    }
    tuples.sort((s, t) -> Long.compare(size(s), size(t)));
    Map<Pair, Member> distinct = new LinkedHashMap<>();
    for (List<Long> tuple : tuples) {
      Member member = member(tuple);
      BigInteger content = member.pair.f().content().multiply(member.pair.fBar().content());
      if (content.signum() != 0) {
        distinct.putIfAbsent(member.pair, member);
      }
    }
    return List.copyOf(distinct.values());
  }

  private static long size(List<Long> values) {
    return values.stream().mapToLong(Math::abs).sum();
  }
}
