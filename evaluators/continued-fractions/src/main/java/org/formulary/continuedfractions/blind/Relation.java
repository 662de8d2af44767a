package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.equivalence.EquivalenceSearch;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.KnownFraction;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.LocalSpread;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.truth.Enclosure;

/** How a fraction is related to a known one. */
public record Relation(KnownFraction known, Kind kind) {
  /** What is known. */
  public enum Kind {
    /** The same by inflation and shift. */
    SAME("the same class"),
    /** The same by every k-th convergent, contiguity and a Möbius transformation, constructed. */
    EQUIVALENT("equivalent"),
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
    for (KnownFraction known : KnownFraction.all()) {
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
        || EquivalenceSearch.image(value, limit.value()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        EquivalenceSearch.between(f, known).isPresent()
            ? Kind.EQUIVALENT
            : differ(f, known) ? Kind.SAME_CONSTANT : Kind.UNDECIDED);
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
