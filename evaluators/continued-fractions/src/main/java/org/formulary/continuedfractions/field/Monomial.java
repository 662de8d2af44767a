package org.formulary.continuedfractions.field;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A product of powers of variables.
 *
 * @param powers positive exponents by variable
 */
public record Monomial(SortedMap<String, Integer> powers) implements Comparable<Monomial> {
  public static final Monomial ONE = new Monomial(new TreeMap<>());

  public Monomial {
    powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
  }

  /** The exponent of a variable, 0 where it does not occur. */
  public int exponent(String variable) {
    return powers.getOrDefault(variable, 0);
  }

  /** The sum of the exponents. */
  public int degree() {
    return powers.values().stream().mapToInt(k -> k).sum();
  }

  Monomial multiply(Monomial that) {
    SortedMap<String, Integer> product = new TreeMap<>(powers);
    that.powers.forEach((v, k) -> product.merge(v, k, Integer::sum));
    return new Monomial(product);
  }

  /** By degree, then by the exponents of the variables in their order; large ones first. */
  @Override
  public int compareTo(Monomial that) {
    int byDegree = Integer.compare(that.degree(), degree());
    if (byDegree != 0) {
      return byDegree;
    }
    TreeSet<String> variables = new TreeSet<>(powers.keySet());
    variables.addAll(that.powers.keySet());
    for (String v : variables) {
      int order = Integer.compare(that.exponent(v), exponent(v));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Such as {@code x^2*y}; empty for 1. */
  @Override
  public String toString() {
    return String.join(
        "*",
        powers.entrySet().stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "^" + e.getValue())
            .toList());
  }
}
