package org.formulary.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.formulary.search.domain.Progress;

/** Ctrl-C during work that is not the search itself. */
public final class Interruption {
  private static final long POLL_MILLIS = 50;

  /** Shows progress. */
  @FunctionalInterface
  public interface Reports {
    void report(String what, long done, long total);
  }

  private Interruption() {}

  /** Progress that asks to stop when the user does. */
  public static Progress progress(BooleanSupplier interrupted, Reports reports) {
    return new Progress() {
      @Override
      public void report(String what, long done, long total) {
        reports.report(what, done, total);
      }

      @Override
      public boolean cancelled() {
        return interrupted.getAsBoolean();
      }
    };
  }

  /**
   * Does work that takes no {@link Progress}, such as baselines. Where the user asks to stop it is
   * left to itself on a thread that does not keep the process alive.
   *
   * @throws CancellationException if the user asks to stop
   */
  public static <T> T await(BooleanSupplier interrupted, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofPlatform().daemon().name("work").start(task);
    while (!interrupted.getAsBoolean()) {
      try {
        return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Ask again whether to stop.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
    throw new CancellationException("interrupted");
  }
}
