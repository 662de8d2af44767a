package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linear recurrence with constant whole coefficients, Σ C_j a_{n−j} = 0.
 *
 * @param coefficients C_0 = 1 to the last, which is not 0
 */
public record Recurrence(List<BigInteger> coefficients) {
  public Recurrence {
    coefficients = List.copyOf(coefficients);
    if (coefficients.isEmpty()
        || !coefficients.getFirst().equals(BigInteger.ONE)
        || coefficients.getLast().signum() == 0) {
      throw new IllegalArgumentException("no recurrence: " + coefficients);
    }
  }

  /** How many terms determine the next one. */
  public int order() {
    return coefficients.size() - 1;
  }

  /** The first {@code count} terms of a sequence whose first terms, at least order, are given. */
  public List<BigInteger> extended(List<BigInteger> first, int count) {
    List<BigInteger> terms = new ArrayList<>(first.subList(0, Math.min(first.size(), count)));
    while (terms.size() < count) {
      BigInteger next = BigInteger.ZERO;
      for (int j = 1; j <= order(); j++) {
        next = next.subtract(coefficients.get(j).multiply(terms.get(terms.size() - j)));
      }
      terms.add(next);
    }
    return terms;
  }

  /** The recurrence of the sequence read backwards, if it has whole coefficients. */
  public Optional<Recurrence> reversed() {
    BigInteger last = coefficients.getLast();
    if (!last.abs().equals(BigInteger.ONE)) {
      return Optional.empty();
    }
    return Optional.of(
        new Recurrence(coefficients.reversed().stream().map(c -> c.multiply(last)).toList()));
  }
}
