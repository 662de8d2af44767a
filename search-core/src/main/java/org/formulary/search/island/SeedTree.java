package org.formulary.search.island;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random generators by path: campaign seed, island, generation. */
public final class SeedTree {
  private SeedTree() {}

  /** The generator of one generation on one island; independent for different paths. */
  public static RandomGenerator random(long seed, int island, long generation) {
    return new SplittableRandom(mix(mix(mix(seed) + island) + generation));
  }

  private static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
