package org.formulary.search.campaign;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on the threads of this process. */
public final class LocalRunner implements WorkRunner, AutoCloseable {
  private final ExecutorService pool;

  /** A runner with {@code threads} ≥ 1 daemon threads. */
  public LocalRunner(int threads) {
    pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("search-", 1).factory());
  }

  @Override
  public void runAll(List<Runnable> work) {
    List<? extends Future<?>> pending = work.stream().map(pool::submit).toList();
    Throwable failure = null;
    for (Future<?> future : pending) {
      try {
        future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for work", e);
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      }
    }
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
