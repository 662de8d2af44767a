package org.formulary.approximation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * A skeleton with values for its constants, each the unevaluated sum of two binary64 numbers: fits
 * work in binary64 first and leave the low parts 0, later stages use them.
 *
 * <p>Equality is that of the skeleton and of every bit of the constants.
 */
public final class Candidate {
  private final Skeleton skeleton;
  private final double[] high;
  private final double[] low;

  private Candidate(Skeleton skeleton, double[] high, double[] low) {
    this.skeleton = skeleton;
    this.high = high;
    this.low = low;
  }

  /** A candidate with binary64 constants. */
  public static Candidate of(Skeleton skeleton, double[] constants) {
    return of(skeleton, constants, new double[constants.length]);
  }

  /** A candidate with double-double constants. */
  public static Candidate of(Skeleton skeleton, double[] high, double[] low) {
    if (high.length != skeleton.constants() || low.length != high.length) {
      throw new IllegalArgumentException(
          "the skeleton has %d constants, was given %d and %d"
              .formatted(skeleton.constants(), high.length, low.length));
    }
    return new Candidate(skeleton, high.clone(), low.clone());
  }

  /** The candidate nearest to a program: each constant rounded to a double-double. */
  public static Candidate from(Program program) {
    Program normal = NormalForm.of(program);
    int k = normal.constants().size();
    double[] high = new double[k];
    double[] low = new double[k];
    for (int i = 0; i < k; i++) {
      BinaryRational c = normal.constants().get(i);
      high[i] = c.doubleValue();
      low[i] = c.subtract(BinaryRational.of(high[i])).doubleValue();
    }
    return new Candidate(normal.skeleton(), high, low);
  }

  /** The exact program. */
  public Program program() {
    List<BinaryRational> constants = new ArrayList<>(high.length);
    for (int i = 0; i < high.length; i++) {
      constants.add(BinaryRational.of(high[i], low[i]));
    }
    return NormalForm.of(new Program(skeleton, constants));
  }

  public Skeleton skeleton() {
    return skeleton;
  }

  /** The high part of constant {@code i}. */
  public double constant(int i) {
    return high[i];
  }

  /** The high parts: the constants rounded to binary64. */
  public double[] constants() {
    return high.clone();
  }

  /** The low parts. */
  public double[] lowParts() {
    return low.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Candidate that
        && skeleton.equals(that.skeleton)
        && Arrays.equals(high, that.high)
        && Arrays.equals(low, that.low);
  }

  @Override
  public int hashCode() {
    return 31 * skeleton.hashCode() + Arrays.hashCode(high);
  }

  @Override
  public String toString() {
    return skeleton + Arrays.toString(high);
  }
}
