package org.formulary.continuedfractions.mitm;

/**
 * Tells of most keys that neither they nor their neighbours are in a set, by two tables of bits in
 * which every key and both its neighbours are set: one that nearly fits into the second cache and
 * lets a tenth of other keys pass, and a larger one for those.
 */
final class KeyFilter {
  private static final int WORD = 6;
  private static final int FEWEST_LOG = 6;
  private static final int SMALL_LOG = 18;
  private static final int LARGE_LOG = 20;
  private static final long MIX_SMALL = 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio, odd
  private static final long MIX_LARGE = 0xD6E8FEB86659FD93L; // any other odd number of mixed bits

  private final Bits small;
  private final Bits large;

  KeyFilter(long[] keys) {
    int log = 64 - Long.numberOfLeadingZeros(keys.length);
    small = new Bits(Math.clamp(log, FEWEST_LOG, SMALL_LOG), MIX_SMALL);
    large = new Bits(Math.clamp(log, FEWEST_LOG, LARGE_LOG), MIX_LARGE);
    for (long key : keys) {
      for (long near = key - 1; near <= key + 1; near++) {
        small.add(near);
        large.add(near);
      }
    }
  }

  /** Whether the set may have the key or one of its neighbours. */
  boolean mayHaveNear(long key) {
    return (small.bit(key) & large.bit(key)) != 0;
  }

  /**
   * Collects the places of keys that the set may have, or a neighbour of. Without branches, because
   * which keys pass cannot be foretold.
   *
   * @return how many
   */
  int collect(long[] keys, int from, int to, int[] places) {
    int few = 0;
    for (int j = from; j < to; j++) {
      places[few] = j;
      few += small.bit(keys[j]);
    }
    int fewer = 0;
    for (int i = 0; i < few; i++) {
      int j = places[i];
      places[fewer] = j;
      fewer += large.bit(keys[j]);
    }
    return fewer;
  }

  /** One word of bits for 64 keys in sequence; others share it. */
  private static final class Bits {
    private final long[] words;
    private final int shift;
    private final long mix;

    Bits(int log, long mix) {
      this.words = new long[1 << log];
      this.shift = 64 - log;
      this.mix = mix;
    }

    private int word(long key) {
      return (int) ((key >> WORD) * mix >>> shift);
    }

    void add(long key) {
      words[word(key)] |= 1L << key;
    }

    int bit(long key) {
      return (int) (words[word(key)] >>> key) & 1;
    }
  }
}
