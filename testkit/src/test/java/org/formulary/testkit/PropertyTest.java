package org.formulary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PropertyTest {
  @Test
  void runsEveryCaseOfTheSeed() {
    List<Long> once = inputs(5, 200);
    assertThat(once).hasSize(200).doesNotHaveDuplicates().isEqualTo(inputs(5, 200));
    assertThat(inputs(6, 200)).doesNotContainAnyElementsOf(once);
  }

  @Test
  void reportsSeedCaseAndShrunkInput() {
    Property<Long> property =
        Property.forAll(random -> random.nextLong(1000)).seed(3).shrinking(Shrinking::halve);
    assertThatThrownBy(() -> property.check(n -> assertThat(n).isLessThan(100)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the property fails (seed 3, case 0)\n  input: 100\n  shrunk from: ")
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void repeatsACaseByItsNumber() {
    List<Long> all = inputs(9, 20);
    List<Long> one = new ArrayList<>();
    Property.forAll(random -> random.nextLong()).seed(9).only(13).check(one::add);
    assertThat(one).containsExactly(all.get(13));
  }

  @Test
  void shrinksListsToTheGuiltyElement() {
    assertThatThrownBy(
            () ->
                Property.forAll(random -> random.ints(30, 0, 50).boxed().toList())
                    .shrinking(Shrinking::halve)
                    .check(list -> assertThat(list).doesNotContain(7)))
        .hasMessageContaining("input: [7]\n");
  }

  @Test
  void countsExceptionsAsFailures() {
    assertThatThrownBy(
            () ->
                Property.forAll(random -> random.nextDouble(1, 2))
                    .shrinking(Shrinking::halve)
                    .check(
                        x -> {
                          throw new IllegalStateException("no " + x);
                        }))
        .hasMessageContaining("input: 0.0\n")
        .hasMessageContaining("IllegalStateException: no 0.0");
  }

  @Test
  void endsWhereShrinkingWouldNot() {
    assertThatThrownBy(
            () ->
                Property.forAll(random -> 1)
                    .shrinking(n -> List.of(n))
                    .check(n -> assertThat(n).isZero()))
        .hasMessageContaining("input: 1");
  }

  @Test
  void acceptsWhatHolds() {
    assertThatCode(
            () ->
                Property.forAll(random -> random.nextInt()).check(n -> assertThat(n ^ n).isZero()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Property.forAll(random -> 1).cases(0))
        .hasMessage("cases must be ≥ 1, was 0");
  }

  private static List<Long> inputs(long seed, int cases) {
    List<Long> seen = new ArrayList<>();
    Property.forAll(random -> random.nextLong()).seed(seed).cases(cases).check(seen::add);
    return seen;
  }
}
