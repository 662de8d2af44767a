package org.formulary.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.formulary.continuedfractions.blind.BlindProblem;
import org.formulary.continuedfractions.blind.SearchParts;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.ProblemSpec;

/**
 * Searches for fractions without a constant.
 *
 * @param asked classes after which a search ends before its time is up
 */
record BlindSearch(SearchParts parts, int asked, Duration most) {
  private static final int THREADS = 2;
  private static final int ISLANDS = 4;

  /** What a search found, in the order in which it was seen. */
  record Outcome(List<BlindFound> found, long evaluations) {
    Outcome {
      found = List.copyOf(found);
    }
  }

  Outcome run(Benchmark.Log log, int seed) {
    BlindProblem problem = new BlindProblem(parts);
    List<BlindFound> found = new ArrayList<>();
    AtomicBoolean enough = new AtomicBoolean();
    long start = System.nanoTime();
    Leads leads =
        new Leads(
            entry -> {
              double seconds = (System.nanoTime() - start) * 1e-9;
              found.add(BlindFound.of(problem.notation().parse(entry.notation()), seconds));
              log.say("seed %d: %s".formatted(seed, found.getLast()));
              enough.set(BlindFound.classes(found).size() >= asked);
            });
    ProblemSpec spec = ProblemSpec.of("continued-fraction", Map.of("strategy", "evolve"));
    Unrecorded.Last monitor = new Unrecorded.Last(enough::get);
    try (LocalRunner runner = new LocalRunner(THREADS)) {
      Campaign.Ports ports = Unrecorded.ports(runner, THREADS, monitor);
      Campaign.start(
              "0".repeat(32),
              new CampaignSpec(spec, seed, ISLANDS, new Budget.Time(most), List.of()),
              problem,
              new Campaign.Ports(
                  leads, ports.checkpoints(), runner, THREADS, monitor, System::nanoTime),
              Instant.EPOCH)
          .run();
    }
    return new Outcome(found, monitor.status().counters().evaluations());
  }
}
