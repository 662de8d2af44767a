package org.formulary.approximation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.approximation.fit.ExactFit;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.Formula;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.truth.ChebyshevPoints;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.ReferenceTable;
import org.formulary.truth.ReferenceTables;
import org.formulary.truth.proof.ErrorProof;
import org.formulary.truth.proof.ErrorProver;
import org.formulary.truth.reference.ApfloatArithmetic;
import org.formulary.truth.reference.RealFunction;

/**
 * Confirms the error of a program by arithmetic that no fit uses: a proof by Taylor models with
 * ball coefficients where the target has series of its own, else values at points the fits never
 * saw.
 */
final class Verifier {
  /** No divisor of the fits' 256: only the ends and the middle are shared. Even, for means. */
  private static final int SAMPLE_INTERVALS = 126;

  private static final int DIGITS = ReferenceTable.DEFAULT_DIGITS;
  private static final String ARITHMETIC = "arithmetic";

  private final ApproximationSpec spec;
  private final Reference fitted;
  private final ReferenceTables tables;

  /**
   * @param fitted the values that fits use: sampling looks at them too, so that it never states
   *     less than the fit knew
   */
  Verifier(ApproximationSpec spec, Reference fitted, ReferenceTables tables) {
    this.spec = spec;
    this.fitted = fitted;
    this.tables = tables;
  }

  Verification verify(Program program, Progress progress) {
    long start = System.nanoTime();
    SortedMap<String, String> facts = new TreeMap<>();
    Optional<Formula> formula = spec.formula();
    if (formula.isEmpty()) {
      return sampled(program, facts, start, progress);
    }
    ErrorProver prover = ErrorProver.standard();
    ErrorProof proof =
        (spec.errorNorm() == ErrorNorm.RMS ? prover.withMeanSquare() : prover)
            .prove(
                program,
                formula.get(),
                spec.interval(),
                spec.errorKind(),
                spec.weight().map(RealFunction::formula),
                progress);
    return switch (proof) {
      case ErrorProof.Proved p -> {
        binary64Bound(program, progress)
            .ifPresent(bound -> facts.put("binary64Bound", Double.toString(bound)));
        yield demanded(proved(p, facts), program, formula.get(), progress);
      }
      case ErrorProof.Refuted r ->
          Verification.refuted(
              "Taylor models with ball coefficients", r.reason(), facts, since(start));
      case ErrorProof.Incomplete i -> {
        facts.put("observed", Double.toString(i.observed()));
        facts.put("observedAt", i.at().toString());
        yield new Verification(
            Verification.Outcome.INCOMPLETE,
            "Taylor models with ball coefficients, " + i.boxes() + " boxes",
            i.reason(),
            OptionalDouble.empty(),
            facts,
            since(start));
      }
      case ErrorProof.Unsupported u -> {
        facts.put("unprovable", "no series for " + u.function());
        yield sampled(program, facts, start, progress);
      }
    };
  }

  private Verification proved(ErrorProof.Proved p, SortedMap<String, String> facts) {
    facts.put(ARITHMETIC, "balls of %d bits".formatted(p.bits()));
    facts.put("observedAt", p.at().toString());
    facts.put("observedAtDecimal", Double.toString(p.at().doubleValue()));
    ErrorProof.Enclosure error = p.rms().orElse(p.largest());
    facts.put("observed", Double.toString(error.lower()));
    facts.put("slack", String.format(Locale.ROOT, "%.2e", error.slack()));
    if (p.rms().isPresent()) {
      facts.put("largestError", Double.toString(p.upperBound()));
    }
    facts.put("boxes", Integer.toString(p.boxes()));
    facts.put("order", Integer.toString(p.order()));
    return new Verification(
        Verification.Outcome.PROVED,
        "Taylor models with ball coefficients and adaptive subdivision, %d boxes"
            .formatted(p.boxes()),
        claim(error.upper(), spec.errorNorm() == ErrorNorm.RMS ? "over" : "at every point of"),
        OptionalDouble.of(error.upper()),
        facts,
        p.time());
  }

  /** What was proved, if all else that is asked for can be proved too. */
  private Verification demanded(
      Verification proved, Program program, Formula target, Progress progress) {
    long start = System.nanoTime();
    SortedMap<String, String> facts = new TreeMap<>(proved.facts());
    ConstraintProof.Result result =
        exactness(program, facts)
            .or(() -> constraints(program, target, proved, facts, progress))
            .orElseGet(ConstraintProof.Result.Holds::new);
    Duration time = proved.time().plus(since(start));
    return switch (result) {
      case ConstraintProof.Result.Holds _ ->
          new Verification(
              proved.outcome(), proved.method(), proved.claim(), proved.bound(), facts, time);
      case ConstraintProof.Result.Fails(String reason) ->
          Verification.refuted(proved.method(), reason, facts, time);
      case ConstraintProof.Result.Open(String reason) ->
          new Verification(
              Verification.Outcome.INCOMPLETE,
              proved.method(),
              reason,
              OptionalDouble.empty(),
              facts,
              time);
    };
  }

  /** What keeps the program from being exact where it must be. */
  private Optional<ConstraintProof.Result> exactness(
      Program program, SortedMap<String, String> facts) {
    for (ExactFit.Node node : spec.exact()) {
      Optional<BinaryRational> value = ErrorProver.exactValue(program, BinaryRational.of(node.x()));
      if (value.isEmpty()) {
        return Optional.of(
            new ConstraintProof.Result.Open("it was not shown to be exact at x = " + node.x()));
      }
      if (!value.get().equals(BinaryRational.of(node.value()))) {
        return Optional.of(new ConstraintProof.Result.Fails("not exact at x = " + node.x()));
      }
      facts.put("exactAt", spec.exactPoints());
    }
    return Optional.empty();
  }

  /** The first constraint that is not proved. */
  private Optional<ConstraintProof.Result> constraints(
      Program program,
      Formula target,
      Verification proved,
      SortedMap<String, String> facts,
      Progress progress) {
    ConstraintProof proof = new ConstraintProof(spec, progress);
    for (Constraint c : spec.constraints()) {
      ConstraintProof.Result result = proof.of(c, program, target, proved.bound().getAsDouble());
      if (!(result instanceof ConstraintProof.Result.Holds)) {
        return Optional.of(result);
      }
      facts.put(c.name().toLowerCase(Locale.ROOT), "proved");
    }
    return Optional.empty();
  }

  /**
   * A proved bound on the error as evaluated in binary64; none for data or other errors than plain
   * ones.
   */
  OptionalDouble binary64Bound(Program program, Progress progress) {
    Optional<Formula> formula = spec.formula();
    return formula.isEmpty() || !spec.isPlain()
        ? OptionalDouble.empty()
        : ErrorProver.standard()
            .proveBinary64(program, formula.get(), spec.interval(), spec.errorKind(), progress);
  }

  private String claim(double bound, String where) {
    return "the %s%s in exact arithmetic is at most %s %s [%s, %s]"
            .formatted(
                spec.errorNorm() == ErrorNorm.RMS ? "root mean square of the " : "",
                spec.measure(),
                bound,
                where,
                spec.interval().lower().doubleValue(),
                spec.interval().upper().doubleValue())
        + (spec.demands().isEmpty() ? "" : "; there the program is " + spec.demands());
  }

  private Verification sampled(
      Program program, SortedMap<String, String> facts, long start, Progress progress) {
    double max = 0;
    double stated = 0;
    BinaryRational at = spec.interval().lower();
    int count = 0;
    Optional<String> broken = Optional.empty();
    for (Reference reference : known(progress)) {
      ReferenceTable table = reference.values();
      List<Optional<BigDecimal>> values =
          table.points().stream().map(x -> value(program, x)).toList();
      double[] errors = new double[table.size()];
      for (int i = 0; i < table.size(); i++, count++) {
        errors[i] = error(values.get(i), table.values().get(i)) * reference.weight(i);
        if (!(errors[i] <= max)) {
          max = errors[i];
          at = table.points().get(i);
        }
      }
      stated = Math.max(stated, spec.norm(table.size()).of(errors));
      if (max < Double.POSITIVE_INFINITY) {
        broken = broken.or(() -> broken(table, values));
      }
    }
    String method = "sampled %d points at %d digits (no proof)".formatted(count, DIGITS);
    facts.put(ARITHMETIC, "decimal floating point of %d digits".formatted(DIGITS));
    facts.put("observed", Double.toString(stated));
    facts.put("observedAt", at.toString());
    if (!(max < Double.POSITIVE_INFINITY)) {
      return Verification.refuted(
          method, "not finite at x = " + at.doubleValue(), facts, since(start));
    }
    if (broken.isPresent()) {
      return Verification.refuted(method, broken.get(), facts, since(start));
    }
    return new Verification(
        Verification.Outcome.SAMPLED,
        method,
        claim(stated, "at the points sampled on"),
        OptionalDouble.of(stated),
        facts,
        since(start));
  }

  /** Values that fits did not see where there are any, and those that they saw. */
  private List<Reference> known(Progress progress) {
    if (!(spec.subject() instanceof Subject.Function f)) {
      return List.of(fitted);
    }
    List<BinaryRational> points = ChebyshevPoints.lobatto(spec.interval(), SAMPLE_INTERVALS);
    Reference fresh =
        new Reference(
            tables.table(f.function(), points, progress).table(),
            spec.weight().map(w -> tables.table(w, points, progress).table()));
    return List.of(fresh, fitted);
  }

  /** Where values at all points break a constraint. */
  private Optional<String> broken(ReferenceTable table, List<Optional<BigDecimal>> values) {
    for (Constraint c : spec.constraints()) {
      for (int i = c.isSide() ? 0 : 1; i < table.size(); i++) {
        BigDecimal from = c.isSide() ? table.values().get(i) : values.get(i - 1).orElseThrow();
        int sign = values.get(i).orElseThrow().compareTo(from);
        if (c.isSide() ? sign == -c.sign() : sign != c.sign()) {
          return Optional.of(
              "not %s at x = %s".formatted(c.words(), table.points().get(i).doubleValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** The value at one point, if it is finite. */
  private static Optional<BigDecimal> value(Program program, BinaryRational x) {
    try {
      ApfloatArithmetic arithmetic = new ApfloatArithmetic(DIGITS);
      return Optional.of(
          ApfloatArithmetic.toBigDecimal(
              Interpreter.evaluate(program, arithmetic, arithmetic.of(x))));
    } catch (ArithmeticException e) {
      // Division by zero: decimal numbers have no infinity to pass through, IEEE 754 has.
      double value = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x.doubleValue());
      return Double.isFinite(value) ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }
  }

  /** The error at one point; infinite where the program is not finite or misses a zero. */
  private double error(Optional<BigDecimal> p, BigDecimal f) {
    if (p.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal difference = p.get().subtract(f).abs();
    if (spec.errorKind() == ErrorKind.ABSOLUTE) {
      return difference.doubleValue();
    }
    if (f.signum() == 0) {
      return difference.signum() == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return difference.divide(f.abs(), MathContext.DECIMAL64).doubleValue();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
