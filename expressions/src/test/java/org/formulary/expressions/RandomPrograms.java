package org.formulary.expressions;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random programs for tests. */
public final class RandomPrograms {
  private RandomPrograms() {}

  /** A program of one input whose instructions favour recent values; constants of 1 to 200 bits. */
  public static Program next(RandomGenerator random, int instructions) {
    return next(random, instructions, 200);
  }

  /** The same with constants of at most {@code bits} bits. */
  public static Program next(RandomGenerator random, int instructions, int bits) {
    int constants = random.nextInt(4);
    List<BinaryRational> values = new ArrayList<>();
    for (int i = 0; i < constants; i++) {
      values.add(constant(random, bits));
    }
    List<Instruction> list = new ArrayList<>();
    for (int i = 0; i < instructions; i++) {
      int count = 1 + constants + i;
      Op op = Op.values()[random.nextInt(Op.values().length)];
      int a = value(random, count);
      list.add(
          switch (op.arity()) {
            case 1 -> Instruction.of(op, a);
            case 2 -> Instruction.of(op, a, value(random, count));
            default -> Instruction.of(op, a, value(random, count), value(random, count));
          });
    }
    int output = instructions == 0 ? random.nextInt(1 + constants) : constants + instructions;
    return new Program(new Skeleton(1, constants, list, output), values);
  }

  private static int value(RandomGenerator random, int count) {
    return random.nextInt(3) == 0
        ? random.nextInt(count)
        : count - 1 - random.nextInt((count + 1) / 2);
  }

  /** A small integer or a number near 1 of random width. */
  public static BinaryRational constant(RandomGenerator random, int bits) {
    if (random.nextInt(3) == 0) {
      return BinaryRational.of(random.nextInt(-2, 4));
    }
    int width = 1 + random.nextInt(bits);
    BigInteger significand = new BigInteger(width, new java.util.Random(random.nextLong()));
    BinaryRational magnitude = BinaryRational.of(significand.setBit(0), 2 - width);
    return random.nextBoolean() ? magnitude : magnitude.negate();
  }

  /** The same computation in another writing: operands swapped, values copied, dead code added. */
  public static Program rewritten(Program program, RandomGenerator random) {
    Skeleton s = program.skeleton();
    int extra = 1;
    int first = s.inputs() + s.constants() + extra;
    List<BinaryRational> constants = new ArrayList<>(program.constants());
    constants.add(constant(random, 60));
    int[] moved = new int[s.values()];
    List<Instruction> list = new ArrayList<>();
    for (int v = 0; v < s.values(); v++) {
      if (!s.isInstruction(v)) {
        moved[v] = v;
        continue;
      }
      if (random.nextInt(3) == 0) {
        list.add(Instruction.of(Op.SUB, random.nextInt(first + list.size()), 0));
      }
      Instruction in = s.instruction(v);
      Instruction copy = in;
      for (int i = 0; i < in.op().arity(); i++) {
        copy = copy.withOperand(i, moved[in.operand(i)]);
      }
      if (in.op().commutative() && random.nextBoolean()) {
        copy = copy.withOperand(0, copy.b()).withOperand(1, copy.a());
      }
      list.add(copy);
      if (random.nextInt(3) == 0) {
        list.add(copy);
      }
      moved[v] = first + list.size() - 1;
    }
    return new Program(
        new Skeleton(s.inputs(), s.constants() + extra, list, moved[s.output()]), constants);
  }
}
