package org.formulary.approximation.evolve;

import static org.formulary.approximation.evolve.Draft.CONSTANT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Op;
import org.formulary.hashing.Fingerprint;

/**
 * All programs of a given number of operations that do not reduce to shorter ones, in parts that
 * can be gone through apart.
 *
 * <p>Programs are lists of instructions, each of which reads the input, constants of its own and
 * earlier results. Left out are lists that only write another one differently: operands of a
 * commutative operation the other way round, neighbours that could change places, results that
 * nothing reads; of programs of one behaviour ({@link Probes}) all but the first of a part.
 */
public final class Enumerator {
  /** Instructions that are left open in a part, so that it takes seconds. */
  private static final int OPEN = 3;

  /** Operands are packed in bytes, above {@link Draft#CONSTANT}, below the operation. */
  private static final int BITS = 8;

  private final List<Op> operations;
  private final int maxArity;
  private final int count;
  private final List<int[]> parts = new ArrayList<>();

  /** The programs of {@code count} ≥ 1 operations out of these. */
  public Enumerator(List<Op> operations, int count) {
    this.operations = List.copyOf(operations);
    this.maxArity = operations.stream().mapToInt(Op::arity).max().orElseThrow();
    this.count = count;
    extend(new int[count], 0, Math.max(0, count - OPEN), start -> parts.add(start.clone()));
  }

  /** The number of parts, ≥ 1. */
  public int parts() {
    return parts.size();
  }

  /**
   * Goes through one part.
   *
   * @param visitor takes each program, with constants that mean nothing; returns whether to go on
   */
  public void run(int part, Predicate<Candidate> visitor) {
    Reducer reducer = new Reducer();
    Probes probes = new Probes();
    Set<Fingerprint> seen = new HashSet<>();
    extend(
        parts.get(part).clone(),
        Math.max(0, count - OPEN),
        count,
        code -> {
          Draft draft = draft(code);
          return Long.bitCount(reducer.reduce(draft)) < count
              || !seen.add(probes.of(draft))
              || visitor.test(draft.candidate(probes));
        });
  }

  /** Extends a list from {@code i} instructions to {@code until} in all ways; false to stop. */
  private boolean extend(int[] code, int i, int until, Predicate<int[]> found) {
    if (i == until) {
      return found.test(code);
    }
    for (int op = 0; op < operations.size(); op++) {
      int arity = operations.get(op).arity();
      for (int a = CONSTANT; a < i; a++) {
        for (int b = arity > 1 ? CONSTANT : i - 1; b < i; b++) {
          for (int c = arity > 2 ? CONSTANT : i - 1; c < i; c++) {
            code[i] = pack(op, a, arity > 1 ? b : CONSTANT, arity > 2 ? c : CONSTANT);
            if (isFirstOfItsKind(code, i)
                && canAllBeRead(code, i)
                && !extend(code, i + 1, until, found)) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private static int pack(int op, int a, int b, int c) {
    return op << 3 * BITS | a - CONSTANT << 2 * BITS | b - CONSTANT << BITS | c - CONSTANT;
  }

  private static int operand(int instruction, int i) {
    return (instruction >> BITS * (2 - i) & (1 << BITS) - 1) + CONSTANT;
  }

  private Op op(int instruction) {
    return operations.get(instruction >> 3 * BITS);
  }

  private boolean isFirstOfItsKind(int[] code, int i) {
    int in = code[i];
    Op op = op(in);
    boolean constant = true;
    boolean anyConstant = false;
    boolean readsLast = false;
    for (int k = 0; k < op.arity(); k++) {
      constant &= operand(in, k) == CONSTANT;
      anyConstant |= operand(in, k) == CONSTANT;
      readsLast |= operand(in, k) == i - 1;
    }
    return !constant
        && (!op.commutative() || operand(in, 0) >= operand(in, 1))
        && (i == 0 || readsLast || in > code[i - 1] || in == code[i - 1] && anyConstant);
  }

  /** Whether the instructions still to come can read all results that nothing reads yet. */
  private boolean canAllBeRead(int[] code, int i) {
    long read = 0;
    for (int j = 0; j <= i; j++) {
      for (int k = 0; k < op(code[j]).arity(); k++) {
        int v = operand(code[j], k);
        read |= v >= 0 ? 1L << v : 0;
      }
    }
    int unread = i + 1 - Long.bitCount(read);
    return unread <= 1 + (count - 1 - i) * (maxArity - 1);
  }

  private Draft draft(int[] code) {
    Draft draft = Draft.identity();
    double constant = 0.6180339887498949;
    for (int in : code) {
      Op op = op(in);
      int node = draft.add(op);
      for (int k = 0; k < op.arity(); k++) {
        if (operand(in, k) == CONSTANT) {
          draft.setConstant(node, k, constant);
          constant = 1 / (constant + 0.1) - 0.3;
        } else {
          draft.set(node, k, operand(in, k));
        }
      }
    }
    draft.output = count - 1;
    return draft;
  }
}
