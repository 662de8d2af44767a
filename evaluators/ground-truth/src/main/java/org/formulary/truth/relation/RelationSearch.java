package org.formulary.truth.relation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.LatticeReduction.Reduced;

/**
 * Searches for integer relations: a relation of small coefficients is a short vector of the lattice
 * of the rows (e_i, x_i · 2^b). The number of bits b doubles until a relation is found or the
 * numbers are not known any further; what is found from b bits is checked with all that are known.
 */
public final class RelationSearch {
  private static final int FIRST_BITS = 64;

  private RelationSearch() {}

  /**
   * What came of a search.
   *
   * @param relation the last that was seen; it may be an accident
   * @param log2Excluded no wanted relation has all its coefficients below 2 to this, but for one
   *     found that is no accident; −∞ where nothing is excluded
   */
  public record Outcome(Optional<IntegerRelation> relation, double log2Excluded) {}

  /**
   * Searches for a relation between at least two numbers.
   *
   * @param x enclosures in one unit
   * @param wanted whether coefficients are of interest
   * @param attempts of which this is one: relations must be the more significant
   */
  public static Outcome search(
      List<Enclosure> x, Predicate<List<BigInteger>> wanted, long attempts, BooleanSupplier stop) {
    int known = knownBits(x);
    Optional<IntegerRelation> best = Optional.empty();
    double excluded = Double.NEGATIVE_INFINITY;
    BigInteger[][] combinations = identity(x.size());
    for (int bits = Math.min(FIRST_BITS, known); ; bits = Math.min(2 * bits, known)) {
      Reduced reduced = LatticeReduction.reduce(lattice(combinations, x, bits), stop);
      combinations = reduced.rows();
      Optional<IntegerRelation> found =
          Arrays.stream(combinations)
              .map(row -> List.of(row).subList(0, x.size()))
              .filter(wanted)
              .findFirst()
              .flatMap(m -> IntegerRelation.between(x, m));
      best = found.isPresent() ? found : best;
      if (found.isPresent() && found.get().isSignificant(attempts)) {
        return new Outcome(found, excluded);
      }
      excluded = Math.max(excluded, log2Excluded(reduced, x, bits));
      if (bits == known || stop.getAsBoolean()) {
        return new Outcome(best, excluded);
      }
    }
  }

  /** Binary places to which all numbers are known. */
  private static int knownBits(List<Enclosure> x) {
    int bits = x.getFirst().bits();
    int open = x.stream().mapToInt(e -> e.width().bitLength()).max().orElse(0);
    return Math.max(1, bits - open);
  }

  private static BigInteger[][] identity(int n) {
    BigInteger[][] rows = new BigInteger[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(rows[i], BigInteger.ZERO);
      rows[i][i] = BigInteger.ONE;
    }
    return rows;
  }

  /** Rows that begin with the coefficients given, short ones of fewer bits, and their sums. */
  private static BigInteger[][] lattice(BigInteger[][] from, List<Enclosure> x, int bits) {
    int n = x.size();
    List<BigInteger> units = x.stream().map(e -> e.withBits(bits).lower()).toList();
    BigInteger[][] rows = new BigInteger[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOf(from[i], n + 1);
      rows[i][n] = BigInteger.ZERO;
      for (int j = 0; j < n; j++) {
        rows[i][n] = rows[i][n].add(from[i][j].multiply(units.get(j)));
      }
    }
    return rows;
  }

  /**
   * For a relation of coefficients up to M, the vector of its row has n entries up to M and a last
   * one up to n M w, where w is how far an entry may be from 2^bits times its number. It is as long
   * as the shortest at least, so M ≥ shortest / √(n + (n w)²). Holds for any basis, reduced or not,
   * to the rounding of logarithms.
   */
  private static double log2Excluded(Reduced reduced, List<Enclosure> x, int bits) {
    double n = x.size();
    BigInteger widest =
        x.stream().map(e -> e.withBits(bits).width()).reduce(BigInteger.ONE, BigInteger::max);
    double entries = Math.log(n) + Math.log1p(n) + 2 * Enclosure.log2(widest) * Math.log(2);
    return reduced.log2Shortest() - entries / (2 * Math.log(2));
  }
}
