package org.formulary.continuedfractions.mitm;

/**
 * Tells of most keys that neither they nor their neighbours are in a set, by two tables of bits:
 * one that fits into the second cache and lets a tenth of them pass, and a larger one for those.
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
      small.add(key);
      large.add(key);
    }
  }

  /** Whether the set may have the key or one of its neighbours. */
  boolean mayHaveNear(long key) {
    return small.mayHaveNear(key) && large.mayHaveNear(key);
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

    boolean mayHaveNear(long key) {
      int place = (int) (key & 63);
      if (place == 0 || place == 63) {
        return mayHave(key - 1) || mayHave(key) || mayHave(key + 1);
      }
      return (words[word(key)] >>> (place - 1) & 7) != 0;
    }

    private boolean mayHave(long key) {
      return (words[word(key)] >>> key & 1) != 0;
    }
  }
}
