package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.formulary.continuedfractions.classes.FractionClass;
import org.formulary.continuedfractions.equivalence.Equivalence;
import org.formulary.continuedfractions.equivalence.EquivalenceSearch;
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

/** Signed fractions of the images of a constant whose terms obey a recurrence. */
public final class SignedProblem implements Problem<SignedFraction> {
  /** Terms of a fraction over whose second half the rate is taken. */
  static final int RATED_TERMS = 200;

  private static final int GUARD_BITS = 128;

  private final Constant constant;
  private final Esma.Known known;
  private final EsmaSweep sweep;

  /**
   * The problem of a search.
   *
   * @param largest the largest size of the numbers of an image
   * @param depth terms from which recurrences are found, and from as many again confirmed
   */
  public SignedProblem(Constant constant, int largest, List<SignWord> words, int depth) {
    this.constant = constant;
    this.known = Esma.Known.of(constant, depth);
    this.sweep = new EsmaSweep(known, largest, words);
  }

  @Override
  public ProblemId id() {
    return new ProblemId("continued-fraction constant=" + constant.formula() + " form=signed", 1);
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
  public Strategy<SignedFraction> strategy() {
    return new Strategy.Enumerate<>(
        sweep, FractionClass.candidates(notation(), SignedProblem::classOf));
  }

  @Override
  public Notation<SignedFraction> notation() {
    return new SignedNotation();
  }

  private static FractionClass classOf(SignedFraction f) {
    return new FractionClass(TailClass.key(f));
  }

  /** Equal for fractions of one class. */
  @Override
  public Fingerprint fingerprint(SignedFraction f) {
    return classOf(f).fingerprint();
  }

  /** The judgement depends on the fraction and the constant alone. */
  @Override
  public Evaluation<SignedFraction> evaluate(SignedFraction f) {
    OptionalInt count = f.termsFor(f.neededBits());
    if (count.isEmpty()) {
      return new Evaluation.Rejected<>("its terms determine too little");
    }
    List<BigInteger> terms = f.terms(count.getAsInt());
    int bits = (int) f.bits(terms.size()) + GUARD_BITS;
    Enclosure c = bits <= known.many().bits() ? known.many() : constant.enclosure(bits);
    return SignedTerms.of(f.image(), f.signs(), c, terms.size()).equals(terms)
        ? new Evaluation.Scored<>(f, Scores.of(f.size(), rate(f)))
        : new Evaluation.Rejected<>("the image has another fraction");
  }

  @Override
  public Evaluation<SignedFraction> refine(SignedFraction f) {
    return evaluate(f);
  }

  /** Decimal digits a term between half of {@link #RATED_TERMS} and all. */
  static double rate(SignedFraction f) {
    double bits = f.bits(RATED_TERMS) - f.bits(RATED_TERMS / 2);
    return bits * Math.log10(2) / (RATED_TERMS - RATED_TERMS / 2.0);
  }

  /** Whether a proof is found, and each of its steps holds. */
  public boolean isProved(SignedFraction f) {
    return SignedProof.of(f, constant).filter(p -> p.proves(f, constant)).isPresent();
  }

  /** By their polynomial fractions, where both have one. */
  @Override
  public List<String> relation(SignedFraction one, SignedFraction other) {
    return Hurwitzian.of(one)
        .flatMap(
            x ->
                Hurwitzian.of(other)
                    .flatMap(y -> EquivalenceSearch.between(x.polynomial(), y.polynomial())))
        .map(Equivalence::text)
        .orElse(List.of());
  }

  @Override
  public Verification verify(SignedFraction f, Progress progress) {
    return new SignedVerifier(constant).verify(f, progress);
  }

  @Override
  public Presentation<SignedFraction> presentation() {
    return new SignedPresentation(constant);
  }
}
