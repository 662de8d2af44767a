package org.formulary.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.formulary.hashing.EquivalenceCache.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalenceCacheTest {
  /** Keys of one set of a cache of 16 places. */
  private static Fingerprint inSetZero(int n) {
    return new Fingerprint(16L * n, n);
  }

  @Test
  void remembersTriesAndTheBestError() {
    EquivalenceCache cache = new EquivalenceCache(16);
    Fingerprint key = new Fingerprint(3, 4);
    assertThat(cache.look(key)).isEqualTo(new Known(0, Double.POSITIVE_INFINITY, false));
    cache.record(key, 0.5);
    cache.record(key, 0.25);
    cache.record(key, Double.POSITIVE_INFINITY);
    assertThat(cache.look(key)).isEqualTo(new Known(3, 0.25, false));
    assertThat(cache.size()).isEqualTo(1);
    assertThat(cache.hits()).isEqualTo(1);
    assertThat(cache.misses()).isEqualTo(1);
    assertThat(cache.look(new Fingerprint(3, 5)).tries()).isZero();
  }

  @Test
  void staysSettled() {
    EquivalenceCache cache = new EquivalenceCache(16);
    Fingerprint key = new Fingerprint(3, 4);
    cache.settle(key); // not known yet
    cache.record(key, 0.5);
    assertThat(cache.look(key).settled()).isFalse();
    assertThat(cache.isSettled(key)).isFalse();
    long hits = cache.hits();
    cache.settle(key);
    assertThat(cache.isSettled(key)).isTrue();
    assertThat(cache.isSettled(new Fingerprint(3, 5))).isFalse();
    assertThat(cache.hits()).as("asking is no hit").isEqualTo(hits);
    assertThat(cache.look(key)).isEqualTo(new Known(1, 0.5, true));
    cache.record(key, 0.25);
    assertThat(cache.look(key)).isEqualTo(new Known(2, 0.25, true));
    assertThat(EquivalenceCache.read(cache.write()).look(key)).isEqualTo(new Known(2, 0.25, true));
  }

  @Test
  void aFullSetForgetsTheEntryTriedLeast() {
    EquivalenceCache cache = new EquivalenceCache(16);
    int[] tries = {3, 2, 1, 4};
    for (int n = 0; n < 4; n++) {
      for (int t = 0; t < tries[n]; t++) {
        cache.record(inSetZero(n), 1);
      }
    }
    cache.record(inSetZero(9), 100);
    assertThat(cache.look(inSetZero(2)).tries()).isZero();
    assertThat(cache.look(inSetZero(9)).tries()).isEqualTo(1);
    for (int n : new int[] {0, 1, 3}) {
      assertThat(cache.look(inSetZero(n)).tries()).isEqualTo(tries[n]);
    }
    assertThat(cache.evictions()).isEqualTo(1);
    assertThat(cache.size()).isEqualTo(4);
  }

  @Test
  void amongEntriesTriedAlikeTheWorstIsForgotten() {
    EquivalenceCache cache = new EquivalenceCache(16);
    double[] errors = {0.1, 0.7, 0.3, 0.2};
    for (int n = 0; n < 4; n++) {
      cache.record(inSetZero(n), errors[n]);
    }
    cache.record(inSetZero(9), 0.5);
    assertThat(cache.look(inSetZero(1)).tries()).isZero();
    assertThat(cache.look(inSetZero(0)).best()).isEqualTo((float) 0.1);
  }

  @Test
  void isBoundedAndAgreesWithAMapWhileNothingIsForgotten() {
    EquivalenceCache cache = new EquivalenceCache(1 << 12);
    Map<Fingerprint, Integer> map = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 900; i++) {
      Fingerprint key = new Fingerprint(31L * random.nextInt(300), 1);
      cache.record(key, 1);
      map.merge(key, 1, Integer::sum);
    }
    assertThat(cache.evictions()).isZero();
    map.forEach((key, tries) -> assertThat(cache.look(key).tries()).isEqualTo(tries));
    for (int i = 0; i < 50_000; i++) {
      cache.record(new Fingerprint(random.nextLong(), random.nextLong()), 1);
    }
    assertThat(cache.size()).isEqualTo(1 << 12);
    assertThat(cache.evictions()).isEqualTo(50_000 + map.size() - (1 << 12));
  }

  @Test
  void bytesReadBackToACacheThatGoesOnAlike() {
    SplittableRandom random = new SplittableRandom(2);
    EquivalenceCache cache = filled(random);
    EquivalenceCache copy = EquivalenceCache.read(cache.write());
    assertThat(copy.write()).isEqualTo(cache.write());
    for (int i = 0; i < 5000; i++) {
      Fingerprint key = key(random);
      double error = random.nextDouble();
      assertThat(copy.look(key)).isEqualTo(cache.look(key));
      cache.record(key, error);
      copy.record(key, error);
    }
    assertThat(copy.write()).isEqualTo(cache.write());
    assertThat(copy.size()).isEqualTo(cache.size());
    assertThat(copy.hits()).isEqualTo(cache.hits());
    assertThat(copy.misses()).isEqualTo(cache.misses());
    assertThat(copy.evictions()).isEqualTo(cache.evictions());
  }

  @Test
  void theSameCallsGiveTheSameBytes() {
    assertThat(filled(new SplittableRandom(3)).write())
        .isEqualTo(filled(new SplittableRandom(3)).write());
  }

  private static Fingerprint key(SplittableRandom random) {
    return new Fingerprint(random.nextInt(400), random.nextInt(2));
  }

  private static EquivalenceCache filled(SplittableRandom random) {
    EquivalenceCache cache = new EquivalenceCache(256);
    for (int i = 0; i < 2000; i++) {
      Fingerprint key = key(random);
      cache.look(key);
      cache.record(key, random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble());
      if (random.nextInt(9) == 0) {
        cache.settle(key);
      }
    }
    return cache;
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] good = filled(new SplittableRandom(4)).write();
    int entry = Integer.BYTES + 3 * Long.BYTES;
    assertRefused(Arrays.copyOf(good, 10));
    assertRefused(Arrays.copyOf(good, good.length - 1));
    assertRefused(edited(good, 0, 100)); // capacity
    assertRefused(edited(good, 0, 1 << 30));
    assertRefused(edited(good, 0, -4));
    assertRefused(edited(good, entry, -1)); // place
    assertRefused(edited(good, entry, 256));
    assertRefused(edited(good, entry, ByteBuffer.wrap(good).getInt(entry) + 4));
    assertRefused(edited(good, entry + Integer.BYTES + 2 * Long.BYTES + 4, 0)); // tries
    byte[] twice = Arrays.copyOf(good, good.length + 28);
    System.arraycopy(good, entry, twice, good.length, 28);
    assertRefused(twice);
  }

  private static byte[] edited(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    ByteBuffer.wrap(copy).putInt(at, value);
    return copy;
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> EquivalenceCache.read(bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-4, 0, 2, 5, 100, 1 << 29})
  void capacitiesThatAreNoPowerOfTwoAreRefused(int capacity) {
    assertThatThrownBy(() -> new EquivalenceCache(capacity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was " + capacity);
  }
}
