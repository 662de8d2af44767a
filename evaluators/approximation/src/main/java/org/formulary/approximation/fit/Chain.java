package org.formulary.approximation.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDoubleKernel;

/**
 * A program that is a chain: each operation reads the one before it and, beside it, a constant of
 * its own or a value without constants. Continued fractions and Horner forms are.
 *
 * @param links from the output inwards, up to a value without constants
 * @param constants of the program, all beside the chain
 */
record Chain(List<Link> links, int constants) {
  /**
   * An operation of the chain, one of + − × ÷.
   *
   * @param left whether the chain goes through the first operand
   * @param inner the value there
   * @param beside the other operand
   * @param open whether that is a constant
   */
  record Link(Op op, boolean left, int inner, int beside, boolean open) {}

  Chain {
    links = List.copyOf(links);
  }

  /** The innermost value. */
  int end() {
    return links.getLast().inner();
  }

  /** The chain of a program with constants, if it is one. */
  static Optional<Chain> of(Skeleton s) {
    boolean[] varies = dependsOnConstants(s);
    List<Link> links = new ArrayList<>();
    int open = 0;
    int v = s.output();
    while (varies[v]) {
      Optional<Link> link =
          s.isInstruction(v) ? link(s, s.instruction(v), varies) : Optional.empty();
      if (link.isEmpty()) {
        return Optional.empty();
      }
      open += link.get().open() ? 1 : 0;
      links.add(link.get());
      v = link.get().inner();
    }
    return open > 0 && open == s.constants()
        ? Optional.of(new Chain(links, open))
        : Optional.empty();
  }

  /** The points at which all values without constants are finite. */
  boolean[] finite(DoubleDoubleKernel evaluated, int points) {
    boolean[] finite = new boolean[points];
    for (int i = 0; i < points; i++) {
      finite[i] = Double.isFinite(evaluated.high(end())[i]);
      for (Link link : links) {
        finite[i] &= link.open() || Double.isFinite(evaluated.high(link.beside())[i]);
      }
    }
    return finite;
  }

  /** The points at which no factor or divisor is 0, so that links can be undone there. */
  boolean[] undoable(DoubleDoubleKernel evaluated, int points) {
    boolean[] undoable = new boolean[points];
    for (int i = 0; i < points; i++) {
      undoable[i] = true;
      for (Link link : links) {
        boolean scales = !link.open() && (link.op() == Op.MUL || link.op() == Op.DIV);
        undoable[i] &= !scales || evaluated.high(link.beside())[i] != 0;
      }
    }
    return undoable;
  }

  private static Optional<Link> link(Skeleton s, Instruction in, boolean[] varies) {
    if (in.op() != Op.ADD && in.op() != Op.SUB && in.op() != Op.MUL && in.op() != Op.DIV) {
      return Optional.empty();
    }
    boolean left = s.isConstant(in.b()) || !s.isConstant(in.a()) && varies[in.a()];
    int beside = left ? in.b() : in.a();
    int inner = left ? in.a() : in.b();
    boolean open = s.isConstant(beside);
    return s.isConstant(inner) || varies[beside] && !open
        ? Optional.empty()
        : Optional.of(new Link(in.op(), left, inner, beside, open));
  }

  private static boolean[] dependsOnConstants(Skeleton s) {
    boolean[] varies = new boolean[s.values()];
    for (int v = 0; v < varies.length; v++) {
      varies[v] = s.isConstant(v);
      if (s.isInstruction(v)) {
        Instruction in = s.instruction(v);
        for (int i = 0; i < in.op().arity(); i++) {
          varies[v] |= varies[in.operand(i)];
        }
      }
    }
    return varies;
  }
}
