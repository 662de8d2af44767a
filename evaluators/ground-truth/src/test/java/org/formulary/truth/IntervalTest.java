package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.InvalidSpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
  @Test
  void endsAreFormulas() {
    assertThat(Interval.parse("0,1")).isEqualTo(Interval.of(0, 1));
    assertThat(Interval.parse(" -pi/4 , pi/4")).isEqualTo(Interval.of(-Math.PI / 4, Math.PI / 4));
    assertThat(Interval.parse("besselJ(0, 0),exp(1)")).isEqualTo(Interval.of(1, Math.E));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1,",
        ",1",
        "1,2,3",
        "2,1",
        "1,1",
        "0,1/0",
        "0,x",
        "0,log(-1)",
        "0,1e999",
        "0,(1"
      })
  void anythingElseIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> Interval.parse(text))
        .isInstanceOfSatisfying(
            InvalidSpecException.class, e -> assertThat(e.key()).isEqualTo("interval"))
        .hasMessageStartingWith("interval \"" + text + "\": ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void moreEndsAreThoseOfPieces() {
    assertThat(Interval.pieces("0, 1,pi*besselJ(0, 1) ,4"))
        .containsExactly("0,1", "1,pi*besselJ(0, 1)", "pi*besselJ(0, 1),4");
    assertThat(Interval.pieces("0,1")).containsExactly("0,1");
    assertThat(Interval.pieces("0")).isEmpty();
  }

  @Test
  void isClosed() {
    Interval unit = Interval.of(0, 1);
    assertThat(unit.contains(BinaryRational.ZERO)).isTrue();
    assertThat(unit.contains(BinaryRational.ONE)).isTrue();
    assertThat(unit.contains(BinaryRational.of(Math.nextUp(1.0)))).isFalse();
    assertThat(unit.contains(BinaryRational.of(-Double.MIN_VALUE))).isFalse();
  }
}
