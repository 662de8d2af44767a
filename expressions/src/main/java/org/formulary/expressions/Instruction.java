package org.formulary.expressions;

/**
 * One instruction of a straight-line program: an operation on earlier values, named by their number
 * in the value table (see {@link Skeleton}). Operands beyond the arity are −1.
 */
public record Instruction(Op op, int a, int b, int c) {
  public Instruction {
    int given = (a >= 0 ? 1 : 0) + (b >= 0 ? 1 : 0) + (c >= 0 ? 1 : 0);
    boolean dense = (b < 0 || a >= 0) && (c < 0 || b >= 0);
    if (given != op.arity() || !dense) {
      throw new IllegalArgumentException(
          "%s takes %d operands, was given (%d, %d, %d)".formatted(op, op.arity(), a, b, c));
    }
  }

  public static Instruction of(Op op, int a) {
    return new Instruction(op, a, -1, -1);
  }

  public static Instruction of(Op op, int a, int b) {
    return new Instruction(op, a, b, -1);
  }

  public static Instruction of(Op op, int a, int b, int c) {
    return new Instruction(op, a, b, c);
  }

  /** Operand {@code i}, 0 ≤ i &lt; arity. */
  public int operand(int i) {
    return switch (i) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> throw new IndexOutOfBoundsException(i);
    };
  }

  /** The same operation with operand {@code i} replaced. */
  public Instruction withOperand(int i, int value) {
    return switch (i) {
      case 0 -> new Instruction(op, value, b, c);
      case 1 -> new Instruction(op, a, value, c);
      case 2 -> new Instruction(op, a, b, value);
      default -> throw new IndexOutOfBoundsException(i);
    };
  }

  /** Whether any operand is the value numbered {@code value}. */
  public boolean uses(int value) {
    return a == value || b == value || c == value;
  }
}
