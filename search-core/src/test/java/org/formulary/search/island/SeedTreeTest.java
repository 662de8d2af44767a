package org.formulary.search.island;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTreeTest {
  @Test
  void differentPathsDrawDifferently() {
    Set<Long> first = new HashSet<>();
    int paths = 0;
    for (long seed = -3; seed < 7; seed++) {
      for (int island = 0; island < 10; island++) {
        for (long generation = 0; generation < 200; generation++) {
          first.add(SeedTree.random(seed, island, generation).nextLong());
          paths++;
        }
      }
    }
    assertThat(first).hasSize(paths);
  }

  @Test
  void theSamePathDrawsTheSame() {
    assertThat(SeedTree.random(5, 2, 9).longs(50).toArray())
        .isEqualTo(SeedTree.random(5, 2, 9).longs(50).toArray());
  }

  @Test
  void firstDrawsOfNeighbouringGenerationsAreUniform() {
    int[] bins = new int[16];
    for (long generation = 0; generation < 16_000; generation++) {
      bins[SeedTree.random(1, 0, generation).nextInt(16)]++;
    }
    // Six standard deviations of a binomial count of mean 1000.
    for (int count : bins) {
      assertThat(count).isBetween(815, 1185);
    }
  }
}
