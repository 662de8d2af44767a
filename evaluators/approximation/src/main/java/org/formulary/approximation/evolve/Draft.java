package org.formulary.approximation.evolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;

/**
 * A program under alteration: a mutable graph of nodes. An operand is a node number, {@link #INPUT}
 * or {@link #CONSTANT}; each constant operand has its own value, because separate constants are
 * free and never worse than a shared one. Node numbers say nothing about order; the graph is
 * acyclic. Sets of nodes are bits of a long, so there are at most {@link #MAX_NODES} nodes; dead
 * ones go when a draft is made anew from its candidate.
 */
final class Draft {
  static final int INPUT = -1;
  static final int CONSTANT = -2;

  static final int MAX_NODES = 64;

  /** Operands an operation has at most. */
  static final int SLOTS = 3;

  private int size;
  private Op[] op;

  /** Operand i of node v at 3v + i; {@link #INPUT} where the operation has fewer. */
  private int[] operand;

  private double[] constant;

  /** The node that is the result, or {@link #INPUT} or {@link #CONSTANT}. */
  int output = INPUT;

  /** The value of the result where it is a constant. */
  double outputConstant;

  private Draft(int capacity) {
    op = new Op[capacity];
    operand = new int[SLOTS * capacity];
    constant = new double[SLOTS * capacity];
  }

  /** The program that returns its input. */
  static Draft identity() {
    return new Draft(8);
  }

  /** A draft of a candidate with room for growth; the low parts of constants are dropped. */
  static Draft of(Candidate candidate) {
    Draft d = new Draft(candidate.skeleton().instructions().size() + 8);
    d.load(candidate);
    return d;
  }

  /** Takes a candidate in place of what was here. */
  void load(Candidate candidate) {
    Skeleton s = candidate.skeleton();
    int first = s.firstInstruction();
    size = 0;
    for (Instruction in : s.instructions()) {
      int node = add(in.op());
      for (int i = 0; i < in.op().arity(); i++) {
        int v = in.operand(i);
        if (v >= first) {
          set(node, i, v - first);
        } else if (v == 0) {
          set(node, i, INPUT);
        } else {
          setConstant(node, i, candidate.constant(v - 1));
        }
      }
    }
    int v = s.output();
    output = v >= first ? v - first : v == 0 ? INPUT : CONSTANT;
    outputConstant = output == CONSTANT ? candidate.constant(v - 1) : 0;
  }

  int size() {
    return size;
  }

  Op op(int node) {
    return op[node];
  }

  void setOp(int node, Op value) {
    op[node] = value;
  }

  int operand(int node, int i) {
    return operand[SLOTS * node + i];
  }

  double constant(int node, int i) {
    return constant[SLOTS * node + i];
  }

  boolean isConstant(int node, int i) {
    return operand[SLOTS * node + i] == CONSTANT;
  }

  void set(int node, int i, int source) {
    operand[SLOTS * node + i] = source;
  }

  void setConstant(int node, int i, double value) {
    operand[SLOTS * node + i] = CONSTANT;
    constant[SLOTS * node + i] = value;
  }

  /** Copies operand {@code j} of {@code from} to operand {@code i} of {@code node}. */
  void copyOperand(int node, int i, int from, int j) {
    operand[SLOTS * node + i] = operand[SLOTS * from + j];
    constant[SLOTS * node + i] = constant[SLOTS * from + j];
  }

  /** A new node that reads the input until its operands are set. */
  int add(Op operation) {
    if (size == op.length) {
      op = Arrays.copyOf(op, 2 * size);
      operand = Arrays.copyOf(operand, SLOTS * 2 * size);
      constant = Arrays.copyOf(constant, SLOTS * 2 * size);
    }
    op[size] = operation;
    Arrays.fill(operand, SLOTS * size, SLOTS * size + SLOTS, INPUT);
    return size++;
  }

  /** Lets every use of {@code node}, the output too, read {@code source} instead. */
  void replaceUses(int node, int source, double value) {
    for (int i = 0; i < SLOTS * size; i++) {
      if (operand[i] == node) {
        operand[i] = source;
        constant[i] = value;
      }
    }
    if (output == node) {
      output = source;
      outputConstant = value;
    }
  }

  /** The set of one node; empty for the input and constants. */
  private static long bit(int source) {
    return 1L << source & ~((long) source >> 63);
  }

  /** The nodes that {@code node} reads, as bits. */
  private long reads(int node) {
    int i = SLOTS * node;
    return bit(operand[i]) | bit(operand[i + 1]) | bit(operand[i + 2]);
  }

  /** The nodes the output needs, as bits. */
  long live() {
    return needs(output);
  }

  /** The nodes that {@code source} needs, itself included, as bits. */
  long needs(int source) {
    long needed = bit(source);
    for (long open = needed; open != 0; ) {
      int v = Long.numberOfTrailingZeros(open);
      long fresh = reads(v) & ~needed;
      needed |= fresh;
      open = open & open - 1 | fresh;
    }
    return needed;
  }

  /**
   * Which nodes the output needs and how often live nodes and the output read each, as bits.
   *
   * @param twice read at least twice
   * @param thrice read at least three times
   */
  record Uses(long live, long twice, long thrice) {
    boolean once(int node) {
      return (twice >>> node & 1) == 0;
    }

    boolean exactlyTwice(int node) {
      return ((twice & ~thrice) >>> node & 1) != 0;
    }
  }

  Uses uses() {
    long live = bit(output);
    long twice = 0;
    long thrice = 0;
    for (long open = live; open != 0; ) {
      int v = Long.numberOfTrailingZeros(open);
      open &= open - 1;
      for (int i = SLOTS * v; i < SLOTS * v + SLOTS; i++) {
        long read = bit(operand[i]);
        open |= read & ~live;
        thrice |= read & twice;
        twice |= read & live;
        live |= read;
      }
    }
    return new Uses(live, twice, thrice);
  }

  /** Drops dead nodes where there are too many for further moves. */
  void compact() {
    if (size <= MAX_NODES / 2) {
      return;
    }
    long live = live();
    int[] place = new int[size];
    int next = 0;
    for (int v = 0; v < size; v++) {
      if ((live >>> v & 1) != 0) {
        op[next] = op[v];
        for (int i = 0; i < SLOTS; i++) {
          copyOperand(next, i, v, i);
        }
        place[v] = next++;
      }
    }
    size = next;
    for (int i = 0; i < SLOTS * size; i++) {
      operand[i] = operand[i] < 0 ? operand[i] : place[operand[i]];
    }
    output = output < 0 ? output : place[output];
  }

  /**
   * The candidate, dead nodes gone. Operands of commutative operations and the numbering follow the
   * hash of their shape ({@link Probes}), so that drafts that differ by writing give equal
   * skeletons.
   */
  Candidate candidate(Probes probes) {
    int k = output == CONSTANT ? 1 : 0;
    for (long left = live(); left != 0; left &= left - 1) {
      int v = Long.numberOfTrailingZeros(left);
      for (int i = SLOTS * v; i < SLOTS * v + SLOTS; i++) {
        k += operand[i] == CONSTANT ? 1 : 0;
      }
    }
    Emitter emitter = new Emitter(k, probes.swaps(this));
    if (output == CONSTANT) {
      emitter.constants[0] = outputConstant;
    }
    int result = output == CONSTANT ? 1 : emitter.emit(output);
    return Candidate.of(new Skeleton(1, k, emitter.code, result), emitter.constants);
  }

  /** Numbers values in the order of a depth-first walk. */
  private final class Emitter {
    private final int values;
    private final long swaps;
    private final double[] constants;
    private final List<Instruction> code = new ArrayList<>(size);
    private final int[] place = new int[size];
    private int next;

    Emitter(int k, long swaps) {
      this.values = 1 + k;
      this.swaps = swaps;
      this.constants = new double[k];
    }

    int emit(int node) {
      if (node == INPUT) {
        return 0;
      }
      if (place[node] > 0) {
        return place[node];
      }
      int arity = op[node].arity();
      int swap = (int) (swaps >>> node & 1);
      int a = operand(node, swap);
      int b = arity > 1 ? operand(node, 1 - swap) : -1;
      int c = arity > 2 ? operand(node, 2) : -1;
      code.add(new Instruction(op[node], a, b, c));
      place[node] = values + code.size() - 1;
      return place[node];
    }

    private int operand(int node, int i) {
      if (isConstant(node, i)) {
        constants[next] = constant(node, i);
        return 1 + next++;
      }
      return emit(Draft.this.operand(node, i));
    }
  }
}
