package org.formulary.search.campaign;

import java.util.List;

/** Runs independent pieces of work and waits for all of them. */
public interface WorkRunner {
  /** Runs each piece once, in any order, on any thread; throws what the first failing one threw. */
  void runAll(List<Runnable> work);
}
