package org.formulary.continuedfractions.field;

import java.util.List;

/** Matrices published with the software of arXiv 2308.11829, and pairs of its constants. */
final class PublishedFields {
  static final MatrixField E =
      MatrixField.of(
          FieldMatrix.parse("1, -y - 1", "-1, x + y + 2"),
          FieldMatrix.parse("0, -y - 1", "-1, x + y + 1"));

  static final MatrixField PI =
      MatrixField.of(
          FieldMatrix.parse("x, -x", "-y, 2*x + y + 1"),
          FieldMatrix.parse("1 + y, -x", "-1 - y, x + 2*y + 1"));

  static final MatrixField ZETA3 =
      MatrixField.of(
          FieldMatrix.parse("0, -x^3", "(x + 1)^3, x^3 + (x + 1)^3 + 2*y*(y - 1)*(2*x + 1)"),
          FieldMatrix.parse(
              "-x^3 + 2*x^2*y - 2*x*y^2 + y^3, -x^3", "x^3, x^3 + 2*x^2*y + 2*x*y^2 + y^3"));

  private PublishedFields() {}

  static MatrixField named(String name) {
    return switch (name) {
      case "e" -> E;
      case "pi" -> PI;
      case "zeta3" -> ZETA3;
      default -> throw new IllegalArgumentException(name);
    };
  }

  static MatrixField ofPair(String f, String fBar) {
    return ((Pair.Conservative) Pair.parse(f, fBar).check()).field();
  }

  /** The field of ζ(3) by its pair. */
  static MatrixField zeta3() {
    return ofPair("(x + y)*(x^2 + x*y + y^2)", "(y - x)*(x^2 - x*y + y^2)");
  }

  static Trajectory diagonal(MatrixField field) {
    return Trajectory.of(field, List.of(1, 1), List.of(1, 1));
  }
}
