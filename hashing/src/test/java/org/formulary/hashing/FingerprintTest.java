package org.formulary.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  @Test
  void textReadsBackToTheSameBits() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      Fingerprint f = new Fingerprint(random.nextLong(), random.nextLong());
      assertThat(f.toString()).matches("[0-9a-f]{32}");
      assertThat(Fingerprint.parse(f.toString())).isEqualTo(f);
    }
    assertThat(new Fingerprint(-1, 1)).hasToString("ffffffffffffffff0000000000000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "000000000000000000000000000000000",
        "g0000000000000000000000000000000",
        "0000000000000000-000000000000001"
      })
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> Fingerprint.parse(text)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void orderIsThatOfTheText() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1000; i++) {
      Fingerprint a = new Fingerprint(random.nextInt(-1, 2), random.nextLong());
      Fingerprint b = new Fingerprint(random.nextInt(-1, 2), random.nextLong());
      assertThat(Integer.signum(a.compareTo(b)))
          .isEqualTo(Integer.signum(a.toString().compareTo(b.toString())));
    }
  }
}
