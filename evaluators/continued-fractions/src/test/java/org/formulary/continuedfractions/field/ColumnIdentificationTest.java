package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class ColumnIdentificationTest {
  private static final int ATTEMPTS = 100;

  private static Constant constant(String formula) {
    return Constants.of("constant", formula);
  }

  private static Trajectory walk(
      int p, int q, Argument z, List<Integer> start, List<Integer> direction) {
    return Trajectory.of(HypergeometricField.of(p, q, z).field(), start, direction);
  }

  private static ColumnIdentification column(Trajectory t) {
    return ColumnIdentification.of(t, 200, 400, ATTEMPTS).orElseThrow();
  }

  /** All approximations of a deeper walk, against digits that the search has not seen. */
  private static void holds(Trajectory t, Rows rows, Constant c, int digits) {
    Enclosure limit = t.limit(rows, 400, 2000).orElseThrow();
    assertThat(limit.add(c.enclosure(limit.bits()).negate()).containsZero()).isTrue();
    assertThat(Enclosure.digitsOf(limit.knownBits())).isGreaterThan(digits);
  }

  /** 4F3(1) has rank 3, and 1, ζ(2) and ζ(3) in it at whole parameters. */
  @Test
  void zeta3AndZeta2InOneWalk() {
    Trajectory t =
        walk(
            4,
            3,
            Argument.of(1, 1),
            List.of(-1, -1, 1, 1, 1, 1, 1),
            List.of(-1, -1, 1, 1, 0, 0, 0));
    ColumnIdentification column = column(t);
    assertThat(column.independent()).containsExactly(0, 1, 2);
    for (String name : List.of("zeta3", "zeta2", "zeta2/zeta3")) {
      holds(t, column.rows(constant(name), ATTEMPTS).orElseThrow(), constant(name), 500);
    }
    assertThat(column.rows(constant("zeta3"), ATTEMPTS).orElseThrow())
        .hasToString("(4*v0 + 3*v1 + 2*v2)/(4*v0 + 2*v1 + 2*v2)");
    assertThat(column.rows(constant("pi"), ATTEMPTS)).isEmpty();
    assertThat(column.rows(constant("ln2"), ATTEMPTS)).isEmpty();
  }

  /** 3F2(1/2) has ln 2 and Li₂(1/2) = (ζ(2) − ln² 2)/2 in it, of which the walk shows a sum. */
  @Test
  void logarithmAndDilogarithmInOneWalk() {
    Trajectory t = walk(3, 2, Argument.of(1, 2), List.of(1, 1, 1, 2, 2), List.of(0, 0, 0, 1, 1));
    ColumnIdentification column = column(t);
    for (String name : List.of("ln2", "zeta2 + ln2^2")) {
      holds(t, column.rows(constant(name), ATTEMPTS).orElseThrow(), constant(name), 250);
    }
    assertThat(column.rows(constant("zeta2"), ATTEMPTS)).isEmpty();
  }

  /** Three entries, of which one is a rational combination of the others. */
  @Test
  void entriesThatDependOnOthersAreLeftOut() {
    Trajectory t =
        walk(4, 3, Argument.of(1, 1), List.of(1, 1, 1, 1, 3, 3, 3), List.of(0, 0, 0, 0, 0, 1, 1));
    ColumnIdentification column = column(t);
    assertThat(column.entries()).hasSize(3);
    assertThat(column.independent()).containsExactly(0, 1);
    Rows rows = column.rows(constant("zeta2"), ATTEMPTS).orElseThrow();
    assertThat(rows.above().get(2)).isZero();
    assertThat(rows.below().get(2)).isZero();
    holds(t, rows, constant("zeta2"), 200);
  }

  /** The relation of a walk of rank 2 is the one that its limit has. */
  @Test
  void ofRankTwoItIsTheLimit() {
    Trajectory t = PublishedFields.diagonal(PublishedFields.zeta3());
    Rows rows = column(t).rows(constant("zeta3"), ATTEMPTS).orElseThrow();
    holds(t, rows, constant("zeta3"), 500);
  }

  @Test
  void walksThatDoNotConvergeHaveNone() {
    MatrixField still =
        MatrixField.of(FieldMatrix.parse("1, 0", "0, 1"), FieldMatrix.parse("1, 0", "0, 1"));
    Optional<ColumnIdentification> none =
        ColumnIdentification.of(PublishedFields.diagonal(still), 50, 100, 1);
    assertThat(none).isEmpty();
  }
}
