package org.formulary.hashing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is known of each behaviour seen: the best error any of its fits reached and how often it was
 * tried. Bounded: sets of {@link #WAYS} places; a full set forgets the entry tried least, among
 * equals the one with the larger error, so that a good family is not forgotten for a bad one.
 *
 * <p>Deterministic: the content depends only on the sequence of calls. Not thread-safe: in the
 * reproducible mode each island owns one.
 */
public final class EquivalenceCache {
  static final int WAYS = 4;

  /** The memory of an entry. */
  public static final int BYTES = 3 * Long.BYTES;

  private static final int ENTRY_BYTES = Integer.BYTES + BYTES;

  private static final int WORDS = 3;
  private static final int MAX_CAPACITY = 1 << 28;

  private final int mask;

  /** In a place's last word, set if the behaviour is settled. */
  private static final long SETTLED = 1L << 31;

  /** Three words a place: high, low, and the bits of the best error above the number of tries. */
  private final long[] words;

  private int size;
  private long hits;
  private long misses;
  private long evictions;

  /** A cache for at most {@code capacity} behaviours, a power of two from 4 to 2^28. */
  public EquivalenceCache(int capacity) {
    if (capacity < WAYS || capacity > MAX_CAPACITY || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException(
          "capacity must be a power of two from 4 to 2^28, was " + capacity);
    }
    mask = capacity - 1;
    words = new long[WORDS * capacity];
  }

  private int tries(int place) {
    return (int) words[WORDS * place + 2] & Integer.MAX_VALUE;
  }

  private boolean settled(int place) {
    return (words[WORDS * place + 2] & SETTLED) != 0;
  }

  private float best(int place) {
    return Float.intBitsToFloat((int) (words[WORDS * place + 2] >>> 32));
  }

  private void set(int place, float best, int tries) {
    words[WORDS * place + 2] = (long) Float.floatToIntBits(best) << 32 | tries;
  }

  /**
   * What is known of a behaviour.
   *
   * @param tries how often it was tried; 0 if it is new or forgotten
   * @param best its best error; infinite if it is new or forgotten
   * @param settled whether more tries would lead to nothing else
   */
  public record Known(int tries, double best, boolean settled) {
    private static final Known NOTHING = new Known(0, Double.POSITIVE_INFINITY, false);
  }

  /** What is known of the behaviour. Counts a hit or a miss. */
  public Known look(Fingerprint key) {
    int i = find(key);
    if (i < 0) {
      misses++;
      return Known.NOTHING;
    }
    hits++;
    return new Known(tries(i), best(i), settled(i));
  }

  /** Whether the behaviour is settled; this counts as no hit. */
  public boolean isSettled(Fingerprint key) {
    int i = find(key);
    return i >= 0 && settled(i);
  }

  /** Notes one more try that ended with this error. */
  public void record(Fingerprint key, double error) {
    int i = find(key);
    float before = i < 0 ? Float.POSITIVE_INFINITY : best(i);
    int tried = i < 0 ? 0 : tries(i);
    boolean settled = i >= 0 && settled(i);
    if (i < 0) {
      i = place(key);
      words[WORDS * i] = key.high();
      words[WORDS * i + 1] = key.low();
    }
    set(i, Math.min(before, (float) error), tried + 1);
    if (settled) {
      settle(key);
    }
  }

  /** Notes that more tries of a behaviour would lead to nothing else, if it is known. */
  public void settle(Fingerprint key) {
    int i = find(key);
    if (i >= 0) {
      words[WORDS * i + 2] |= SETTLED;
    }
  }

  private int base(long high) {
    return (int) high & mask & -WAYS;
  }

  private int find(Fingerprint key) {
    int base = base(key.high());
    for (int i = base; i < base + WAYS; i++) {
      if (words[WORDS * i] == key.high() && words[WORDS * i + 1] == key.low() && tries(i) > 0) {
        return i;
      }
    }
    return -1;
  }

  private int place(Fingerprint key) {
    int base = base(key.high());
    int victim = base;
    for (int i = base; i < base + WAYS; i++) {
      if (tries(i) == 0) {
        size++;
        return i;
      }
      boolean weaker =
          tries(i) < tries(victim) || tries(i) == tries(victim) && best(i) > best(victim);
      victim = weaker ? i : victim;
    }
    evictions++;
    return victim;
  }

  /** Forgets all behaviours; the counters go on. */
  public void clear() {
    Arrays.fill(words, 0);
    size = 0;
  }

  /** The number of behaviours known. */
  public int size() {
    return size;
  }

  public long hits() {
    return hits;
  }

  public long misses() {
    return misses;
  }

  /** How many behaviours were forgotten for want of room. */
  public long evictions() {
    return evictions;
  }

  /** Everything that steers: a byte string from which {@link #read} makes an equal cache. */
  public byte[] write() {
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + 3 * Long.BYTES + size * ENTRY_BYTES);
    out.putInt(mask + 1).putLong(hits).putLong(misses).putLong(evictions);
    for (int i = 0; i <= mask; i++) {
      if (tries(i) > 0) {
        out.putInt(i);
        for (int w = 0; w < WORDS; w++) {
          out.putLong(words[WORDS * i + w]);
        }
      }
    }
    return out.array();
  }

  /**
   * The inverse of {@link #write}. Throws {@link IllegalArgumentException} if the bytes are not
   * its.
   */
  public static EquivalenceCache read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < Integer.BYTES + 3 * Long.BYTES
        || (bytes.length - Integer.BYTES - 3 * Long.BYTES) % ENTRY_BYTES != 0) {
      throw new IllegalArgumentException("not the bytes of a cache: length " + bytes.length);
    }
    EquivalenceCache cache = new EquivalenceCache(in.getInt());
    cache.hits = in.getLong();
    cache.misses = in.getLong();
    cache.evictions = in.getLong();
    int last = -1;
    while (in.hasRemaining()) {
      int i = in.getInt();
      // Ascending places, as written; so none comes twice.
      if (i <= last || i > cache.mask) {
        throw new IllegalArgumentException("not the bytes of a cache: place " + i);
      }
      for (int w = 0; w < WORDS; w++) {
        cache.words[WORDS * i + w] = in.getLong();
      }
      if (cache.tries(i) < 1 || cache.base(cache.words[WORDS * i]) != (i & -WAYS)) {
        throw new IllegalArgumentException("not the bytes of a cache: entry at place " + i);
      }
      cache.size++;
      last = i;
    }
    return cache;
  }
}
