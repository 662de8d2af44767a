package org.formulary.approximation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.formulary.approximation.classical.ClassicalBaselines;
import org.formulary.approximation.classical.Symmetry;
import org.formulary.approximation.evolve.Probes;
import org.formulary.approximation.evolve.ProgramEncoding;
import org.formulary.approximation.fit.Samples;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.rewrite.Family;
import org.formulary.expressions.rewrite.FamilySimplifier;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.ReferenceTable;
import org.formulary.truth.ReferenceTables;

/** The search for programs that approximate one function on one interval. */
public final class ApproximationProblem implements Problem<Candidate> {
  /** Raised when the same specification would judge a program differently. */
  private static final int REVISION = 1;

  /** What the probes are shifted by for a second look. */
  private static final double OTHER_PROBES = 0.3819660112501051;

  /** The largest programs of a sweep that goes before an evolution: they take seconds. */
  private static final int FIRST_POPULATION = 4;

  private final ApproximationSpec spec;
  private final Strategy<Candidate> strategy;
  private final ThreadLocal<Judge> judges;
  private final ThreadLocal<Probes> probes = ThreadLocal.withInitial(Probes::new);
  private final ThreadLocal<Probes> otherProbes =
      ThreadLocal.withInitial(() -> new Probes(OTHER_PROBES));
  private final Verifier verifier;
  private final Presentation<Candidate> presentation;

  /**
   * The problem of {@code spec} with its reference values.
   *
   * @param tables for the points that verification samples
   */
  ApproximationProblem(
      ApproximationSpec spec, Reference reference, ReferenceTables tables, EngineParts parts) {
    this.spec = spec;
    Samples samples = ReferenceSamples.of(reference, spec.errorKind());
    this.verifier = new Verifier(spec, reference, tables);
    this.strategy =
        strategy(new ProgramEncoding(spec.operations(), spec.maxOperations(), parts.growth()));
    this.judges =
        ThreadLocal.withInitial(() -> new Judge(spec, samples, parts.extendedPrecision()));
    this.presentation =
        new ProgramPresentation(
            spec,
            new ErrorCurve(spec, samples),
            verifier,
            judges::get,
            () -> baselines(reference.values()));
  }

  private Strategy<Candidate> strategy(ProgramEncoding encoding) {
    return switch (spec.search()) {
      case EVOLVE -> new Strategy.Evolve<>(encoding);
      case SWEEP -> new Strategy.Enumerate<>(sweep(spec.maxOperations(), encoding), encoding);
      case BOTH ->
          new Strategy.EnumerateThenEvolve<>(
              sweep(Math.min(FIRST_POPULATION, spec.maxOperations()), encoding), encoding);
    };
  }

  private ProgramSweep sweep(int largest, ProgramEncoding encoding) {
    return new ProgramSweep(spec.operations(), largest, encoding, this::evaluate);
  }

  /** None where something else is asked for than what the classical forms are made for. */
  private List<Baseline> baselines(ReferenceTable table) {
    if (!(spec.subject() instanceof Subject.Function f)
        || !spec.isPlain()
        || !spec.demands().isEmpty()) {
      return List.of();
    }
    Symmetry symmetry = Symmetry.of(f.function(), spec.interval());
    return ClassicalBaselines.study(
            new ClassicalBaselines.Subject(table, spec.interval(), spec.errorKind(), symmetry),
            spec.maxOperations())
        .baselines();
  }

  @Override
  public ProblemId id() {
    return spec.id(REVISION);
  }

  @Override
  public List<Objective> objectives() {
    String kind = spec.errorKind() == ErrorKind.RELATIVE ? "RelativeError" : "AbsoluteError";
    String norm = spec.errorNorm().name().toLowerCase(Locale.ROOT);
    String error = norm + (spec.weight().isPresent() ? "Weighted" : "") + kind;
    return List.of(Objective.minimize(error, ""), Objective.minimize("operations", "operations"));
  }

  @Override
  public Strategy<Candidate> strategy() {
    return strategy;
  }

  @Override
  public Fingerprint fingerprint(Candidate candidate) {
    return probes.get().of(candidate);
  }

  @Override
  public Fingerprint secondFingerprint(Candidate candidate) {
    return otherProbes.get().of(candidate);
  }

  @Override
  public Evaluation<Candidate> evaluate(Candidate candidate) {
    return judges.get().evaluate(candidate);
  }

  @Override
  public Evaluation<Candidate> refine(Candidate candidate) {
    return judges.get().refine(candidate);
  }

  /** By equality saturation, with open constants. */
  @Override
  public Optional<Candidate> shortened(Candidate candidate) {
    Skeleton skeleton = candidate.skeleton();
    Family family = new FamilySimplifier(Set.copyOf(spec.operations())).simplify(skeleton);
    double[] constants = family.values(candidate.constants());
    return OperationCount.PLAIN.of(family.skeleton()) < OperationCount.PLAIN.of(skeleton)
            && Arrays.stream(constants).allMatch(Double::isFinite)
        ? Optional.of(Candidate.of(family.skeleton(), constants))
        : Optional.empty();
  }

  @Override
  public Notation<Candidate> notation() {
    return ProgramNotation.INSTANCE;
  }

  @Override
  public Verification verify(Candidate candidate, Progress progress) {
    return verifier.verify(candidate.program(), progress);
  }

  @Override
  public Presentation<Candidate> presentation() {
    return presentation;
  }
}
