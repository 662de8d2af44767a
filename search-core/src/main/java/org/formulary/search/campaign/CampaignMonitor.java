package org.formulary.search.campaign;

import java.time.Duration;
import java.util.SortedMap;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Verification;
import org.formulary.search.island.Island;

/** Watches a campaign and may ask it to stop. Called on the campaign's own thread. */
public interface CampaignMonitor {
  /**
   * How a campaign stands at a barrier.
   *
   * @param searched search time, earlier runs included
   * @param sinceStart search time of this run
   * @param counters of this run and all islands
   * @param evaluateShare share of the threads' time inside {@code evaluate} and {@code refine}, in
   *     this run
   * @param unitsDone of a sweep
   * @param units of a sweep; 0 where there is none
   * @param best the best first objective by niche
   */
  record Status(
      Duration searched,
      Duration sinceStart,
      Island.Counters counters,
      double evaluateShare,
      int unitsDone,
      int units,
      SortedMap<Integer, Double> best) {}

  /** After each epoch. */
  void barrier(Status status);

  /** After an entry was archived as a lead. */
  void archived(Entry entry);

  /** Before an entry is verified. */
  void verifying(Entry entry);

  /** After a certificate was archived. */
  void verified(Entry entry, Verification verification);

  /** Whether to stop at the next barrier or between two proofs; what was found is kept. */
  boolean stopRequested();
}
