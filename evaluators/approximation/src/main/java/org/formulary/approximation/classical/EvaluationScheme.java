package org.formulary.approximation.classical;

import java.util.List;
import java.util.stream.Stream;

/** The ways to evaluate a polynomial or quotient. */
enum EvaluationScheme {
  HORNER("Horner"),
  CONTINUED_FRACTION("continued fraction"),
  PRECONDITIONED("preconditioned");

  /** Constants that differ by these parts may be one, if the error allows it. */
  private static final List<Double> NEAR = List.of(1e-3, 1e-6, 1e-10);

  private final String label;

  EvaluationScheme(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Operations for degree p over degree q; equal constants may save some. */
  int operations(int p, int q) {
    return switch (this) {
      case HORNER -> 2 * (p + q);
      case CONTINUED_FRACTION -> 2 * Math.max(p, q) + Math.min(p, q);
      case PRECONDITIONED -> p + p / 2 + 2;
    };
  }

  /** The forms of a quotient, best first; none where it has none. */
  List<? extends Form> forms(HornerForm r) {
    return switch (this) {
      case HORNER -> List.of(r);
      case CONTINUED_FRACTION ->
          ContinuedFraction.of(r).stream()
              .flatMap(f -> Stream.concat(NEAR.stream().map(f::joined), Stream.of(f)))
              .distinct()
              .toList();
      case PRECONDITIONED ->
          r.denominator().size() == 1 ? Preconditioning.of(r.numerator()) : List.of();
    };
  }
}
