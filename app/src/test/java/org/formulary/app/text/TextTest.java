package org.formulary.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Objective ERROR = Objective.minimize("maxRelativeError", "");
  private static final Objective DIGITS = new Objective("digits", "", Direction.MAXIMIZE);

  @Test
  void boundsAreRoundedSoThatTheClaimStaysTrue() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 1000; i++) {
      double bound = Math.scalb(random.nextDouble(), -random.nextInt(80)) + Double.MIN_NORMAL;
      BigDecimal exact = new BigDecimal(bound);
      assertThat(new BigDecimal(Numbers.bound(bound, ERROR))).isGreaterThanOrEqualTo(exact);
      assertThat(new BigDecimal(Numbers.bound(bound, DIGITS))).isLessThanOrEqualTo(exact);
    }
    assertThat(Numbers.bound(4.34470001e-6, ERROR)).isEqualTo("4.3448e-06");
    assertThat(Numbers.bound(4.3447e-6, DIGITS)).isIn("4.3446e-06", "4.3447e-06");
  }

  @Test
  void numbersAreForPeople() {
    assertThat(Numbers.of(5)).isEqualTo("5");
    assertThat(Numbers.of(-0.0)).isEqualTo("0");
    assertThat(Numbers.of(8.6727149e-4)).isEqualTo("8.6727e-04");
    assertThat(Numbers.of(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
    assertThat(Numbers.words("maxRelativeError")).isEqualTo("max relative error");
    assertThat(Numbers.time(Duration.ofMillis(250))).isEqualTo("0.25 s");
    assertThat(Numbers.time(Duration.ofSeconds(61))).isEqualTo("61.0 s");
    assertThat(Numbers.time(Duration.ofMinutes(125))).isEqualTo("2:05 h");
  }

  @Test
  void tablesAlignAndCutTheLastColumn() {
    Table table = new Table(List.of(">n", "id", "program"));
    table.row(List.of("5", "ab", "x + 1"));
    table.row(List.of("10", "c", "a rather long program text"));
    assertThat(table.lines(20))
        .containsExactly(" n  id  program", " 5  ab  x + 1", "10  c   a rather lo…");
  }

  @Test
  void commandsSurviveTheShell() {
    assertThat(Shell.line(List.of("search", "--interval=-1,1", "--function=x/(exp(x)-1)", "it's")))
        .isEqualTo("search --interval=-1,1 '--function=x/(exp(x)-1)' 'it'\\''s'");
    assertThat(Shell.line(List.of(""))).isEqualTo("''");
  }

  @Test
  void inAPipeLinesComeAtGrowingIntervals() {
    StringWriter out = new StringWriter();
    AtomicLong clock = new AtomicLong();
    ProgressLine line = new ProgressLine(new PrintWriter(out), false, 80, clock::get);
    for (int second = 1; second <= 40; second++) {
      clock.set(Duration.ofSeconds(second).toNanos());
      String text = second + " s";
      line.update(() -> text);
    }
    assertThat(out.toString().lines()).containsExactly("1 s", "3 s", "8 s", "18 s", "28 s", "38 s");
  }
}
