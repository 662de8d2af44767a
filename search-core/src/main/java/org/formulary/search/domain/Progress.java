package org.formulary.search.domain;

/** Listens to slow work and may ask it to stop. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (what, done, total) -> {};

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
