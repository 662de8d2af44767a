package org.formulary.expressions.rewrite;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;

/** An e-node: a leaf, or an operation whose operands are numbers of e-nodes. */
sealed interface Node {
  /** An input of the program. */
  record Input(int number) implements Node {}

  /** A constant. */
  record Constant(BinaryRational value) implements Node {}

  /** An operation. */
  record Apply(Instruction instruction) implements Node {}
}
