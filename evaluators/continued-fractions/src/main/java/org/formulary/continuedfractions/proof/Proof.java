package org.formulary.continuedfractions.proof;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.constant.Constant;

/** A proof that a polynomial fraction has a value, in steps that are checked exactly. */
public sealed interface Proof
    permits SumProof, MomentProof, LambertProof, ProductProof, FieldProof, EquivalenceProof {
  /** What is proved to have the value. */
  PolynomialFraction fraction();

  /** In what way, in a few words. */
  String method();

  /** Whether every step holds, and they say that this fraction has this value. */
  boolean proves(PolynomialFraction f, Constant value);

  /** The steps, each of which can be checked by itself. */
  List<String> chain();

  /** A PARI/GP program that checks every step; it prints {@code proved}, or what fails. */
  String pari();

  /** Adds the steps to the facts of a certificate. */
  static void describe(SortedMap<String, String> facts, String method, List<String> chain) {
    facts.put("proof", method);
    // In the order of their names, as facts are shown.
    String name = chain.size() < 10 ? "proof%d" : "proof%02d";
    for (int i = 0; i < chain.size(); i++) {
      facts.put(name.formatted(i + 1), chain.get(i));
    }
  }

  /** A proof that the fraction has this value, if one is found. */
  static Optional<Proof> of(PolynomialFraction f, Constant value) {
    return direct(f, value).or(() -> EquivalenceProof.of(f, value));
  }

  /** A proof that needs no other fraction. */
  static Optional<Proof> direct(PolynomialFraction f, Constant value) {
    return SumProof.of(f, value)
        .<Proof>map(p -> p)
        .or(() -> MomentProof.of(f, value))
        .or(() -> LambertProof.of(f, value))
        .or(() -> ProductProof.of(f, value));
  }
}
