package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DirectionSearchTest {
  private static final List<List<Integer>> ONES = List.of(List.of(1, 1));

  @Test
  void theDiagonalIsBestForZeta3() {
    List<DirectionSearch.Ranked> ranked =
        new DirectionSearch(PublishedFields.zeta3(), ONES, -2, 3)
            .rank(new DirectionSearch.Effort(160, 2, 1500));
    DirectionSearch.Ranked best = ranked.getFirst();
    assertThat(best.trajectory().direction()).isEqualTo(Map.of("x", 1, "y", 1));
    assertThat(best.asymptotics().orElseThrow().delta()).isCloseTo(0.0805, within(5e-5));
    assertThat(ranked).allMatch(r -> r.delta() > -1);
    // Away from the quadrant the walk meets x = 0 or y = 0, where matrices are singular.
    assertThat(ranked)
        .allMatch(r -> r.trajectory().direction().values().stream().allMatch(t -> t >= 0));
  }

  @Test
  void theOrderIsTheSameAgain() {
    DirectionSearch search =
        new DirectionSearch(PublishedFields.ofPair("x + y", "x - y"), ONES, 0, 3);
    DirectionSearch.Effort effort = new DirectionSearch.Effort(100, 1, 800);
    assertThat(search.rank(effort)).isEqualTo(search.rank(effort));
  }

  @Test
  void directionsArePrimitive() {
    DirectionSearch search = new DirectionSearch(PublishedFields.E, ONES, 0, 2);
    assertThat(search.directions())
        .containsExactly(List.of(0, 1), List.of(1, 0), List.of(1, 1), List.of(1, 2), List.of(2, 1));
    assertThatThrownBy(() -> new DirectionSearch(PublishedFields.E, ONES, 2, 1))
        .hasMessage("no directions from 2 to 1");
    assertThatThrownBy(() -> new DirectionSearch(PublishedFields.E, ONES, 0, 0))
        .hasMessage("0 directions from 1 starts");
  }

  @Test
  void endsWhenItIsTold() {
    DirectionSearch search = new DirectionSearch(PublishedFields.zeta3(), ONES, 0, 3);
    AtomicInteger asked = new AtomicInteger();
    assertThat(
            search.rank(new DirectionSearch.Effort(80, 2, 1500), () -> asked.incrementAndGet() > 3))
        .hasSizeLessThanOrEqualTo(3)
        .allMatch(r -> r.asymptotics().isEmpty());
  }
}
