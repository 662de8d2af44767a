package org.formulary.expressions;

import java.util.List;

/**
 * A straight-line program whose constants are left open: an immutable DAG of instructions in SSA
 * order.
 *
 * <p>The values are numbered: first the inputs, then the constants, then one value per instruction.
 * An instruction refers only to values before its own, {@code output} is the number of the result.
 * Sharing is by number: a value used twice is computed once.
 *
 * @param inputs number of inputs, ≥ 1
 * @param constants number of open constants, ≥ 0
 * @param instructions in evaluation order
 * @param output number of the value that is the result
 */
public record Skeleton(int inputs, int constants, List<Instruction> instructions, int output) {
  public Skeleton {
    instructions = List.copyOf(instructions);
    if (inputs < 1 || constants < 0) {
      throw new IllegalArgumentException(
          "inputs must be ≥ 1 and constants ≥ 0, were %d and %d".formatted(inputs, constants));
    }
    int value = inputs + constants;
    for (Instruction instruction : instructions) {
      for (int i = 0; i < instruction.op().arity(); i++) {
        if (instruction.operand(i) >= value) {
          throw new IllegalArgumentException(
              "value %d uses value %d, which is not before it"
                  .formatted(value, instruction.operand(i)));
        }
      }
      value++;
    }
    if (output < 0 || output >= value) {
      throw new IllegalArgumentException(
          "output must be a value in 0…%d, was %d".formatted(value - 1, output));
    }
  }

  /** The number of values: inputs, constants and instructions. */
  public int values() {
    return inputs + constants + instructions.size();
  }

  /** The number of the first instruction's value. */
  public int firstInstruction() {
    return inputs + constants;
  }

  public boolean isInput(int value) {
    return value < inputs;
  }

  public boolean isConstant(int value) {
    return value >= inputs && value < inputs + constants;
  }

  public boolean isInstruction(int value) {
    return value >= inputs + constants;
  }

  /** The instruction that computes {@code value}. */
  public Instruction instruction(int value) {
    return instructions.get(value - firstInstruction());
  }

  /** For each value, whether it depends on an input. */
  public boolean[] dependsOnInput() {
    boolean[] depends = new boolean[values()];
    for (int v = 0; v < depends.length; v++) {
      if (isInput(v)) {
        depends[v] = true;
      } else if (isInstruction(v)) {
        Instruction in = instruction(v);
        for (int i = 0; i < in.op().arity(); i++) {
          depends[v] |= depends[in.operand(i)];
        }
      }
    }
    return depends;
  }

  /** For each value, whether the output needs it. */
  public boolean[] live() {
    boolean[] live = new boolean[values()];
    live[output] = true;
    for (int v = values() - 1; v >= firstInstruction(); v--) {
      if (live[v]) {
        Instruction in = instruction(v);
        for (int i = 0; i < in.op().arity(); i++) {
          live[in.operand(i)] = true;
        }
      }
    }
    return live;
  }
}
