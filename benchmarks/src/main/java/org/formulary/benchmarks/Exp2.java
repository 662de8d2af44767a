package org.formulary.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.formulary.approximation.ApproximationDomain;
import org.formulary.approximation.Candidate;
import org.formulary.approximation.EngineParts;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.truth.Interval;

/** Searches for 2^x on [0,1] from an empty start, and the best errors known for it. */
final class Exp2 {
  private static final Interval UNIT = Interval.of(0, 1);

  private Exp2() {}

  /** The front that {@code search} prints for a seed and a budget such as {@code --time 60s}. */
  static Front search(Benchmark.Log log, int seed, int maxOps, String budget, String amount)
      throws Exception {
    log.say("seed " + seed + ", " + maxOps + " operations, " + budget + " " + amount);
    return Front.parse(
        Cli.search(
                Cli.database(),
                "--target",
                "exp2",
                "--interval",
                "0,1",
                "--max-ops",
                Integer.toString(maxOps),
                budget,
                amount,
                "--seed",
                Integer.toString(seed))
            .orThrow()
            .out(),
        "maxRelativeError");
  }

  static ProblemSpec spec(int maxOps) {
    return ProblemSpec.of(
        "approximation",
        Map.of("target", "exp2", "interval", "0,1", "max-ops", Integer.toString(maxOps)));
  }

  @SuppressWarnings("unchecked") // the problems of this domain are of candidates
  static Problem<Candidate> problem(EngineParts parts, int maxOps) {
    return (Problem<Candidate>) new ApproximationDomain(parts).problem(spec(maxOps), Progress.NONE);
  }

  /** The claim of a front's line, where the search proved it and a proof made here agrees. */
  static Optional<Double> proved(Front.Line line) {
    return line.verified() && Proofs.holds(line, "exp2(x)", UNIT)
        ? Optional.of(line.error())
        : Optional.empty();
  }

  /** The best error known; see the provenance in the file. */
  static double best(int operations) {
    try (InputStream in = Exp2.class.getResourceAsStream("exp2-front.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> l.startsWith(operations + ","))
          .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(',') + 1)))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException("exp2-front.csv", e);
    }
  }
}
