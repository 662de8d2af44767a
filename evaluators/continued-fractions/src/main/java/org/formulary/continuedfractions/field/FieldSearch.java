package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.relation.IntegerRelation;
import org.formulary.truth.relation.RelationSearch;

/**
 * Looks for fields of constants among the members of families: each walks along the diagonal from
 * (1, 1), and what it tends to is asked for a relation with each constant. Which member belongs to
 * which constant is found, never listed.
 *
 * @param bound of the sizes of the coefficients of the members
 * @param constants that are asked for
 */
public record FieldSearch(List<PairFamily> families, int bound, List<Constant> constants) {
  /** Periods walked, and binary places of the limit that are used. */
  private static final int DEPTH = 160;

  private static final int DEEPEST = 100_000;
  private static final int MOST_BITS = 256;
  private static final int FEWEST_BITS = 96;
  private static final List<Integer> ONES = List.of(1, 1);

  public FieldSearch {
    families = List.copyOf(families);
    constants = List.copyOf(constants);
  }

  /**
   * A field whose diagonal tends to a Möbius image of a constant c: m0 + m1 c + m2 v + m3 c v = 0
   * for the limit v, to the bits matched. A conjecture, significant among all attempts.
   *
   * @param relation the m
   */
  public record Found(
      PairFamily.Member member,
      Pair.Conservative conditions,
      Trajectory diagonal,
      Constant constant,
      IntegerRelation relation) {
    /** Such as {@code (-3*pi + 10)/(pi - 4)}. */
    public String limitText() {
      return image(relation, constant.name());
    }

    /**
     * The leading digits to which the limit of the diagonal agrees with the relation, as far as so
     * many binary places of both tell: computed anew, deeper than what the relation was found from;
     * 0 where that would take more than 100,000 periods.
     */
    public int digits(int bits) {
      return FieldSearch.digits(diagonal, relation.coefficients(), constant, bits);
    }
  }

  /**
   * All fields found, family by family, the members of small coefficients first.
   *
   * @param stop asked before each member; once it holds, what was found so far is the result
   */
  public List<Found> find(BooleanSupplier stop) {
    List<PairFamily.Member> members = members();
    int attempts = members.size() * constants.size();
    List<Found> found = new ArrayList<>();
    for (PairFamily.Member member : members) {
      if (stop.getAsBoolean()) {
        break;
      }
      find(member, attempts).ifPresent(found::add);
    }
    return found;
  }

  /** The members of all families, of those with the same pair the first. */
  public List<PairFamily.Member> members() {
    Map<Pair, PairFamily.Member> distinct = new LinkedHashMap<>();
    for (PairFamily family : families) {
      family.members(bound).forEach(m -> distinct.putIfAbsent(m.pair(), m));
    }
    return List.copyOf(distinct.values());
  }

  /**
   * The field of one member, if its diagonal tends to an image of one of the constants.
   *
   * @param attempts of which this is one: members by constants
   */
  public Optional<Found> find(PairFamily.Member member, int attempts) {
    if (!(member.pair().check() instanceof Pair.Conservative c)) {
      return Optional.empty();
    }
    Trajectory diagonal = Trajectory.of(c.field(), ONES, ONES);
    Optional<Enclosure> limit = diagonal.limit(DEPTH, MOST_BITS);
    if (limit.isEmpty() || limit.get().knownBits() < FEWEST_BITS) {
      return Optional.empty();
    }
    for (Constant constant : constants) {
      Optional<IntegerRelation> relation = relation(limit.get(), constant, attempts);
      if (relation.isPresent()) {
        return Optional.of(new Found(member, c, diagonal, constant, relation.get()));
      }
    }
    return Optional.empty();
  }

  /** The relation m0 + m1 c + m2 v + m3 c v = 0 with m0 m3 ≠ m1 m2, where there is one. */
  public static Optional<IntegerRelation> relation(
      Enclosure value, Constant constant, int attempts) {
    Enclosure c = constant.enclosure(value.bits());
    List<Enclosure> terms = List.of(Enclosure.of(1, value.bits()), c, value, value.multiply(c));
    return RelationSearch.search(terms, FieldSearch::isMoebius, attempts, () -> false)
        .relation()
        .filter(r -> r.isSignificant(attempts));
  }

  /** What a relation says of v, such as {@code (-3*pi + 10)/(pi - 4)}. */
  public static String image(IntegerRelation relation, String constant) {
    List<BigInteger> m = relation.coefficients();
    return IntegerMatrix.of(m.get(1).negate(), m.get(0).negate(), m.get(3), m.get(2))
        .moebius(constant);
  }

  /** Whether m0 m3 ≠ m1 m2, so that either number determines the other. */
  public static boolean isMoebius(List<BigInteger> m) {
    return !m.get(0).multiply(m.get(3)).equals(m.get(1).multiply(m.get(2)));
  }

  private static int digits(Trajectory t, List<BigInteger> m, Constant constant, int bits) {
    Optional<Enclosure> limit = Optional.empty();
    int depth = DEPTH;
    while (limit.isEmpty() || limit.get().bits() < bits) {
      if (depth > DEEPEST) {
        return 0;
      }
      limit = t.limit(depth, bits);
      depth *= 2;
    }
    Enclosure v = limit.get();
    Enclosure c = constant.enclosure(bits);
    List<Enclosure> terms = List.of(Enclosure.of(1, bits), c, v, v.multiply(c));
    Enclosure sum = Enclosure.of(0, bits);
    BigInteger size = BigInteger.ONE;
    for (int i = 0; i < terms.size(); i++) {
      Enclosure term = terms.get(i).multiply(m.get(i));
      sum = sum.add(term);
      size = size.max(term.magnitude());
    }
    return (int) Enclosure.digitsOf(Enclosure.log2(size) - Enclosure.log2(sum.magnitude()));
  }
}
