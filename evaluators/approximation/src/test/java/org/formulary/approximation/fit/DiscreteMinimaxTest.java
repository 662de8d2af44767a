package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

class DiscreteMinimaxTest {
  @Test
  void agreesWithALinearProgramAndEquioscillatesOnItsReference() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < 50; n++) {
      int r = random.nextInt(1, 6);
      int m = random.nextInt(r + 1, 30);
      double[][] columns = new double[r][m];
      for (double[] column : columns) {
        Arrays.setAll(column, i -> random.nextDouble(-1, 1));
      }
      double[] b = random.doubles(m, -1, 1).toArray();
      boolean[] usable = new boolean[m];
      Arrays.fill(usable, true);
      int[] start = new int[r + 1];
      Arrays.setAll(start, j -> j);
      DiscreteMinimax.Solution s =
          DiscreteMinimax.solve(columns, r, b, usable, start).orElseThrow();
      assertThat(s.level())
          .as("case %d", n)
          .isCloseTo(byLinearProgram(columns, r, b), within(1e-7));
      double[] residual = residual(columns, r, b, s.z());
      for (double e : residual) {
        assertThat(Math.abs(e)).isLessThanOrEqualTo(s.level() * (1 + 1e-8) + 1e-12);
      }
      assertThat(s.reference()).hasSize(r + 1).doesNotHaveDuplicates();
      for (int i : s.reference()) {
        assertThat(Math.abs(residual[i])).isCloseTo(s.level(), within(1e-9));
      }
    }
  }

  private static double[] residual(double[][] columns, int r, double[] b, double[] z) {
    double[] residual = b.clone();
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < r; j++) {
        residual[i] += columns[j][i] * z[j];
      }
    }
    return residual;
  }

  /** Minimises t under −t ≤ bᵢ + aᵢ·z ≤ t. */
  private static double byLinearProgram(double[][] columns, int r, double[] b) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < b.length; i++) {
      double[] row = new double[r + 1];
      for (int j = 0; j < r; j++) {
        row[j] = columns[j][i];
      }
      row[r] = -1;
      constraints.add(new LinearConstraint(row.clone(), Relationship.LEQ, -b[i]));
      row[r] = 1;
      constraints.add(new LinearConstraint(row, Relationship.GEQ, -b[i]));
    }
    double[] goal = new double[r + 1];
    goal[r] = 1;
    return new SimplexSolver()
        .optimize(
            new MaxIter(10_000),
            new LinearObjectiveFunction(goal, 0),
            new LinearConstraintSet(constraints),
            GoalType.MINIMIZE,
            new NonNegativeConstraint(false))
        .getValue();
  }

  @Test
  void pointsThatAreNotUsableDoNotCount() {
    double[][] constant = {{1, 1, 1, 1}};
    double[] b = {0, 1, 2, 100};
    DiscreteMinimax.Solution s =
        DiscreteMinimax.solve(
                constant, 1, b, new boolean[] {true, true, true, false}, new int[] {0, 1})
            .orElseThrow();
    assertThat(s.level()).isCloseTo(1, within(1e-12));
    assertThat(s.z()[0]).isCloseTo(-1, within(1e-12));
  }

  @Test
  void findsAReferenceWhereAFamilyHasTheSymmetryOfThePoints() {
    int m = 21;
    double[][] odd = new double[4][m];
    double[] b = new double[m];
    for (int i = 0; i < m; i++) {
      double x = (i - 10) / 10.0;
      for (int j = 0; j < 4; j++) {
        odd[j][i] = Math.pow(x, 2 * j + 1);
      }
      b[i] = Math.sin(5 * x);
    }
    boolean[] usable = new boolean[m];
    Arrays.fill(usable, true);
    int[] even = {0, 5, 10, 15, 20};
    assertThat(DiscreteMinimax.solve(odd, 4, b, usable, even)).isEmpty();
    int[] pivoted = DiscreteMinimax.reference(odd, 4, b, usable).orElseThrow();
    assertThat(DiscreteMinimax.solve(odd, 4, b, usable, pivoted).orElseThrow().level())
        .isCloseTo(byLinearProgram(odd, 4, b), within(1e-7));
  }

  @Test
  void aSingularReferenceHasNoSolution() {
    double[][] columns = {{1, 1, 1, 1}, {2, 2, 2, 2}};
    boolean[] usable = {true, true, true, true};
    assertThat(
            DiscreteMinimax.solve(
                columns, 2, new double[] {0, 1, 2, 3}, usable, new int[] {0, 1, 2}))
        .isEqualTo(Optional.empty());
  }

  @Test
  void pointsThatAllAreOfNoUseEnd() {
    double[][] columns = {{1, 1, 1, 1, 1}, {0, 1, 2, 3, 4}};
    double[] b = {1, 2, 1, 2, 1};
    assertThat(DiscreteMinimax.solve(columns, 2, b, new boolean[5])).isEmpty();
    boolean[] one = {true, false, false, false, false};
    assertThat(DiscreteMinimax.solve(columns, 2, b, one)).isEmpty();
  }
}
