package org.formulary.search.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Scores;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
  private static final ProblemId PROBLEM = new ProblemId("toy", 1);
  private static final Provenance NOWHERE = new Provenance("c", 1, -1, -1, List.of());

  @Test
  void frontIsTheNonDominatedSetByBruteForce() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Objective> objectives = objectives(random, 1 + random.nextInt(4));
      List<Entry> entries = entries(random, objectives.size(), random.nextInt(60));
      List<Entry> front = ParetoFront.of(entries, objectives);

      List<Entry> expected = new ArrayList<>(entries);
      expected.removeIf(e -> entries.stream().anyMatch(o -> dominatesNaively(o, e, objectives)));
      assertThat(front).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void orderOfTheFrontIsThatOfScoresThenIdsWhateverTheInput() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Objective> objectives = objectives(random, 2);
      List<Entry> entries = entries(random, 2, 40);
      List<Entry> front = ParetoFront.of(entries, objectives);
      Collections.shuffle(entries, random);
      assertThat(ParetoFront.of(entries, objectives)).as("seed " + seed).isEqualTo(front);

      double sign = objectives.getFirst().direction() == Direction.MINIMIZE ? 1 : -1;
      for (int i = 1; i < front.size(); i++) {
        double before = sign * front.get(i - 1).scores().get(0);
        double here = sign * front.get(i).scores().get(0);
        assertThat(before).isLessThanOrEqualTo(here);
        if (front.get(i - 1).scores().equals(front.get(i).scores())) {
          assertThat(front.get(i - 1).id()).isLessThan(front.get(i).id());
        }
      }
    }
  }

  @Test
  void equalScoresStayTogether() {
    Entry a = entry("a", 1, 2);
    Entry b = entry("b", 1, 2);
    List<Objective> objectives = objectives(new Random(1), 2);
    assertThat(ParetoFront.of(List.of(a, b), objectives)).hasSize(2);
    assertThat(Dominance.dominates(a.scores(), b.scores(), objectives)).isFalse();
  }

  @Test
  void scoresOfAnotherProblemAreRefused() {
    List<Objective> one = List.of(Objective.minimize("error", ""));
    assertThatThrownBy(() -> Dominance.dominates(Scores.of(1, 2), Scores.of(1, 2), one))
        .hasMessageContaining("do not fit 1 objectives");
  }

  private static boolean dominatesNaively(Entry a, Entry b, List<Objective> objectives) {
    int better = 0;
    for (int i = 0; i < objectives.size(); i++) {
      double sign = objectives.get(i).direction() == Direction.MINIMIZE ? 1 : -1;
      double x = sign * a.scores().get(i);
      double y = sign * b.scores().get(i);
      if (x > y) {
        return false;
      }
      better += x < y ? 1 : 0;
    }
    return better > 0;
  }

  private static List<Objective> objectives(Random random, int n) {
    List<Objective> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Direction direction = random.nextBoolean() ? Direction.MINIMIZE : Direction.MAXIMIZE;
      list.add(new Objective("o" + i, "", direction));
    }
    return list;
  }

  /** Small whole scores, so that ties are frequent; every notation once. */
  private static List<Entry> entries(Random random, int objectives, int n) {
    List<Entry> list = new ArrayList<>();
    HashSet<Integer> seen = new HashSet<>();
    for (int i = 0; i < n; i++) {
      double[] scores = random.ints(objectives, 0, 6).asDoubleStream().toArray();
      int name = random.nextInt(1_000_000);
      if (seen.add(name)) {
        list.add(entry("p" + name, scores));
      }
    }
    return list;
  }

  private static Entry entry(String notation, double... scores) {
    return Entry.of("toy", PROBLEM, notation, Scores.of(scores), NOWHERE);
  }
}
