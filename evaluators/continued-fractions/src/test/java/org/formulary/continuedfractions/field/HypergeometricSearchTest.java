package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.junit.jupiter.api.Test;

class HypergeometricSearchTest {
  private static final DirectionSearch.Effort EFFORT = new DirectionSearch.Effort(60, 0, 1);

  @Test
  void unitsDifferByMoreThanTheOrderOfParameters() {
    HypergeometricSearch whole = new HypergeometricSearch(3, 2, Argument.of(1, 1), 1, 1);
    assertThat(whole.rank()).isEqualTo(2);
    assertThat(whole.units())
        .hasSize(4 * 3)
        .doesNotHaveDuplicates()
        .contains(new HypergeometricSearch.Unit(List.of(-1, -1, 1), List.of(1, 1), 2));
    HypergeometricSearch halves = new HypergeometricSearch(2, 1, Argument.of(-1, 1), 2, 1);
    // Of −3/2, −1, 1/2 and 1 two above, of 1/2 and 1 one below.
    assertThat(halves.units()).hasSize(10 * 2 * 3).doesNotHaveDuplicates();
    assertThat(new HypergeometricSearch(2, 0, Argument.of(-1, 1), 1, 1).units()).hasSize(3);
  }

  /** Of the δ of all directions of the box none is missing. */
  @Test
  void directionsDifferByMoreThanTheOrderOfParameters() {
    HypergeometricSearch search = new HypergeometricSearch(2, 1, Argument.of(-1, 1), 1, 2);
    var unit = new HypergeometricSearch.Unit(List.of(1, 1), List.of(1), 1);
    List<DirectionSearch.Ranked> ranked = search.rank(unit, EFFORT, () -> false);
    List<DirectionSearch.Ranked> all =
        new DirectionSearch(search.field(unit), List.of(List.of(0, 0, 1)), -2, 2).rank(EFFORT);
    assertThat(ranked.size()).isLessThan(all.size());
    assertThat(deltas(ranked)).isEqualTo(deltas(all));
    assertThat(ranked)
        .allMatch(
            r -> r.trajectory().direction().get("x0") <= r.trajectory().direction().get("x1"));
  }

  private static TreeSet<Double> deltas(List<DirectionSearch.Ranked> ranked) {
    return new TreeSet<>(ranked.stream().map(DirectionSearch.Ranked::delta).toList());
  }

  /** From whole parameters most walks meet a singular matrix, and none of them is ranked. */
  @Test
  void singularWalksAreLeftOut() {
    HypergeometricSearch search = new HypergeometricSearch(3, 2, Argument.of(1, 1), 1, 1);
    var unit = new HypergeometricSearch.Unit(List.of(1, 1, 1), List.of(1, 1), 0);
    List<DirectionSearch.Ranked> ranked = search.rank(unit, EFFORT, () -> false);
    assertThat(ranked).isNotEmpty().allMatch(r -> r.trajectory().step().isRegular());
    Trajectory singular =
        Trajectory.of(search.field(unit), List.of(0, 0, 0, 1, 1), List.of(0, 0, 0, 1, 1));
    assertThat(singular.step().isRegular()).isFalse();
  }
}
