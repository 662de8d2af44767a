package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.truth.reference.RealFunction;

/** Fronts for functions that a user types. */
final class UserFunction implements Benchmark<UserFunction.Data> {
  /** Points at which claims are checked, by values computed for that purpose. */
  private static final int POINTS = 41;

  /**
   * One search.
   *
   * @param proved whether its claims must be proved; they must be sampled otherwise
   */
  record Run(String function, double low, double high, boolean proved, Front front, int maxOps) {}

  record Data(List<Run> runs) {}

  @Override
  public String name() {
    return "user-function";
  }

  @Override
  public String question() {
    return "fronts for x/(exp(x)-1) on [0.1,1], proved, and for besselJ(0,x) on [0,2], sampled:"
        + " Apfloat is its only source";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return new Data(
        List.of(
            search(log, "x/(exp(x)-1)", 0.1, 1, true, 8, "--time", "30s"),
            search(log, "besselJ(0,x)", 0, 2, false, 8, "--time", "30s")));
  }

  @Override
  public Data quick(Log log) throws Exception {
    return new Data(
        List.of(
            search(log, "x/(exp(x)-1)", 0.1, 1, true, 3, "--evaluations", "20000"),
            search(log, "besselJ(0,x)", 0, 2, false, 3, "--evaluations", "20000")));
  }

  private static Run search(
      Log log,
      String function,
      double low,
      double high,
      boolean proved,
      int maxOps,
      String budget,
      String amount)
      throws Exception {
    log.say(function + ", " + budget + " " + amount);
    String json =
        Cli.search(
                Cli.database(),
                "--function",
                function,
                "--interval",
                low + "," + high,
                "--max-ops",
                Integer.toString(maxOps),
                budget,
                amount)
            .orThrow()
            .out();
    return new Run(function, low, high, proved, Front.parse(json, "maxRelativeError"), maxOps);
  }

  @Override
  public Data plant(Data data) {
    return new Data(
        data.runs().stream()
            .map(
                r ->
                    new Run(
                        r.function(),
                        r.low(),
                        r.high(),
                        r.proved(),
                        r.front().withFalseEntry(),
                        r.maxOps()))
            .toList());
  }

  @Override
  public String defect() {
    return "the largest program of each front has another constant than the one verified";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    for (Run run : data.runs()) {
      double before = Double.POSITIVE_INFINITY;
      for (int n = 2; n <= run.maxOps(); n++) {
        var line = run.front().at(n);
        if (line.isEmpty()) {
          continue; // A larger program that is no better is not on the front.
        }
        double seen = observed(run, line.get().parsed());
        String method = run.proved() ? "PROVED" : "SAMPLED";
        boolean holds =
            line.get().verified()
                && line.get().outcome().equals(method)
                && seen <= line.get().error() * (1 + 1e-3);
        rows.add(
            new Row(
                run.function() + ", " + n + " operations",
                method + ", claim holds, better than smaller ones",
                String.format(
                    Locale.ROOT,
                    "%s %.4e, seen %.4e",
                    line.get().outcome(),
                    line.get().error(),
                    seen),
                holds && line.get().error() < before));
        before = line.get().error();
      }
      int size = run.front().lines().size();
      rows.add(
          new Row(
              run.function() + ", programs on the front",
              "≥ " + (run.maxOps() - 2),
              Integer.toString(size),
              size >= run.maxOps() - 2));
    }
    return rows;
  }

  /** The largest relative error at points of this benchmark's own, in binary64. */
  private static double observed(Run run, Program program) {
    RealFunction f = RealFunction.parse(run.function());
    double max = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = run.low() + (run.high() - run.low()) * i / (POINTS - 1);
      double exact = f.value(BinaryRational.of(x), 20).doubleValue();
      double p = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x);
      max = Math.max(max, Math.abs(p / exact - 1));
    }
    // Below this, binary64 rounding shows instead of the program's error.
    return Math.max(0, max - 0x1p-50);
  }
}
