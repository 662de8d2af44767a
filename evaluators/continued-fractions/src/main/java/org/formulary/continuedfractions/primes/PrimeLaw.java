package org.formulary.continuedfractions.primes;

import java.util.Collections;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A step law for each class of primes modulo a number, the classes of primes that do not divide it;
 * one class for modulus 1. Each class has its share of the primes (the prime number theorem for
 * arithmetic progressions).
 *
 * @param byResidue the law by the residue of the prime
 */
public record PrimeLaw(int modulus, SortedMap<Integer, StepLaw> byResidue) {
  public PrimeLaw {
    byResidue = Collections.unmodifiableSortedMap(new TreeMap<>(byResidue));
  }

  /** The mean of the integrals of the laws: ln by n of the number that they describe. */
  public double integral() {
    return byResidue.values().stream().mapToDouble(StepLaw::integral).average().orElse(0);
  }

  @Override
  public String toString() {
    if (modulus == 1) {
      return byResidue.firstEntry().getValue().toString();
    }
    StringJoiner text = new StringJoiner("; ");
    byResidue.forEach((r, law) -> text.add("p = %d mod %d: %s".formatted(r, modulus, law)));
    return text.toString();
  }
}
