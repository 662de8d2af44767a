package org.formulary.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HitSampleTest {
  private static final Fingerprint KEY = new Fingerprint(5, HitSample.ONE_IN);

  @Test
  void countsTrueAndFalseHits() {
    HitSample sample = new HitSample();
    sample.compare(KEY, new Fingerprint(1, 1));
    assertThat(sample.agreed() + sample.disagreed()).as("the first is no hit").isZero();
    sample.compare(KEY, new Fingerprint(1, 1));
    sample.compare(KEY, new Fingerprint(1, 2));
    sample.compare(KEY, new Fingerprint(1, 1));
    assertThat(sample.agreed()).isEqualTo(2);
    assertThat(sample.disagreed()).isEqualTo(1);
  }

  @Test
  void takesOneBehaviourInManyAndNoMoreThanItsBound() {
    HitSample sample = new HitSample();
    int taken = 0;
    for (int i = 0; i < 2_000_000; i++) {
      Fingerprint key = new Fingerprint(i, i);
      if (sample.takes(key)) {
        sample.compare(key, key);
        taken++;
      }
    }
    assertThat(taken).isEqualTo(HitSample.MOST);
    assertThat(sample.takes(new Fingerprint(0, 0))).as("a known one").isTrue();
    assertThat(sample.takes(new Fingerprint(1, 0))).as("a new one").isFalse();
  }

  @Test
  void goesOnFromItsState() {
    HitSample sample = new HitSample();
    sample.compare(KEY, new Fingerprint(1, 1));
    sample.compare(KEY, new Fingerprint(1, 2));
    HitSample copy = new HitSample();
    copy.restore(sample.state());
    assertThat(copy.state()).isEqualTo(sample.state());
    copy.compare(KEY, new Fingerprint(1, 1));
    assertThat(copy.agreed()).isEqualTo(1);
    assertThat(copy.disagreed()).isEqualTo(1);
  }
}
