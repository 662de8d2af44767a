package org.formulary.approximation.evolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.NormalForm;
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

  private int size;
  private Op[] op;
  private int[][] operand;
  private double[][] constant;

  /** The node that is the result, or {@link #INPUT} or {@link #CONSTANT}. */
  int output = INPUT;

  /** The value of the result where it is a constant. */
  double outputConstant;

  private Draft(int capacity) {
    op = new Op[capacity];
    operand = new int[capacity][3];
    constant = new double[capacity][3];
  }

  /** The program that returns its input. */
  static Draft identity() {
    return new Draft(8);
  }

  /** A draft of a candidate with room for growth; the low parts of constants are dropped. */
  static Draft of(Candidate candidate) {
    Skeleton s = candidate.skeleton();
    double[] c = candidate.constants();
    Draft d = new Draft(s.instructions().size() + 8);
    for (Instruction in : s.instructions()) {
      int node = d.add(in.op());
      for (int i = 0; i < in.op().arity(); i++) {
        int v = in.operand(i);
        if (s.isConstant(v)) {
          d.setConstant(node, i, c[v - 1]);
        } else {
          d.set(node, i, s.isInput(v) ? INPUT : v - s.firstInstruction());
        }
      }
    }
    d.output =
        s.isInput(s.output())
            ? INPUT
            : s.isConstant(s.output()) ? CONSTANT : s.output() - s.firstInstruction();
    d.outputConstant = d.output == CONSTANT ? c[s.output() - 1] : 0;
    return d;
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
    return operand[node][i];
  }

  double constant(int node, int i) {
    return constant[node][i];
  }

  boolean isConstant(int node, int i) {
    return operand[node][i] == CONSTANT;
  }

  void set(int node, int i, int source) {
    operand[node][i] = source;
  }

  void setConstant(int node, int i, double value) {
    operand[node][i] = CONSTANT;
    constant[node][i] = value;
  }

  /** Copies operand {@code j} of {@code from} to operand {@code i} of {@code node}. */
  void copyOperand(int node, int i, int from, int j) {
    operand[node][i] = operand[from][j];
    constant[node][i] = constant[from][j];
  }

  /** A new node without operands set. */
  int add(Op operation) {
    if (size == op.length) {
      int capacity = 2 * size;
      op = Arrays.copyOf(op, capacity);
      operand = Arrays.copyOf(operand, capacity);
      constant = Arrays.copyOf(constant, capacity);
      for (int i = size; i < capacity; i++) {
        operand[i] = new int[3];
        constant[i] = new double[3];
      }
    }
    op[size] = operation;
    return size++;
  }

  /** Lets every use of {@code node}, the output too, read {@code source} instead. */
  void replaceUses(int node, int source, double value) {
    for (int v = 0; v < size; v++) {
      for (int i = 0; i < op[v].arity(); i++) {
        if (operand[v][i] == node) {
          operand[v][i] = source;
          constant[v][i] = value;
        }
      }
    }
    if (output == node) {
      output = source;
      outputConstant = value;
    }
  }

  /** The number of operand slots (and the output) of live nodes that read {@code node}. */
  int uses(int node, long live) {
    int count = output == node ? 1 : 0;
    for (int v = 0; v < size; v++) {
      if ((live >>> v & 1) != 0) {
        int[] operands = operand[v];
        for (int i = 0; i < op[v].arity(); i++) {
          if (operands[i] == node) {
            count++;
          }
        }
      }
    }
    return count;
  }

  /** The nodes the output needs, as bits. */
  long live() {
    return mark(output, 0);
  }

  private long mark(int node, long seen) {
    if (node < 0 || (seen >>> node & 1) != 0) {
      return seen;
    }
    long marked = seen | 1L << node;
    int[] operands = operand[node];
    for (int i = 0; i < op[node].arity(); i++) {
      marked = mark(operands[i], marked);
    }
    return marked;
  }

  /** The nodes that need {@code node}, itself included, as bits. */
  long dependents(int node) {
    long found = 1L << node;
    long before;
    do {
      before = found;
      for (int v = 0; v < size; v++) {
        int[] operands = operand[v];
        for (int i = 0; i < op[v].arity(); i++) {
          if (operands[i] >= 0 && (found >>> operands[i] & 1) != 0) {
            found |= 1L << v;
          }
        }
      }
    } while (found != before);
    return found;
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
        int[] o = operand[next];
        operand[next] = operand[v];
        operand[v] = o;
        double[] c = constant[next];
        constant[next] = constant[v];
        constant[v] = c;
        place[v] = next++;
      }
    }
    size = next;
    for (int v = 0; v < size; v++) {
      for (int i = 0; i < op[v].arity(); i++) {
        operand[v][i] = operand[v][i] < 0 ? operand[v][i] : place[operand[v][i]];
      }
    }
    output = output < 0 ? output : place[output];
  }

  /** The candidate in normal form, dead nodes gone. */
  Candidate candidate() {
    List<Instruction> instructions = new ArrayList<>(size);
    double[] constants = new double[3 * size + 1];
    int[] place = new int[size];
    Arrays.fill(place, -1);
    long live = live();
    int k = 0;
    for (int v = 0; v < size; v++) {
      if ((live >>> v & 1) != 0) {
        for (int i = 0; i < op[v].arity(); i++) {
          k += operand[v][i] == CONSTANT ? 1 : 0;
        }
      }
    }
    k += output == CONSTANT ? 1 : 0;
    int[] next = {0};
    emit(output, k, instructions, constants, place, next);
    int result;
    if (output == CONSTANT) {
      constants[0] = outputConstant;
      result = 1;
    } else {
      result = output == INPUT ? 0 : place[output];
    }
    NormalForm.Ordered normal = NormalForm.of(new Skeleton(1, k, instructions, result));
    double[] ordered = new double[normal.constantOrder().size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = constants[normal.constantOrder().get(i)];
    }
    return Candidate.of(normal.skeleton(), ordered);
  }

  private void emit(
      int node, int k, List<Instruction> code, double[] constants, int[] place, int[] next) {
    if (node < 0 || place[node] >= 0) {
      return;
    }
    int arity = op[node].arity();
    int[] v = {-1, -1, -1};
    for (int i = 0; i < arity; i++) {
      int source = operand[node][i];
      emit(source, k, code, constants, place, next);
      if (source == CONSTANT) {
        constants[next[0]] = constant[node][i];
        v[i] = 1 + next[0]++;
      } else {
        v[i] = source == INPUT ? 0 : place[source];
      }
    }
    code.add(new Instruction(op[node], v[0], v[1], v[2]));
    place[node] = k + code.size();
  }
}
