package org.formulary.approximation.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.formulary.expressions.Op;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTest {
  private static final List<Op> ALL = List.of(Op.values());

  @ParameterizedTest
  @EnumSource(Move.class)
  void everyMoveKeepsTheGraphAcyclicAndItsCandidateValid(Move move) {
    Property.forAll(random -> random.nextLong())
        .seed(move.ordinal())
        .cases(3000)
        .check(
            seed -> {
              RandomGenerator random = new SplittableRandom(seed);
              List<Op> ops = random.nextBoolean() ? ALL : Drafts.ARITHMETIC;
              Draft d = Drafts.random(random, ops, random.nextInt(25));
              move.apply(d, ops, random);
              assertThat(Drafts.acyclic(d)).isTrue();
              assertThat(d.size()).isLessThanOrEqualTo(Draft.MAX_NODES);
              assertThat(Drafts.candidate(d).skeleton().instructions().size())
                  .isLessThanOrEqualTo(Drafts.operations(d));
            });
  }

  @ParameterizedTest
  @EnumSource(Move.class)
  void movesUseOnlyTheOperationsAllowed(Move move) {
    for (List<Op> ops :
        List.of(List.of(Op.ADD), List.of(Op.SQRT), List.of(Op.FMA, Op.NEG), Drafts.ARITHMETIC)) {
      RandomGenerator random = new SplittableRandom(1);
      for (int n = 0; n < 200; n++) {
        Draft d = Drafts.random(random, ops, random.nextInt(10));
        move.apply(d, ops, random);
        for (int v = 0; v < d.size(); v++) {
          assertThat(ops).contains(d.op(v));
        }
      }
    }
  }

  @Test
  void insertAddsAtMostOneOperationAfterReduction() {
    RandomGenerator random = new SplittableRandom(2);
    int grown = 0;
    for (int n = 0; n < 5000; n++) {
      Draft d = reduced(random);
      int before = Drafts.operations(d);
      assertThat(Move.INSERT.apply(d, Drafts.ARITHMETIC, random)).isTrue();
      new Reducer().reduce(d);
      assertThat(Drafts.operations(d)).isLessThanOrEqualTo(before + 1);
      grown += Drafts.operations(d) == before + 1 ? 1 : 0;
    }
    // The rest meets a constant or cancels.
    assertThat(grown).isBetween(2000, 4500);
  }

  private static Draft reduced(RandomGenerator random) {
    Draft d = Drafts.random(random, Drafts.ARITHMETIC, random.nextInt(20));
    new Reducer().reduce(d);
    return Draft.of(Drafts.candidate(d));
  }

  @Test
  void removeTakesAtLeastOneOperation() {
    RandomGenerator random = new SplittableRandom(3);
    for (int n = 0; n < 5000; n++) {
      Draft d = reduced(random);
      int before = Drafts.operations(d);
      assertThat(Move.REMOVE.apply(d, Drafts.ARITHMETIC, random)).isEqualTo(before > 0);
      assertThat(Drafts.operations(d)).isLessThanOrEqualTo(Math.max(0, before - 1));
    }
  }

  @Test
  void rewireAndReplaceNeverAddOperations() {
    RandomGenerator random = new SplittableRandom(4);
    for (Move move : List.of(Move.REWIRE, Move.REPLACE, Move.PERTURB)) {
      for (int n = 0; n < 3000; n++) {
        Draft d = reduced(random);
        int before = Drafts.operations(d);
        move.apply(d, Drafts.ARITHMETIC, random);
        assertThat(Drafts.operations(d)).as("%s", move).isLessThanOrEqualTo(before);
      }
    }
  }

  @Test
  void perturbChangesConstantsAlone() {
    RandomGenerator random = new SplittableRandom(5);
    int changed = 0;
    for (int n = 0; n < 3000; n++) {
      Draft d = reduced(random);
      double[] before = Drafts.candidate(d).constants();
      var skeleton = Drafts.candidate(d).skeleton();
      Move.PERTURB.apply(d, Drafts.ARITHMETIC, random);
      assertThat(Drafts.candidate(d).skeleton()).isEqualTo(skeleton);
      changed += Arrays.equals(Drafts.candidate(d).constants(), before) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(1500);
  }

  @Test
  void growIsNearlyNeutral() {
    RandomGenerator random = new SplittableRandom(6);
    double[] changes = new double[4000];
    for (int n = 0; n < changes.length; n++) {
      Draft d = Drafts.parse("1/(x*x+2)+0.5*x");
      double before = Drafts.value(d, 0.7).orElseThrow().value();
      assertThat(Move.GROW.apply(d, Drafts.ARITHMETIC, random)).isTrue();
      double after = Drafts.value(d, 0.7).orElseThrow().value();
      changes[n] = Math.abs(after / before - 1);
    }
    Arrays.sort(changes);
    assertThat(changes[changes.length / 2]).isBetween(1e-5, 1e-3);
    assertThat(changes[changes.length * 99 / 100]).isLessThan(0.3);
  }

  @Test
  void growNeedsSumsAndProducts() {
    Draft d = Drafts.parse("x/3");
    RandomGenerator random = new SplittableRandom(7);
    assertThat(Move.GROW.apply(d, List.of(Op.ADD, Op.DIV), random)).isFalse();
    assertThat(Move.REMOVE.apply(Draft.identity(), ALL, random)).isFalse();
    assertThat(Move.REWIRE.apply(Draft.identity(), ALL, random)).isFalse();
    assertThat(Move.REPLACE.apply(Draft.identity(), ALL, random)).isFalse();
  }
}
