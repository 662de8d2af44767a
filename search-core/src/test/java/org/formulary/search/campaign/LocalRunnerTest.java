package org.formulary.search.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalRunnerTest {
  @Test
  void runsEachPieceOnce() {
    AtomicInteger[] ran = new AtomicInteger[100];
    List<Runnable> work = new ArrayList<>();
    for (int i = 0; i < ran.length; i++) {
      AtomicInteger count = new AtomicInteger();
      ran[i] = count;
      work.add(count::incrementAndGet);
    }
    try (LocalRunner runner = new LocalRunner(3)) {
      runner.runAll(work);
    }
    assertThat(ran).allMatch(count -> count.get() == 1);
  }

  @Test
  void throwsWhatTheFirstFailingPieceThrew() {
    RuntimeException first = new UnsupportedOperationException("first");
    Error error = new AssertionError("an error stays one");
    try (LocalRunner runner = new LocalRunner(2)) {
      assertThatThrownBy(
              () ->
                  runner.runAll(
                      List.of(
                          () -> {},
                          () -> {
                            throw first;
                          },
                          () -> {
                            throw error;
                          })))
          .isSameAs(first);
      assertThatThrownBy(
              () ->
                  runner.runAll(
                      List.of(
                          () -> {
                            throw error;
                          })))
          .isSameAs(error);
    }
  }

  @Test
  void waitsForAllPiecesEvenIfOneFails() {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch failed = new CountDownLatch(1);
    Runnable fails =
        () -> {
          failed.countDown();
          throw new IllegalStateException("fails at once");
        };
    Runnable slow =
        () -> {
          try {
            failed.await();
          } catch (InterruptedException e) {
            return;
          }
          for (int i = 0; i < 1000; i++) {
            Thread.yield();
          }
          done.incrementAndGet();
        };
    try (LocalRunner runner = new LocalRunner(4)) {
      assertThatThrownBy(() -> runner.runAll(List.of(fails, slow, slow, slow)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(done).hasValue(3);
    }
  }
}
