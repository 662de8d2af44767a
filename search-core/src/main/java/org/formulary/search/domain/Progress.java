package org.formulary.search.domain;

import java.util.function.BooleanSupplier;

/** Listens to slow work and may ask it to stop. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (what, done, total) -> {};

  /** Listens to nothing, and stops work when told. */
  static Progress until(BooleanSupplier stop) {
    return new Progress() {
      @Override
      public void report(String what, long done, long total) {}

      @Override
      public boolean cancelled() {
        return stop.getAsBoolean();
      }
    };
  }

  /**
   * Called now and then.
   *
   * @param what a few words, such as "reference values"
   * @param total 0 where it is not known
   */
  void report(String what, long done, long total);

  /** Whether the work should stop early; polled between steps. */
  default boolean cancelled() {
    return false;
  }
}
