package org.formulary.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.Progress;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/**
 * Values of a function at exact points, as {@link RealFunction} gives them.
 *
 * @param function the formula
 * @param digits the significant digits of the values
 * @param points where
 * @param values one for each point
 */
public record ReferenceTable(
    String function, int digits, List<BinaryRational> points, List<BigDecimal> values) {
  /** Digits enough for fits in double-double with room for cancellation. */
  public static final int DEFAULT_DIGITS = 40;

  public ReferenceTable {
    points = List.copyOf(points);
    values = List.copyOf(values);
    if (points.size() != values.size()) {
      throw new IllegalArgumentException(
          "a table needs a value for each point, was given %d points and %d values"
              .formatted(points.size(), values.size()));
    }
  }

  public int size() {
    return points.size();
  }

  /**
   * Computes a table. The result does not depend on the number of threads.
   *
   * <p>Throws the {@link UndefinedValueException} of the first point without a value, and {@link
   * CancellationException} if {@code progress} asks to stop.
   */
  public static ReferenceTable compute(
      RealFunction function, List<BinaryRational> points, Effort effort, Progress progress) {
    List<BigDecimal> values = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(effort.threads());
    try {
      List<Future<BigDecimal>> pending =
          points.stream().map(x -> pool.submit(() -> function.value(x, effort.digits()))).toList();
      for (Future<BigDecimal> value : pending) {
        progress.report("reference values", values.size(), points.size());
        if (progress.cancelled()) {
          throw new CancellationException("reference values");
        }
        try {
          values.add(await(value));
        } catch (UndefinedValueException e) {
          // While the process ends Apfloat fails in ways of its own.
          throw progress.cancelled() ? new CancellationException("reference values") : e;
        }
      }
    } finally {
      pool.shutdownNow();
      pool.close();
    }
    progress.report("reference values", points.size(), points.size());
    return new ReferenceTable(function.text(), effort.digits(), points, values);
  }

  private static BigDecimal await(Future<BigDecimal> value) {
    try {
      return value.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reference values");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * How many digits to compute, and on how many threads.
   *
   * @param digits 1 to 10000
   * @param threads at least 1
   */
  public record Effort(int digits, int threads) {
    public Effort {
      if (digits < 1 || threads < 1) {
        throw new IllegalArgumentException(
            "digits and threads must be ≥ 1, were %d and %d".formatted(digits, threads));
      }
    }
  }
}
