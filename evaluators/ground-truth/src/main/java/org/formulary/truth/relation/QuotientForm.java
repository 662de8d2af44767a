package org.formulary.truth.relation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.truth.Enclosure;

/**
 * A sum of products of constants and powers of v vanishes: where v occurs linearly, v is a quotient
 * of two sums.
 *
 * @param terms in the order of printing
 */
record QuotientForm(String name, List<Term> terms) implements Form {
  /**
   * One term.
   *
   * @param text the product of constants, {@code 1} for none
   * @param power of v, 0 for none
   */
  record Term(String text, int power, Enclosure value) {}

  /** A factor that needs no parentheses: a whole number, a name or a function call. */
  private static final String SIMPLE = "-?([0-9]+|\\w+(\\(\\w+\\))?)";

  QuotientForm {
    terms = List.copyOf(terms);
  }

  @Override
  public List<Enclosure> values() {
    return terms.stream().map(Term::value).toList();
  }

  /** Unless v drops out: algebraic constants have relations of their own, which v multiplies. */
  @Override
  public boolean involvesValue(List<BigInteger> relation) {
    int degree = degree(relation);
    Enclosure factor = Enclosure.of(0, terms.getFirst().value().bits());
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).power() == degree) {
        factor = factor.add(constant(i).multiply(relation.get(i)));
      }
    }
    return degree > 0 && !factor.containsZero();
  }

  /** The product of constants in a term: the first term of that text that has no v. */
  private Enclosure constant(int i) {
    return terms.stream()
        .filter(t -> t.power() == 0 && t.text().equals(terms.get(i).text()))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private int degree(List<BigInteger> relation) {
    int degree = 0;
    for (int i = 0; i < terms.size(); i++) {
      degree = relation.get(i).signum() == 0 ? degree : Math.max(degree, terms.get(i).power());
    }
    return degree;
  }

  @Override
  public String text(List<BigInteger> relation, String v) {
    int degree = degree(relation);
    if (degree > 1) {
      return polynomial(relation, degree, v);
    }
    boolean flipped = minuses(relation, true) < minuses(relation, false);
    String above = sum(relation, 0, !flipped);
    String below = sum(relation, 1, flipped);
    return below.equals("1")
        ? v + " = " + above
        : "%s = %s/%s".formatted(v, bracketed(above), bracketed(below));
  }

  /** The signs that a quotient shows, numerator and denominator negated or not. */
  private long minuses(List<BigInteger> relation, boolean flipped) {
    String all = sum(relation, 0, !flipped) + sum(relation, 1, flipped);
    return all.chars().filter(c -> c == '-').count();
  }

  private static String bracketed(String sum) {
    return sum.matches(SIMPLE) ? sum : "(" + sum + ")";
  }

  /** The sum of the terms with a power of v, that power apart. */
  private String sum(List<BigInteger> relation, int power, boolean negated) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).power() == power) {
        BigInteger m = negated ? relation.get(i).negate() : relation.get(i);
        append(text, m, terms.get(i).text());
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  /** The highest power first. */
  private String polynomial(List<BigInteger> relation, int degree, String v) {
    StringBuilder text = new StringBuilder();
    for (int power = degree; power >= 0; power--) {
      for (int i = 0; i < terms.size(); i++) {
        if (terms.get(i).power() == power) {
          String x = power == 0 ? "1" : power == 1 ? v : v + "^" + power;
          String c = terms.get(i).text();
          append(text, relation.get(i), c.equals("1") ? x : power == 0 ? c : c + "*" + x);
        }
      }
    }
    boolean plain = terms.stream().allMatch(t -> t.text().equals("1"));
    return text + " = 0" + (degree == 2 && plain ? ", " + root(relation, v) : "");
  }

  /** v = (−b ± √(b² − 4ac)) / 2a, for c, b, a of a relation of 1, v, v². */
  private String root(List<BigInteger> relation, String v) {
    BigInteger a = relation.get(2);
    BigInteger b = relation.get(1);
    BigInteger d = b.multiply(b).subtract(a.multiply(relation.get(0)).shiftLeft(2));
    Enclosure x = terms.get(1).value();
    // 2av + b is the root, so its sign is that of the root.
    Enclosure root = x.multiply(a.shiftLeft(1)).add(Enclosure.of(1, x.bits()).multiply(b));
    BigInteger square = BigInteger.ONE;
    for (long k = 2; k * k <= 1_000_000 && d.compareTo(BigInteger.valueOf(k * k)) >= 0; k++) {
      BigInteger factor = BigInteger.valueOf(k);
      while (d.mod(factor.multiply(factor)).signum() == 0) {
        d = d.divide(factor.multiply(factor));
        square = square.multiply(factor);
      }
    }
    BigInteger divisor = a.shiftLeft(1).gcd(b).gcd(square);
    BigInteger times = square.divide(divisor);
    StringBuilder above = new StringBuilder();
    append(above, b.negate().divide(divisor), "1");
    append(above, root.lower().signum() < 0 ? times.negate() : times, "sqrt(" + d + ")");
    BigInteger below = a.shiftLeft(1).divide(divisor);
    return below.equals(BigInteger.ONE)
        ? "%s = %s".formatted(v, above)
        : "%s = %s/%s".formatted(v, bracketed(above.toString()), below);
  }

  private static void append(StringBuilder text, BigInteger factor, String product) {
    if (factor.signum() == 0) {
      return;
    }
    String sign = factor.signum() < 0 ? "-" : text.isEmpty() ? "" : "+";
    text.append(text.isEmpty() ? sign : " " + sign + " ");
    List<String> factors = new ArrayList<>();
    if (!factor.abs().equals(BigInteger.ONE) || product.equals("1")) {
      factors.add(factor.abs().toString());
    }
    if (!product.equals("1")) {
      factors.add(product);
    }
    text.append(String.join("*", factors));
  }
}
