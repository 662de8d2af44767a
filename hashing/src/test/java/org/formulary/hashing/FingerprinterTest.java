package org.formulary.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprinterTest {
  private static Fingerprint of(long salt, double... responses) {
    Fingerprinter f = new Fingerprinter();
    f.reset(salt);
    for (double r : responses) {
      f.add(r);
    }
    return f.fingerprint();
  }

  @Test
  void zerosOfBothSignsAndTinyNumbersAreOne() {
    assertThat(of(1, -0.0)).isEqualTo(of(1, 0.0)).isEqualTo(of(1, Double.MIN_VALUE));
    assertThat(of(1, 0x1p-40)).isEqualTo(of(1, -0x1p-40)).isEqualTo(of(1, 0.0));
  }

  @Test
  void everyNanIsTheSame() {
    double other = Double.longBitsToDouble(0xfff0_0000_0000_0123L);
    assertThat(other).isNaN();
    assertThat(of(1, other)).isEqualTo(of(1, Double.NaN));
  }

  @Test
  void infinitiesNanAndNumbersDiffer() {
    Set<Fingerprint> all = new HashSet<>();
    double[] values = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      0,
      1,
      -1,
      1 + 0x1p-37
    };
    for (double v : values) {
      all.add(of(1, v));
    }
    assertThat(all).hasSize(values.length);
  }

  @Test
  void orderNumberAndSaltMatter() {
    assertThat(of(1, 2, 3)).isNotEqualTo(of(1, 3, 2)).isNotEqualTo(of(2, 2, 3));
    assertThat(of(1, 0, 0)).isNotEqualTo(of(1, 0)).isNotEqualTo(of(1));
    assertThat(of(0)).isNotEqualTo(of(1));
  }

  @Test
  void resetForgetsWhatWasAdded() {
    Fingerprinter f = new Fingerprinter();
    f.reset(5);
    f.add(1);
    f.add(Double.NaN);
    f.reset(7);
    f.add(3);
    assertThat(f.fingerprint()).isEqualTo(of(7, 3));
  }

  /** Borders lie half a step of 2^−38·2^e above its multiples. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-39, 1 + 0x1p-39, 1.5 - 0x1p-39, 1024 + 0x1p-29, 0.25 + 0x1p-39})
  void oneUlpEitherSideOfABorderIsSplitAndOfItsMiddleIsNot(double border) {
    double step = Math.scalb(1.0, Math.max(0, Math.getExponent(border)) - 38);
    for (double sign : new double[] {1, -1}) {
      double below = sign * Math.nextDown(border);
      double above = sign * Math.nextUp(border);
      assertThat(of(1, below)).isNotEqualTo(of(1, above));
      double middle = sign * (border + step / 2);
      assertThat(of(1, Math.nextDown(middle))).isEqualTo(of(1, Math.nextUp(middle)));
    }
  }

  /** Here the step changes, and numbers just below round to the power. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 4, 1024, 0x1p300, 0x1p1023})
  void powersOfTwoAreNoBorders(double power) {
    for (double sign : new double[] {1, -1}) {
      Fingerprint exact = of(1, sign * power);
      assertThat(of(1, sign * Math.nextDown(power))).isEqualTo(exact);
      assertThat(of(1, sign * Math.nextUp(power))).isEqualTo(exact);
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-3, 1, 0.0002", "1, 1e3, 0.001", "1e3, 1e200, 0.001"})
  void responsesThatDifferByRoundingAreRarelySplit(double from, double to, double allowed) {
    SplittableRandom random = new SplittableRandom(3);
    int pairs = 400_000;
    int split = 0;
    for (int i = 0; i < pairs; i++) {
      double v = from * StrictMath.pow(to / from, random.nextDouble());
      split += Fingerprinter.token(v) == Fingerprinter.token(v * (1 + 1e-15)) ? 0 : 1;
    }
    assertThat(split).isBetween(1, (int) (allowed * pairs));
  }

  /** A change here makes fingerprints of older checkpoints useless: raise the probes' revision. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 277dcda048418f7b2ea839d4d5a3e66f",
    "1, 20, f87f4dc267857334476ad77c1ec3ece7",
    "-7, 18, c14c7feb7041c5ee8f19df8d37e4e8a2",
    "9223372036854775807, 64, 470c1f2437d332089d84f78aeb17eabf",
  })
  void fingerprintsStayWhatTheyWere(long salt, int count, String expected) {
    SplittableRandom random = new SplittableRandom(salt);
    double[] responses = new double[count];
    for (int i = 0; i < count; i++) {
      responses[i] =
          switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Math.nextDown(4.0);
            default -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-20, 60));
          };
    }
    assertThat(of(salt, responses)).hasToString(expected);
  }
}
