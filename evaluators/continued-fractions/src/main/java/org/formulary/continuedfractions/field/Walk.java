package org.formulary.continuedfractions.field;

import java.math.BigInteger;

/**
 * The product of the matrices along a path, exactly: numerator · matrix / denominator.
 *
 * @param matrix common factors of its entries may have been moved to the numerator
 * @param numerator not 0, unless the matrix is
 * @param denominator not 0, unless the path meets a pole
 */
public record Walk(IntegerMatrix matrix, BigInteger numerator, BigInteger denominator) {
  /** Common factors are removed as long as entries have so many bits, where it costs little. */
  private static final int SMALL_BITS = 2048;

  static Walk identity(int rank) {
    return new Walk(IntegerMatrix.identity(rank), BigInteger.ONE, BigInteger.ONE);
  }

  /** This path, and then another. */
  public Walk then(Walk that) {
    Walk product =
        new Walk(
            matrix.multiply(that.matrix),
            numerator.multiply(that.numerator),
            denominator.multiply(that.denominator));
    boolean small =
        product.matrix.rows().stream()
            .allMatch(r -> r.stream().allMatch(e -> e.bitLength() < SMALL_BITS));
    return small ? product.primitive() : product;
  }

  /** The same product, the entries of the matrix without a common factor. */
  public Walk primitive() {
    BigInteger content = matrix.content();
    return content.signum() == 0 || content.equals(BigInteger.ONE)
        ? this
        : new Walk(matrix.divide(content), numerator.multiply(content), denominator);
  }

  /** Whether two products are equal, exactly, and none has met a pole. */
  public boolean isEqual(Walk that) {
    return denominator.signum() != 0
        && that.denominator.signum() != 0
        && matrix
            .multiply(numerator.multiply(that.denominator))
            .equals(that.matrix.multiply(that.numerator.multiply(denominator)));
  }
}
