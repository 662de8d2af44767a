package org.formulary.continuedfractions.proof;

import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.constant.Constant;

/** A proof that a polynomial fraction has a value, in steps that are checked exactly. */
public sealed interface Proof permits SumProof, MomentProof, LambertProof, ProductProof {
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

  /** A proof that the fraction has this value, if one is found. */
  static Optional<Proof> of(PolynomialFraction f, Constant value) {
    return SumProof.of(f, value)
        .<Proof>map(p -> p)
        .or(() -> MomentProof.of(f, value))
        .or(() -> LambertProof.of(f, value))
        .or(() -> ProductProof.of(f, value));
  }
}
