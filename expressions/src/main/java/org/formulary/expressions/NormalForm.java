package org.formulary.expressions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The structural normal form: dead code gone, equal sub-expressions shared, commutative operands
 * ordered, values numbered in the order a depth-first walk from the output meets them.
 *
 * <p>Exact in every arithmetic: only the order of the first two operands of a commutative operation
 * changes, never an association. Idempotent. Two programs that differ only by writing get equal
 * normal forms. (The order is by depth and a 64-bit hash; should two different sub-expressions
 * collide in both, their order is kept as written, and equality may be missed but never wrongly
 * asserted.)
 */
public final class NormalForm {
  private NormalForm() {}

  /**
   * The normal form of a program. Sub-expressions with equal constants are shared; constants
   * themselves are not: each use has its own, in order of use.
   */
  public static Program of(Program program) {
    Skeleton s = program.skeleton();
    long[] constantHash = new long[s.constants()];
    Map<BinaryRational, Integer> first = new HashMap<>();
    int[] representative = new int[s.constants()];
    for (int i = 0; i < s.constants(); i++) {
      BinaryRational value = program.constants().get(i);
      constantHash[i] = hash(value);
      Integer seen = first.putIfAbsent(value, i);
      representative[i] = seen == null ? i : seen;
    }
    Walk walk = new Walk(s, constantHash, representative);
    Skeleton normal = walk.result();
    List<BinaryRational> constants = new ArrayList<>();
    for (int old : walk.constantOrder()) {
      constants.add(program.constants().get(old));
    }
    return unshared(normal, constants);
  }

  /** Gives each use of a constant a constant of its own, numbered in order of use. */
  private static Program unshared(Skeleton s, List<BinaryRational> values) {
    List<BinaryRational> constants = new ArrayList<>();
    List<int[]> operands = new ArrayList<>();
    for (Instruction in : s.instructions()) {
      int[] v = {in.a(), in.b(), in.c()};
      for (int i = 0; i < in.op().arity(); i++) {
        if (s.isConstant(v[i])) {
          constants.add(values.get(v[i] - s.inputs()));
          v[i] = -1 - constants.size(); // its final number is known when all are counted
        }
      }
      operands.add(v);
    }
    if (s.isConstant(s.output())) {
      constants.add(values.get(s.output() - s.inputs()));
    }
    int shift = constants.size() - s.constants();
    List<Instruction> instructions = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      int[] v = operands.get(i);
      for (int j = 0; j < 3; j++) {
        boolean constant = v[j] < -1;
        v[j] = constant ? s.inputs() - 2 - v[j] : s.isInstruction(v[j]) ? v[j] + shift : v[j];
      }
      instructions.add(new Instruction(s.instructions().get(i).op(), v[0], v[1], v[2]));
    }
    int output =
        s.isConstant(s.output()) ? s.inputs() : s.output() + (s.isInput(s.output()) ? 0 : shift);
    return new Program(new Skeleton(s.inputs(), constants.size(), instructions, output), constants);
  }

  /**
   * A skeleton in normal form.
   *
   * @param constantOrder for each constant of the skeleton, its number before
   */
  public record Ordered(Skeleton skeleton, List<Integer> constantOrder) {
    public Ordered {
      constantOrder = List.copyOf(constantOrder);
    }
  }

  /** The normal form of a skeleton, each open constant standing for itself. */
  public static Ordered of(Skeleton skeleton) {
    int[] representative = new int[skeleton.constants()];
    Arrays.setAll(representative, i -> i);
    Walk walk = new Walk(skeleton, new long[skeleton.constants()], representative);
    Skeleton normal = walk.result();
    return new Ordered(normal, walk.constantOrder());
  }

  // Not hashCode(), whose result is unspecified: the order decides the notation, and that the ids.
  private static long hash(BinaryRational value) {
    long h = mix(value.exponent(), 0x5bd1e995);
    for (byte b : value.significand().toByteArray()) {
      h = mix(h, b);
    }
    return h;
  }

  private static long mix(long a, long b) {
    long h = (a ^ Long.rotateLeft(b, 29)) * 0x9e3779b97f4a7c15L;
    h ^= h >>> 32;
    h *= 0xd6e8feb86659fd93L;
    return h ^ h >>> 32;
  }

  /** One normalisation; holds the renumbering while it walks. */
  private static final class Walk {
    private final Skeleton old;
    private final int[] representative;
    private final long[] shape;
    private final long[] full;
    private final int[] depth;
    private final int[] renumbered;
    private final List<Integer> constants = new ArrayList<>();
    private final List<Instruction> pending = new ArrayList<>();

    // During the walk constant i is numbered −2 − i and instruction j is numbered inputs + j,
    // because the number of live constants is known only at the end.
    Walk(Skeleton old, long[] constantHash, int[] representative) {
      this.old = old;
      this.representative = representative;
      int n = old.values();
      shape = new long[n];
      full = new long[n];
      depth = new int[n];
      renumbered = new int[n];
      Arrays.fill(renumbered, Integer.MIN_VALUE);
      for (int v = 0; v < n; v++) {
        if (old.isInput(v)) {
          shape[v] = full[v] = mix(v + 1, 17);
        } else if (old.isConstant(v)) {
          shape[v] = mix(3, 5);
          full[v] = mix(constantHash[v - old.inputs()], 7);
          depth[v] = -1;
        } else {
          hash(v);
        }
      }
    }

    private void hash(int v) {
      Instruction in = old.instruction(v);
      long s = in.op().ordinal() + 101;
      long f = s;
      int arity = in.op().arity();
      boolean swap = swapped(in);
      for (int i = 0; i < arity; i++) {
        int operand = in.operand(i < 2 && swap ? 1 - i : i);
        s = mix(s, shape[operand]);
        f = mix(f, full[operand]);
        depth[v] = Math.max(depth[v], depth[operand] + 1);
      }
      shape[v] = s;
      full[v] = f;
    }

    /** Deeper operand first, constants last, then by hash of shape, then with constants. */
    private boolean swapped(Instruction in) {
      if (!in.op().commutative()) {
        return false;
      }
      int byDepth = Integer.compare(depth[in.b()], depth[in.a()]);
      int byShape = Long.compare(shape[in.a()], shape[in.b()]);
      int byFull = Long.compare(full[in.a()], full[in.b()]);
      return (byDepth != 0 ? byDepth : byShape != 0 ? byShape : byFull) > 0;
    }

    private int visit(int v) {
      if (renumbered[v] != Integer.MIN_VALUE) {
        return renumbered[v];
      }
      int number;
      if (old.isInput(v)) {
        number = v;
      } else if (old.isConstant(v)) {
        int constant = representative[v - old.inputs()];
        int index = constants.indexOf(constant);
        if (index < 0) {
          index = constants.size();
          constants.add(constant);
        }
        number = -2 - index;
      } else {
        number = share(old.instruction(v));
      }
      renumbered[v] = number;
      return number;
    }

    private int share(Instruction in) {
      boolean swap = swapped(in);
      int a = visit(swap ? in.b() : in.a());
      int b = in.op().arity() > 1 ? visit(swap ? in.a() : in.b()) : -1;
      int c = in.op().arity() > 2 ? visit(in.c()) : -1;
      // Constants have negative numbers here, so the key is built from a shifted copy.
      Instruction key = shifted(in.op(), a, b, c, 1 << 20);
      int seen = pending.indexOf(key);
      if (seen >= 0) {
        return old.inputs() + seen;
      }
      pending.add(key);
      return old.inputs() + pending.size() - 1;
    }

    private static Instruction shifted(Op op, int a, int b, int c, int by) {
      return new Instruction(
          op, a + by, op.arity() > 1 ? b + by : -1, op.arity() > 2 ? c + by : -1);
    }

    Skeleton result() {
      int output = visit(old.output());
      List<Instruction> instructions = new ArrayList<>(pending.size());
      for (Instruction key : pending) {
        instructions.add(
            new Instruction(
                key.op(),
                place(key.a() - (1 << 20)),
                key.op().arity() > 1 ? place(key.b() - (1 << 20)) : -1,
                key.op().arity() > 2 ? place(key.c() - (1 << 20)) : -1));
      }
      return new Skeleton(old.inputs(), constants.size(), instructions, place(output));
    }

    private int place(int number) {
      if (number < 0) {
        return old.inputs() + (-2 - number);
      }
      return number < old.inputs() ? number : number + constants.size();
    }

    List<Integer> constantOrder() {
      return constants;
    }
  }
}
