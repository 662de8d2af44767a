package org.formulary.search.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy.Slice;
import org.formulary.search.domain.Strategy.Sweep;
import org.formulary.search.island.Lead;

/**
 * The sweep of a campaign: some units from one barrier to the next. What it has found after a unit
 * does not depend on where the barriers are.
 */
final class Enumeration<P> {
  /** Leads kept of each niche, from which an evolution can start. */
  private static final int KEPT = 16;

  /** Units between two barriers where evaluations are the budget, whatever the threads. */
  private static final int BATCH = 16;

  private final Problem<P> problem;
  private final Sweep<P> sweep;
  private final Campaign.Ports ports;
  private final SortedMap<Integer, List<Lead<P>>> best = new TreeMap<>();
  private final AtomicLong unitNanos = new AtomicLong();
  private int next;
  private long evaluations;

  /**
   * How far a sweep has come.
   *
   * @param next the first unit that was not run
   * @param leads the best of each niche, by niche and then by score
   */
  record State<P>(int next, long evaluations, List<Lead<P>> leads) {
    State {
      leads = List.copyOf(leads);
    }
  }

  private record Found<P>(List<Lead<P>> leads, long evaluations, boolean whole) {}

  Enumeration(Problem<P> problem, Sweep<P> sweep, Campaign.Ports ports) {
    this.problem = problem;
    this.sweep = sweep;
    this.ports = ports;
  }

  State<P> state() {
    return new State<>(next, evaluations, leads());
  }

  /** Sets what {@link #state} gave. */
  void restore(State<P> state) {
    next = state.next();
    evaluations = state.evaluations();
    state.leads().forEach(l -> best.computeIfAbsent(l.niche(), _ -> new ArrayList<>()).add(l));
  }

  boolean complete() {
    return next == sweep.units();
  }

  int unitsDone() {
    return next;
  }

  int units() {
    return sweep.units();
  }

  /** The best of each niche, by niche and then by score. */
  List<Lead<P>> leads() {
    return best.values().stream().flatMap(List::stream).toList();
  }

  long evaluations() {
    return evaluations;
  }

  /** Time spent in units, by all threads. */
  long nanos() {
    return unitNanos.get();
  }

  /**
   * Runs units until the next barrier.
   *
   * @param late whether time, where it is the budget, has run out
   */
  void epoch(Budget budget, BooleanSupplier late) {
    int batch = budget instanceof Budget.Time ? 2 * ports.threads() : BATCH;
    int end = Math.min(next + batch, sweep.units());
    SortedMap<Integer, Found<P>> found = new ConcurrentSkipListMap<>();
    List<Runnable> work = new ArrayList<>();
    for (int unit = next; unit < end; unit++) {
      int number = unit;
      work.add(() -> found.put(number, run(number, late)));
    }
    ports.runner().runAll(work);
    boolean whole = true;
    for (Found<P> f : found.values()) {
      whole &= f.whole();
      if (whole) {
        next++;
      } else if (ports.monitor().stopRequested()) {
        break; // the unit is run again when the campaign goes on
      }
      evaluations += f.evaluations();
      f.leads().forEach(this::keep);
    }
  }

  private Found<P> run(int unit, BooleanSupplier late) {
    long start = ports.nanoTime().getAsLong();
    Progress progress =
        Progress.until(() -> ports.monitor().stopRequested() || late.getAsBoolean());
    Slice<P> slice = sweep.run(unit, progress);
    List<Lead<P>> leads = new ArrayList<>();
    for (P candidate : slice.leads()) {
      if (problem.refine(candidate) instanceof Evaluation.Scored<P>(P refined, var scores, var _)) {
        int niche = problem.strategy().candidates().niche(refined);
        leads.add(new Lead<>(refined, scores, niche, Lead.NO_ISLAND, unit, Optional.empty()));
      }
    }
    unitNanos.addAndGet(ports.nanoTime().getAsLong() - start);
    return new Found<>(leads, slice.evaluations(), !progress.cancelled());
  }

  /** Keeps the older of nearly equal leads. */
  private void keep(Lead<P> lead) {
    List<Lead<P>> kept = best.computeIfAbsent(lead.niche(), _ -> new ArrayList<>());
    if (kept.stream().anyMatch(k -> !lead.clearlyBetter(k) && !k.clearlyBetter(lead))) {
      return;
    }
    kept.add(lead);
    kept.sort(Comparator.comparingDouble(l -> l.scores().get(0)));
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
  }
}
