package org.formulary.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.formulary.approximation.Candidate;
import org.formulary.approximation.EngineParts;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Scores;
import org.formulary.search.island.Island;

/**
 * How long a search for 2^x took to an error.
 *
 * @param seconds infinite if it was not reached
 * @param hitRate share of the questions to the cache that it knew
 */
record Arrival(double seconds, double hitRate) {
  private static final int THREADS = 2;
  private static final int ISLANDS = 4;

  /**
   * Searches with so many operations until the error is reached, but no longer than {@code most}.
   */
  static Arrival of(
      long seed, Optional<Ablation.Part> off, int operations, double error, Duration most) {
    Problem<Candidate> problem = Exp2.problem(EngineParts.ALL, operations);
    AtomicLong arrived = new AtomicLong();
    long start = System.nanoTime();
    Ablation watched =
        new Ablation(
            problem,
            (_, scores) -> {
              if (reached(scores, error)) {
                arrived.compareAndSet(0, System.nanoTime() - start);
              }
            },
            off);
    Unrecorded.Last last = new Unrecorded.Last(() -> arrived.get() != 0);
    try (LocalRunner runner = new LocalRunner(THREADS)) {
      Campaign.start(
              "0".repeat(32),
              new CampaignSpec(
                  Exp2.spec(operations), seed, ISLANDS, new Budget.Time(most), List.of()),
              watched,
              Unrecorded.ports(runner, THREADS, last),
              Instant.EPOCH)
          .run();
    }
    Island.Counters counters = last.status().counters();
    return new Arrival(
        arrived.get() == 0 ? Double.POSITIVE_INFINITY : arrived.get() * 1e-9,
        (double) counters.cacheHits() / (counters.cacheHits() + counters.cacheMisses()));
  }

  private static boolean reached(Scores scores, double error) {
    return scores.get(0) <= error;
  }
}
