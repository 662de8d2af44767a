package org.formulary.continuedfractions.conjecture;

import java.util.List;
import org.formulary.continuedfractions.classes.FractionClass;
import org.formulary.continuedfractions.equivalence.Equivalence;
import org.formulary.continuedfractions.equivalence.EquivalenceSearch;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.reference.UndefinedValueException;

/** Polynomial fractions whose limits are formulas in some constants. */
public final class ConjectureProblem implements Problem<Conjecture> {
  /** Bits to which the judgement compares; those that found a conjecture are fewer. */
  private static final int CHECKED_BITS = 500;

  private final List<Constant> constants;
  private final Strategy.Sweep<Conjecture> sweep;

  public ConjectureProblem(List<Constant> constants, Strategy.Sweep<Conjecture> sweep) {
    this.constants = List.copyOf(constants);
    this.sweep = sweep;
  }

  @Override
  public ProblemId id() {
    String formulas = String.join(",", constants.stream().map(Constant::formula).toList());
    return new ProblemId("continued-fraction constant=" + formulas + " form=polynomial", 1);
  }

  @Override
  public List<Objective> objectives() {
    return List.of(
        Objective.minimize("size", "bits"),
        new Objective("digitsPerTerm", "decimal digits", Objective.Direction.MAXIMIZE));
  }

  @Override
  public boolean everyNicheCounts() {
    return true;
  }

  @Override
  public Strategy<Conjecture> strategy() {
    return new Strategy.Enumerate<>(
        sweep, FractionClass.candidates(notation(), ConjectureProblem::classOf));
  }

  @Override
  public Notation<Conjecture> notation() {
    return new ConjectureNotation();
  }

  private static FractionClass classOf(Conjecture c) {
    return new FractionClass(c.fraction().classKey());
  }

  /** Equal for fractions of one class. */
  @Override
  public Fingerprint fingerprint(Conjecture c) {
    return classOf(c).fingerprint();
  }

  @Override
  public Evaluation<Conjecture> evaluate(Conjecture c) {
    if (!(Limit.of(c.fraction(), CHECKED_BITS) instanceof Limit.Finite limit)) {
      return new Evaluation.Rejected<>("the fraction has no limit that is known");
    }
    try {
      Enclosure value = c.value().enclosure(limit.value().bits());
      return value.add(limit.value().negate()).containsZero()
          ? new Evaluation.Scored<>(c, Scores.of(c.size(), c.digitsPerTerm()))
          : new Evaluation.Rejected<>("the fraction has another value");
    } catch (UndefinedValueException e) {
      return new Evaluation.Rejected<>("the value " + e.getMessage());
    }
  }

  @Override
  public Evaluation<Conjecture> refine(Conjecture c) {
    return evaluate(c);
  }

  @Override
  public List<String> relation(Conjecture one, Conjecture other) {
    return EquivalenceSearch.between(one.fraction(), other.fraction())
        .map(Equivalence::text)
        .orElse(List.of());
  }

  @Override
  public Verification verify(Conjecture c, Progress progress) {
    return ConjectureVerifier.verify(c, progress);
  }

  @Override
  public Presentation<Conjecture> presentation() {
    return new ConjecturePresentation();
  }
}
