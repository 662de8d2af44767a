package org.formulary.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfCheckTest {
  static Stream<Benchmark<?>> everyBenchmark() {
    return Main.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("everyBenchmark")
  void passesSmallAndFailsWithItsPlantedDefect(Benchmark<?> benchmark) throws Exception {
    assertThat(SelfCheck.of(benchmark, line -> {})).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyBenchmark")
  void namesWhatItAsks(Benchmark<?> benchmark) {
    assertThat(List.of(benchmark.name(), benchmark.question(), benchmark.defect()))
        .noneMatch(String::isBlank);
  }
}
