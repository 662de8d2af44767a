package org.formulary.approximation.classical;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The best quotients of a target, each computed once. */
final class BestQuotients {
  private final Target target;
  private final Map<Degrees, Optional<Remez.Result>> known = new HashMap<>();

  BestQuotients(Target target) {
    this.target = target;
  }

  /** Degree p over degree q. */
  record Degrees(int p, int q) {}

  Target target() {
    return target;
  }

  /** The best quotient of degree p over degree q, where one is found. */
  Optional<Remez.Result> of(int p, int q) {
    return known.computeIfAbsent(new Degrees(p, q), d -> Remez.best(target, d.p(), d.q()));
  }

  /** Whether that is known already. */
  boolean knows(int p, int q) {
    return known.containsKey(new Degrees(p, q));
  }
}
