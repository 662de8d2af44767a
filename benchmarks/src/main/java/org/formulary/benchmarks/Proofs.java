package org.formulary.benchmarks;

import org.formulary.expressions.Program;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.proof.ErrorProof;
import org.formulary.truth.proof.ErrorProver;

/**
 * Proves claims anew: a fresh proof by the prover of the product, in this process. It shows that a
 * claim belongs to the program it is printed beside; {@link Samples} look at it independently.
 */
final class Proofs {
  /** Claims are printed with all digits; a proof made anew may cut its boxes differently. */
  private static final double PRINTED = 1e-3;

  private Proofs() {}

  static ErrorProof relative(Program program, String function, Interval interval) {
    return ErrorProver.standard()
        .prove(program, FormulaParser.parse(function), interval, ErrorKind.RELATIVE, Progress.NONE);
  }

  /** Whether the relative error of the program is proved to be what the line claims. */
  static boolean holds(Front.Line line, String function, Interval interval) {
    return relative(line.parsed(), function, interval) instanceof ErrorProof.Proved p
        && p.upperBound() <= line.error() * (1 + PRINTED);
  }
}
