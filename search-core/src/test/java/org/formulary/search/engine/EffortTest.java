package org.formulary.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;
import org.junit.jupiter.api.Test;

class EffortTest {
  private static final int NICHE = 1;
  private static final double BEST = 1e-6;

  /** No error is known to be reachable. */
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final EquivalenceCache cache = new EquivalenceCache(1 << 10);
  private final double[] nicheBest = {1, BEST};
  private final Effort effort = new Effort(cache, nicheBest);

  /** How often a behaviour whose fits all end with this error is tried, one by one. */
  private int triesUntilRefused(Fingerprint behaviour, double error) {
    int tries = 0;
    while (effort.trying(behaviour, NICHE, NONE)) {
      cache.record(behaviour, error);
      tries++;
    }
    return tries;
  }

  private void spend() {
    Fingerprint known = new Fingerprint(7, 7);
    triesUntilRefused(known, 1);
    for (int i = 0; i < 2000; i++) {
      effort.trying(known, NICHE, NONE);
    }
  }

  @Test
  void triesPromisingBehavioursMoreOften() {
    assertThat(triesUntilRefused(new Fingerprint(1, 1), 1e-3)).isEqualTo(4);
    assertThat(triesUntilRefused(new Fingerprint(2, 2), 1e-5)).isEqualTo(112);
    assertThat(effort.tries(1e-3, NICHE)).isEqualTo(4);
    assertThat(effort.tries(1e-5, NICHE)).isEqualTo(20);
  }

  @Test
  void triesWhatIsWorseThanAPartOfItHoweverOften() {
    Fingerprint behaviour = new Fingerprint(3, 3);
    triesUntilRefused(behaviour, 1e-3);
    assertThat(effort.trying(behaviour, NICHE, 1e-2)).isFalse();
    assertThat(effort.trying(behaviour, NICHE, 1e-4)).isTrue();
  }

  @Test
  void triesWhatIsSettledNoMore() {
    Fingerprint behaviour = new Fingerprint(4, 4);
    cache.record(behaviour, 1e-3);
    cache.settle(behaviour);
    assertThat(effort.trying(behaviour, NICHE, NONE)).isFalse();
    assertThat(effort.trying(behaviour, NICHE, 1e-4)).isFalse();
  }

  @Test
  void triesNothingOutsideTheNiches() {
    assertThat(effort.trying(new Fingerprint(1, 1), 2, NONE)).isFalse();
    assertThat(effort.spent(-1)).isTrue();
  }

  @Test
  void triesBehavioursOfASpentNicheTwiceAsOften() {
    spend();
    assertThat(effort.spent(NICHE)).isTrue();

    effort.settle();

    assertThat(effort.spent(NICHE)).isFalse();
    assertThat(effort.doublings()).containsExactly(0, 1);
    assertThat(triesUntilRefused(new Fingerprint(2, 2), 1e-5)).isEqualTo(224);
    assertThat(triesUntilRefused(new Fingerprint(1, 1), 1e-3)).isEqualTo(8);
  }

  @Test
  void doublesFiveTimesAtMost() {
    for (int i = 0; i < 9; i++) {
      spend();
      effort.settle();
    }

    assertThat(effort.doublings()).containsExactly(0, 5);
  }

  @Test
  void forgetsForANewStartAndTakesBackWhatItGave() {
    spend();
    effort.settle();
    effort.clear();
    assertThat(effort.doublings()).containsExactly(0, 0);

    effort.restore(List.of(2, 3));

    assertThat(effort.doublings()).containsExactly(2, 3);
    assertThat(triesUntilRefused(new Fingerprint(2, 2), 1e-5)).isEqualTo(896);
  }
}
