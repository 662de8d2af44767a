package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.formulary.approximation.evolve.ProgramEncoding;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.truth.ChebyshevPoints;
import org.formulary.truth.ReferenceTables;
import org.formulary.truth.reference.RealFunction;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final ReferenceTables TABLES = ReferenceTables.uncached(2);

  private static ApproximationProblem problem(Map<String, String> options) {
    ApproximationSpec spec = SpecReader.read(ProblemSpec.of("approximation", options));
    List<BinaryRational> points = ChebyshevPoints.lobatto(spec.interval(), 128);
    RealFunction function = ((Subject.Function) spec.subject()).function();
    Reference reference =
        new Reference(
            TABLES.table(function, points, Progress.NONE).table(),
            spec.weight().map(w -> TABLES.table(w, points, Progress.NONE).table()));
    return new ApproximationProblem(spec, reference, TABLES, EngineParts.ALL);
  }

  private static final ApproximationProblem EXP2 =
      problem(Map.of("target", "exp2", "max-ops", "6"));

  private static Candidate refined(ApproximationProblem p, String program) {
    Candidate c = p.notation().parse(program);
    if (p.evaluate(c) instanceof Evaluation.Scored<Candidate>(Candidate fitted, var _, var _)
        && p.refine(fitted) instanceof Evaluation.Scored<Candidate>(Candidate best, var _, var _)) {
      return best;
    }
    throw new AssertionError(program + " was rejected");
  }

  @Test
  void judgementsHaveTheSameBitsInAnyOrderAndOnAnyThread() {
    ProgramEncoding encoding =
        new ProgramEncoding(List.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.SQRT), 6);
    SplittableRandom random = new SplittableRandom(1);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      candidates.add(encoding.start(random));
    }
    List<Evaluation<Candidate>> forwards = candidates.stream().map(EXP2::evaluate).toList();
    List<Evaluation<Candidate>> backwards =
        CompletableFuture.supplyAsync(
                () -> candidates.reversed().stream().map(EXP2::evaluate).toList())
            .join()
            .reversed();
    assertThat(backwards).isEqualTo(forwards);
    for (Candidate c : candidates.subList(0, 40)) {
      assertThat(EXP2.refine(c))
          .isEqualTo(CompletableFuture.supplyAsync(() -> EXP2.refine(c)).join());
    }
  }

  /** At 0 nothing is asked of the program, neither exactness nor nearness. */
  @Test
  void aWeightMayVanishAtAPoint() {
    ApproximationProblem weighted =
        problem(Map.of("target", "exp", "error", "absolute", "weight", "x"));
    Candidate line = refined(weighted, "1.6*x + 0.9");
    Verification proof = weighted.verify(line, Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Verification.Outcome.PROVED);
    assertThat(proof.bound().orElseThrow()).isLessThan(0.1);
    assertThat(weighted.verify(refined(weighted, "2.5"), Progress.NONE).outcome())
        .isEqualTo(Verification.Outcome.PROVED);
  }

  @Test
  void aWeightTurnsOneErrorIntoAnother() {
    ApproximationProblem relative = problem(Map.of("target", "exp", "error", "relative"));
    ApproximationProblem weighted =
        problem(Map.of("target", "exp", "error", "absolute", "weight", "exp(-x)"));
    String program = "2.2/(2 - x) - 0.1*x";
    Candidate best = refined(relative, program);
    Candidate other = refined(weighted, program);
    double error = relative.verify(best, Progress.NONE).bound().orElseThrow();
    Verification proof = weighted.verify(other, Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Verification.Outcome.PROVED);
    assertThat(proof.claim()).startsWith("the absolute error times exp(-x) in exact arithmetic");
    assertThat(proof.bound().orElseThrow()).isCloseTo(error, within(1e-3 * error));
    assertThat(weighted.id().text()).endsWith("error=absolute weight=exp(-x)");
    assertThat(weighted.presentation().export(other, "c")).contains("times exp(-x)");
    assertThat(weighted.presentation().baselines()).isEmpty();
  }

  @Test
  void aWeightIsSampledWhereTheTargetIs() {
    ApproximationProblem plain = problem(Map.of("target", "besselJ0", "error", "absolute"));
    ApproximationProblem doubled =
        problem(Map.of("target", "besselJ0", "error", "absolute", "weight", "2 - x*0"));
    Candidate c = plain.notation().parse("1 - x*x*0.2");
    double once = plain.verify(c, Progress.NONE).bound().orElseThrow();
    assertThat(doubled.verify(c, Progress.NONE).bound().orElseThrow())
        .isCloseTo(2 * once, within(1e-12));
  }

  @Test
  void shortensProgramsToFamiliesThatHoldThem() {
    Candidate wide = EXP2.notation().parse("t1 = x*0.25; t2 = x*0.5; t1 + t2 + 1");
    Candidate narrow = EXP2.shortened(wide).orElseThrow();
    assertThat(Interpreter.evaluate(narrow.program(), DoubleArithmetic.INSTANCE, 8.0))
        .isCloseTo(7, within(1e-12));
    assertThat(narrow.skeleton().instructions()).hasSize(2);
    assertThat(EXP2.shortened(narrow)).isEmpty();
  }

  @Test
  void whatIsNotFiniteIsRejected() {
    for (String program : List.of("sqrt(x-3)", "sqrt(-x-1)*2", "1/(x-x)")) {
      assertThat(EXP2.evaluate(EXP2.notation().parse(program)))
          .as(program)
          .isInstanceOf(Evaluation.Rejected.class);
    }
  }

  @Test
  void whereTheTargetVanishesOnlyProgramsThatVanishAreKept() {
    ApproximationProblem sine = problem(Map.of("target", "sin"));
    assertThat(sine.refine(sine.notation().parse("x+0.001")))
        .isInstanceOf(Evaluation.Rejected.class);
    assertThat(sine.refine(sine.notation().parse("x*0.9"))).isInstanceOf(Evaluation.Scored.class);
  }

  @Test
  void aProofBoundsTheRefinedErrorAndNoticesAChangedConstant() {
    Candidate c = refined(EXP2, "(x*0.3+0.6)*x+1");
    Verification v = EXP2.verify(c, Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Verification.Outcome.PROVED);
    assertThat(v.bound().orElseThrow()).isCloseTo(1.7246e-3, within(1e-6));
    double[] changed = c.constants();
    changed[0] *= 1 + 1e-4;
    Verification other = EXP2.verify(Candidate.of(c.skeleton(), changed), Progress.NONE);
    assertThat(other.bound().orElseThrow()).isGreaterThan(v.bound().orElseThrow() * (1 + 1e-4));
  }

  @Test
  void aPoleInsideIsRefuted() {
    Verification v = EXP2.verify(EXP2.notation().parse("1/(x-0.4)"), Progress.NONE);
    assertThat(v.outcome()).as("%s", v).isEqualTo(Verification.Outcome.REFUTED);
    assertThat(v.confirms()).isFalse();
    // At a number of few bits a pole may also end as undecided, but never as confirmed.
    Verification dyadic = EXP2.verify(EXP2.notation().parse("1/(x-0.5)"), Progress.NONE);
    assertThat(dyadic.confirms()).isFalse();
  }

  @Test
  void everyExportStatesItsErrors() {
    Candidate c = refined(EXP2, "(x*0.3+0.6)*x+1");
    for (String format : EXP2.presentation().formats()) {
      String text = EXP2.presentation().export(c, format);
      assertThat(text).as(format).isNotBlank();
      if (List.of("c", "java", "python").contains(format)) {
        assertThat(text)
            .contains("max relative error in exact arithmetic: 1.724")
            .contains("as evaluated here in binary64: 1.724")
            .contains("on 129 points");
      }
    }
    assertThat(EXP2.presentation().attributes(c))
        .containsEntry("target", "exp2")
        .containsEntry("constants", "3")
        .containsEntry("equioscillationPoints", "4");
    assertThat(EXP2.presentation().figures(c).getFirst().series().getFirst().points()).hasSize(129);
  }

  @Test
  void aCampaignDependsNeitherOnThreadsNorOnInterruptions() {
    CampaignSpec spec =
        new CampaignSpec(
            ProblemSpec.of("approximation", Map.of("target", "exp2", "max-ops", "6")),
            1,
            2,
            new Budget.Evaluations(1_000_000),
            List.of());
    List<SortedMap<EntryId, Entry>> archives = new ArrayList<>();
    for (int threads : new int[] {1, 2}) {
      Memory memory = new Memory();
      memory.stopAfter = 2; // before the proofs, which are not the point here
      try (LocalRunner runner = new LocalRunner(threads)) {
        Campaign.start("campaign", spec, EXP2, memory.ports(runner), Instant.EPOCH).run();
      }
      archives.add(memory.entries);
    }
    Memory memory = new Memory();
    memory.stopAfter = 1;
    try (LocalRunner runner = new LocalRunner(2)) {
      CampaignRecord stopped =
          Campaign.start("campaign", spec, EXP2, memory.ports(runner), Instant.EPOCH).run();
      memory.stopAfter = 2;
      Campaign.resume(stopped, EXP2, memory.ports(runner)).run();
    }
    archives.add(memory.entries);
    assertThat(archives.get(0)).isNotEmpty().isEqualTo(archives.get(1));
    assertThat(archives.get(2)).isEqualTo(archives.get(0));
  }
}
