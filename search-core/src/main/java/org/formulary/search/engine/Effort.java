package org.formulary.search.engine;

import java.util.Arrays;
import java.util.List;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Worth;

/**
 * How many evaluations a behaviour is worth: some when it is new, more while it is promising, and
 * ever more in a niche where nothing new is left to try. Small niches are soon spent, and there a
 * good behaviour whose fits all went wrong must not stay banned.
 */
final class Effort implements Worth {
  /** Evaluations that any behaviour gets, from starts of its own, at once. */
  private static final int TRIES = 4;

  /** Evaluations that a promising behaviour gets at once: narrow valleys need many starts. */
  private static final int PROMISING_TRIES = 20;

  /** Evaluations up to which a promising behaviour is worth another offspring. */
  private static final int MOST_TRIES = 112;

  /** A behaviour is promising while its best error is within this factor of its niche's best. */
  private static final double PROMISING_FACTOR = 300;

  /** A niche is spent when after so many questions fewer than this share were worth trying. */
  private static final int SPENT_AFTER = 64;

  private static final double SPENT_SHARE = 0.03;

  /** Each time a niche is spent its behaviours may be tried twice as often, up to this. */
  private static final int MOST_DOUBLINGS = 5;

  private final EquivalenceCache cache;
  private final double[] nicheBest;
  private final int[] doublings;
  private final int[] asked;
  private final int[] worthy;

  /**
   * Nothing spent yet.
   *
   * @param nicheBest the smallest error in each niche, as it is when asked
   */
  Effort(EquivalenceCache cache, double[] nicheBest) {
    this.cache = cache;
    this.nicheBest = nicheBest;
    this.doublings = new int[nicheBest.length];
    this.asked = new int[nicheBest.length];
    this.worthy = new int[nicheBest.length];
  }

  @Override
  public boolean trying(Fingerprint behaviour, int niche, double reachable) {
    if (outside(niche)) {
      return false;
    }
    EquivalenceCache.Known known = cache.look(behaviour);
    int most = promising(known.best(), niche) ? MOST_TRIES : TRIES;
    // What is worse than a part of it has only been fitted badly, however often.
    boolean worth =
        !known.settled() && (known.best() > reachable || known.tries() < most << doublings[niche]);
    asked[niche]++;
    worthy[niche] += worth ? 1 : 0;
    return worth;
  }

  @Override
  public boolean spent(int niche) {
    return outside(niche)
        || asked[niche] >= SPENT_AFTER && worthy[niche] < SPENT_SHARE * asked[niche];
  }

  @Override
  public boolean settled(Fingerprint behaviour) {
    return cache.isSettled(behaviour);
  }

  private boolean outside(int niche) {
    return niche < 0 || niche >= nicheBest.length;
  }

  /** Evaluations that a behaviour with this error gets at once. */
  int tries(double error, int niche) {
    return promising(error, niche) ? PROMISING_TRIES : TRIES;
  }

  /** Whether a behaviour with this error may well beat the best of its niche. */
  boolean promising(double error, int niche) {
    return error < PROMISING_FACTOR * nicheBest[niche];
  }

  /** Allows more in spent niches, and then counts anew, as a barrier does before it saves. */
  void settle() {
    for (int n = 0; n < doublings.length; n++) {
      if (spent(n) && doublings[n] < MOST_DOUBLINGS) {
        doublings[n]++;
      }
    }
    Arrays.fill(asked, 0);
    Arrays.fill(worthy, 0);
  }

  /** How often each niche was spent, at a barrier. */
  List<Integer> doublings() {
    return Arrays.stream(doublings).boxed().toList();
  }

  /** Sets what {@link #doublings} gave. */
  void restore(List<Integer> before) {
    Arrays.setAll(doublings, before::get);
  }

  /** Forgets all, for a new start. */
  void clear() {
    Arrays.fill(doublings, 0);
    Arrays.fill(asked, 0);
    Arrays.fill(worthy, 0);
  }
}
