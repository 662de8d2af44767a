package org.formulary.truth.relation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.truth.Enclosure;

/**
 * v is a product of rational powers of positive numbers: a relation between logarithms.
 *
 * @param bases as text
 * @param logarithms of the bases
 * @param logarithm of |v|
 */
record ProductForm(
    String name,
    List<String> bases,
    List<Enclosure> logarithms,
    Enclosure logarithm,
    boolean negative)
    implements Form {
  ProductForm {
    bases = List.copyOf(bases);
    logarithms = List.copyOf(logarithms);
  }

  @Override
  public List<Enclosure> values() {
    List<Enclosure> all = new ArrayList<>(logarithms);
    all.add(logarithm);
    return all;
  }

  @Override
  public boolean involvesValue(List<BigInteger> relation) {
    return relation.getLast().signum() != 0;
  }

  @Override
  public String text(List<BigInteger> relation, String v) {
    BigInteger root = relation.getLast();
    Quotient quotient = new Quotient();
    for (int i = 0; i < bases.size(); i++) {
      BigInteger power = relation.get(i).multiply(BigInteger.valueOf(-root.signum()));
      if (power.signum() != 0) {
        quotient.multiply(bases.get(i), power, root.abs());
      }
    }
    return "%s = %s%s".formatted(v, negative ? "-" : "", quotient);
  }

  /** Powers, those of whole numbers multiplied out where that is short. */
  private static final class Quotient {
    private static final int LONGEST = 64;

    private final List<String> above = new ArrayList<>();
    private final List<String> below = new ArrayList<>();
    private BigInteger numberAbove = BigInteger.ONE;
    private BigInteger numberBelow = BigInteger.ONE;

    void multiply(String base, BigInteger power, BigInteger root) {
      BigInteger divisor = power.gcd(root);
      BigInteger p = power.abs().divide(divisor);
      BigInteger q = root.divide(divisor);
      boolean up = power.signum() > 0;
      if (q.equals(BigInteger.ONE) && base.matches("\\d+") && p.bitLength() < 6) {
        BigInteger number = new BigInteger(base).pow(p.intValue());
        if (number.bitLength() <= LONGEST) {
          numberAbove = up ? numberAbove.multiply(number) : numberAbove;
          numberBelow = up ? numberBelow : numberBelow.multiply(number);
          return;
        }
      }
      String exponent = q.equals(BigInteger.ONE) ? p.toString() : "(%s/%s)".formatted(p, q);
      (up ? above : below).add(exponent.equals("1") ? base : base + "^" + exponent);
    }

    @Override
    public String toString() {
      String top = product(numberAbove, above);
      String bottom = product(numberBelow, below);
      return bottom.equals("1")
          ? top
          : top + "/" + (bottom.contains("*") ? "(" + bottom + ")" : bottom);
    }

    private static String product(BigInteger number, List<String> factors) {
      List<String> all = new ArrayList<>();
      if (!number.equals(BigInteger.ONE) || factors.isEmpty()) {
        all.add(number.toString());
      }
      all.addAll(factors);
      return String.join("*", all);
    }
  }
}
