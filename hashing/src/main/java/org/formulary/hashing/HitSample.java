package org.formulary.hashing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells true hits from false ones, by sampling: of one behaviour in {@value #ONE_IN} the second
 * fingerprint, at other probes, is kept, and those of later candidates with the same first one are
 * compared with it. Bounded. Not thread-safe.
 */
public final class HitSample {
  static final int ONE_IN = 256;
  static final int MOST = 4096;

  private final SortedMap<Fingerprint, Fingerprint> seconds = new TreeMap<>();
  private long agreed;
  private long disagreed;

  /**
   * Everything a sample knows.
   *
   * @param seconds second fingerprints by first
   * @param agreed hits found to be true
   * @param disagreed hits found to be false
   */
  public record State(SortedMap<Fingerprint, Fingerprint> seconds, long agreed, long disagreed) {
    /** Nothing yet. */
    public static final State EMPTY = new State(new TreeMap<>(), 0, 0);

    public State {
      seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
    }
  }

  /** Whether candidates of this behaviour are to be {@linkplain #compare compared}. */
  public boolean takes(Fingerprint first) {
    return first.low() % ONE_IN == 0 && (seconds.size() < MOST || seconds.containsKey(first));
  }

  /** Notes the second fingerprint of a candidate. */
  public void compare(Fingerprint first, Fingerprint second) {
    Fingerprint known = seconds.putIfAbsent(first, second);
    if (known == null) {
      return;
    }
    if (known.equals(second)) {
      agreed++;
    } else {
      disagreed++;
    }
  }

  public long agreed() {
    return agreed;
  }

  public long disagreed() {
    return disagreed;
  }

  public State state() {
    return new State(seconds, agreed, disagreed);
  }

  /** Sets what {@link #state} gave. */
  public void restore(State state) {
    seconds.clear();
    seconds.putAll(state.seconds());
    agreed = state.agreed();
    disagreed = state.disagreed();
  }
}
