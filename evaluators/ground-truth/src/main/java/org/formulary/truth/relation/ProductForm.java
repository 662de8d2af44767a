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
    List<String> factors = new ArrayList<>();
    for (int i = 0; i < bases.size(); i++) {
      BigInteger power = relation.get(i).multiply(BigInteger.valueOf(-root.signum()));
      if (power.signum() != 0) {
        factors.add(factor(bases.get(i), power, root.abs()));
      }
    }
    String product = factors.isEmpty() ? "1" : String.join("*", factors);
    return "%s = %s%s".formatted(v, negative ? "-" : "", product);
  }

  private static String factor(String base, BigInteger power, BigInteger root) {
    BigInteger divisor = power.gcd(root);
    BigInteger p = power.divide(divisor);
    BigInteger q = root.divide(divisor);
    if (!q.equals(BigInteger.ONE)) {
      return "%s^(%s/%s)".formatted(base, p, q);
    }
    return p.equals(BigInteger.ONE)
        ? base
        : p.signum() < 0 ? base + "^(" + p + ")" : base + "^" + p;
  }
}
