package org.formulary.continuedfractions.blind;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.KnownFraction;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.LocalSpread;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.RelationSearch;

/** How a fraction is related to a known one. */
public record Relation(KnownFraction known, Kind kind) {
  /** What is known. */
  public enum Kind {
    /** The same by inflation and shift. */
    SAME("the same class"),
    /**
     * The limits are Möbius images of one another, and the fractions are not equivalent: their laws
     * of convergence or their largest spreads ({@link LocalSpread}) differ, which is proved, or
     * their asymptotic δ, which are conjectured.
     */
    SAME_CONSTANT("the same constant, another class"),
    /** The limits are Möbius images of one another, and more is not known. */
    UNDECIDED("the same constant, perhaps the same class");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** δ that are nearer are taken to be equal. */
  private static final double DELTA_TOLERANCE = 1e-4;

  /** To all known fractions that have one. */
  public static List<Relation> of(PolynomialFraction f) {
    List<Relation> relations = new ArrayList<>();
    if (!(Limit.of(f, Finding.BITS) instanceof Limit.Finite limit)) {
      return relations;
    }
    List<KnownFraction> all = KnownFraction.all();
    for (KnownFraction known : all) {
      kind(f, limit.value(), known.fraction())
          .map(k -> new Relation(known, k))
          .ifPresent(relations::add);
    }
    return List.copyOf(relations);
  }

  private static Optional<Kind> kind(
      PolynomialFraction f, Enclosure value, PolynomialFraction known) {
    if (f.classKey().equals(known.classKey())) {
      return Optional.of(Kind.SAME);
    }
    if (!(Limit.of(known, Finding.BITS) instanceof Limit.Finite limit)
        || !areMoebiusImages(value, limit.value())) {
      return Optional.empty();
    }
    return Optional.of(differ(f, known) ? Kind.SAME_CONSTANT : Kind.UNDECIDED);
  }

  /** Whether m0 + m1 v + m2 w + m3 v w = 0 with m0 m3 ≠ m1 m2, and no accident. */
  private static boolean areMoebiusImages(Enclosure v, Enclosure w) {
    int bits = Math.min(v.bits(), w.bits());
    Enclosure left = v.withBits(bits);
    Enclosure right = w.withBits(bits);
    List<Enclosure> terms = List.of(Enclosure.of(1, bits), left, right, left.multiply(right));
    int attempts = KnownFraction.all().size();
    return RelationSearch.search(terms, Relation::isMoebius, attempts, () -> false)
        .relation()
        .filter(r -> r.isSignificant(attempts))
        .isPresent();
  }

  private static boolean isMoebius(List<BigInteger> m) {
    return !m.get(0).multiply(m.get(3)).equals(m.get(1).multiply(m.get(2)));
  }

  private static boolean differ(PolynomialFraction f, PolynomialFraction known) {
    boolean sameLaw = Convergence.of(f).getClass() == Convergence.of(known).getClass();
    boolean allSpreads = RationalRoots.of(f.b()).isSplit() && RationalRoots.of(known.b()).isSplit();
    if (!sameLaw || allSpreads && LocalSpread.largest(f) != LocalSpread.largest(known)) {
      return true;
    }
    Asymptotics first = BlindProblem.asymptotics(f);
    Asymptotics second = BlindProblem.asymptotics(known);
    return Math.abs(first.delta() - second.delta()) > DELTA_TOLERANCE;
  }

  /** Such as {@code z2_apery: the same class}. */
  @Override
  public String toString() {
    return known.name() + ": " + kind.text;
  }
}
