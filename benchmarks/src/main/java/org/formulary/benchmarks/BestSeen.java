package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.approximation.Candidate;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Scores;

/**
 * The best candidates that a search evaluated, by operations, whatever it kept itself: so that
 * searches without niches, or without an archive, are judged by the same measure. For threads.
 */
final class BestSeen {
  private static final int KEPT = 16;

  private record Seen(Candidate candidate, double error) {}

  private final List<List<Seen>> best = new ArrayList<>();

  /** The error that a candidate must be below to be kept. */
  private final double[] threshold;

  BestSeen(int maxOperations) {
    threshold = new double[maxOperations + 1];
    for (int n = 0; n <= maxOperations; n++) {
      best.add(new ArrayList<>());
      threshold[n] = Double.POSITIVE_INFINITY;
    }
  }

  void offer(Candidate candidate, Scores scores) {
    int operations = (int) scores.get(1);
    double error = scores.get(0);
    // A stale threshold only lets one more candidate through to the lock.
    if (operations < threshold.length && error < threshold[operations]) {
      keep(candidate, operations, error);
    }
  }

  private synchronized void keep(Candidate candidate, int operations, double error) {
    List<Seen> kept = best.get(operations);
    if (kept.stream().anyMatch(s -> s.error() == error)) {
      return;
    }
    kept.add(new Seen(candidate, error));
    kept.sort(Comparator.comparingDouble(Seen::error));
    if (kept.size() > KEPT) {
      kept.removeLast();
      threshold[operations] = kept.getLast().error();
    }
  }

  /** The lowest refined errors with at most so many operations; infinite where there is none. */
  synchronized SortedMap<Integer, Double> refined(Problem<Candidate> problem) {
    SortedMap<Integer, Double> errors = new TreeMap<>();
    double least = Double.POSITIVE_INFINITY;
    for (int n = 0; n < best.size(); n++) {
      for (Seen s : best.get(n)) {
        if (problem.refine(s.candidate())
            instanceof Evaluation.Scored<Candidate>(_, Scores r, var _)) {
          least = Math.min(least, r.get(0));
        }
      }
      errors.put(n, least);
    }
    return errors;
  }
}
