package org.formulary.hashing;

import java.nio.ByteBuffer;

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
  private static final int ENTRY_BYTES =
      Integer.BYTES + 2 * Long.BYTES + Float.BYTES + Integer.BYTES;

  private final int mask;
  private final long[] high;
  private final long[] low;
  private final float[] best;
  private final int[] tries;
  private int size;
  private long hits;
  private long misses;
  private long evictions;

  /** A cache for at most {@code capacity} behaviours, a power of two ≥ 4. */
  public EquivalenceCache(int capacity) {
    if (capacity < WAYS || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two ≥ 4, was " + capacity);
    }
    mask = capacity - 1;
    high = new long[capacity];
    low = new long[capacity];
    best = new float[capacity];
    tries = new int[capacity];
  }

  /** How often the behaviour was tried; 0 if it is new or forgotten. Counts a hit or a miss. */
  public int tries(Fingerprint key) {
    int i = find(key);
    if (i < 0) {
      misses++;
      return 0;
    }
    hits++;
    return tries[i];
  }

  /** The best error of the behaviour; infinite if it is new or forgotten. */
  public double best(Fingerprint key) {
    int i = find(key);
    return i < 0 ? Double.POSITIVE_INFINITY : best[i];
  }

  /** Notes one more try that ended with this error. */
  public void record(Fingerprint key, double error) {
    int i = find(key);
    if (i < 0) {
      i = place(key);
      high[i] = key.high();
      low[i] = key.low();
      best[i] = Float.POSITIVE_INFINITY;
      tries[i] = 0;
    }
    tries[i]++;
    best[i] = Math.min(best[i], (float) error);
  }

  private int base(Fingerprint key) {
    return (int) key.high() & mask & -WAYS;
  }

  private int find(Fingerprint key) {
    int base = base(key);
    for (int i = base; i < base + WAYS; i++) {
      if (tries[i] > 0 && low[i] == key.low() && high[i] == key.high()) {
        return i;
      }
    }
    return -1;
  }

  private int place(Fingerprint key) {
    int base = base(key);
    int victim = base;
    for (int i = base; i < base + WAYS; i++) {
      if (tries[i] == 0) {
        size++;
        return i;
      }
      boolean weaker =
          tries[i] < tries[victim] || tries[i] == tries[victim] && best[i] > best[victim];
      victim = weaker ? i : victim;
    }
    evictions++;
    return victim;
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
      if (tries[i] > 0) {
        out.putInt(i).putLong(high[i]).putLong(low[i]).putFloat(best[i]).putInt(tries[i]);
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
    while (in.hasRemaining()) {
      int i = in.getInt();
      cache.high[i] = in.getLong();
      cache.low[i] = in.getLong();
      cache.best[i] = in.getFloat();
      cache.tries[i] = in.getInt();
      cache.size++;
    }
    return cache;
  }
}
