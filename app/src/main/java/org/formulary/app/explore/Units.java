package org.formulary.app.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.formulary.results.survey.SurveyFolder;
import org.formulary.search.survey.Survey;

/** The units of a survey that are not there yet, measured by several threads, each kept at once. */
final class Units {
  private final Survey survey;
  private final SurveyFolder folder;
  private final int threads;
  private final List<Integer> missing = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();

  /** Told about each unit. */
  @FunctionalInterface
  interface Listener {
    void kept(int done, Duration left);
  }

  Units(Survey survey, SurveyFolder folder, int threads) {
    this.survey = survey;
    this.folder = folder;
    this.threads = threads;
    BitSet measured = folder.measured();
    for (int unit = 0; unit < survey.units(); unit++) {
      if (!measured.get(unit)) {
        missing.add(unit);
      }
    }
  }

  /** Units that are there. */
  int done() {
    return survey.units() - missing.size() + kept.get();
  }

  /** Measures until all are there; false if told to stop before. */
  boolean run(BooleanSupplier stop, Listener listener) {
    long start = System.nanoTime();
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("survey-", 0).factory())) {
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(stop, listener, start)));
      }
    }
    for (Future<?> worker : workers) {
      rethrow(worker);
    }
    return kept.get() == missing.size();
  }

  private void work(BooleanSupplier stop, Listener listener, long start) {
    try {
      for (int i = next.getAndIncrement();
          i < missing.size() && !stop.getAsBoolean();
          i = next.getAndIncrement()) {
        folder.keep(missing.get(i), survey.measure(missing.get(i)));
        int done = kept.incrementAndGet();
        double each = (System.nanoTime() - start) / (double) done;
        listener.kept(done(), Duration.ofNanos((long) (each * (missing.size() - done))));
      }
    } catch (RuntimeException | Error e) {
      next.set(missing.size()); // the others need not go on
      throw e;
    }
  }

  private static void rethrow(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
