package org.formulary.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SkeletonTest {
  /** Values: 0 x, 1 c1, 2 c2, 3 c1 + c2, 4 x·(c1 + c2), 5 √c2 (dead). */
  private final Skeleton skeleton =
      new Skeleton(
          1,
          2,
          List.of(
              Instruction.of(Op.ADD, 1, 2),
              Instruction.of(Op.MUL, 0, 3),
              Instruction.of(Op.SQRT, 2)),
          4);

  @Test
  void numbersInputsConstantsInstructions() {
    assertThat(skeleton.values()).isEqualTo(6);
    assertThat(skeleton.firstInstruction()).isEqualTo(3);
    assertThat(skeleton.isInput(0)).isTrue();
    assertThat(skeleton.isConstant(2)).isTrue();
    assertThat(skeleton.isConstant(3)).isFalse();
    assertThat(skeleton.isInstruction(3)).isTrue();
    assertThat(skeleton.instruction(4).op()).isEqualTo(Op.MUL);
  }

  @Test
  void knowsWhatDependsOnTheInputAndWhatIsLive() {
    assertThat(skeleton.dependsOnInput()).containsExactly(true, false, false, false, true, false);
    assertThat(skeleton.live()).containsExactly(true, true, true, true, true, false);
  }

  @Test
  void refusesForwardReferences() {
    assertThatThrownBy(() -> new Skeleton(1, 0, List.of(Instruction.of(Op.ADD, 0, 1)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value 1 uses value 1, which is not before it");
  }

  @Test
  void refusesAnOutputThatDoesNotExist() {
    assertThatThrownBy(() -> new Skeleton(1, 1, List.of(), 2))
        .hasMessage("output must be a value in 0…1, was 2");
    assertThatThrownBy(() -> new Skeleton(0, 1, List.of(), 0))
        .hasMessage("inputs must be ≥ 1 and constants ≥ 0, were 0 and 1");
  }

  @Test
  void refusesTheWrongNumberOfOperandsOrConstants() {
    assertThatThrownBy(() -> Instruction.of(Op.SQRT, 1, 2))
        .hasMessageContaining("SQRT takes 1 operands");
    assertThatThrownBy(() -> Instruction.of(Op.FMA, 1, 2))
        .hasMessageContaining("FMA takes 3 operands");
    assertThatThrownBy(() -> new Program(skeleton, List.of()))
        .hasMessage("the skeleton has 2 constants, was given 0");
  }
}
