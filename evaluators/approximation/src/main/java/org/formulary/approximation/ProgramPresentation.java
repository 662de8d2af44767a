package org.formulary.approximation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.print.CodeContext;
import org.formulary.expressions.print.ExportFormat;
import org.formulary.expressions.print.InfixPrinter;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Progress;

/** How programs of an approximation problem are shown and exported. */
final class ProgramPresentation implements Presentation<Candidate> {
  private static final int RANDOM_TEST_INPUTS = 13;

  private final ApproximationSpec spec;
  private final ErrorCurve curve;
  private final Verifier verifier;
  private final Supplier<Judge> judge;
  private final Supplier<List<Baseline>> baselines;

  ProgramPresentation(
      ApproximationSpec spec,
      ErrorCurve curve,
      Verifier verifier,
      Supplier<Judge> judge,
      Supplier<List<Baseline>> baselines) {
    this.spec = spec;
    this.curve = curve;
    this.verifier = verifier;
    this.judge = judge;
    this.baselines = baselines;
  }

  @Override
  public List<String> formats() {
    return Arrays.stream(ExportFormat.values()).map(ExportFormat::id).toList();
  }

  @Override
  public String export(Candidate candidate, String format) {
    ExportFormat f =
        ExportFormat.of(format)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "format must be one of %s, was %s"
                            .formatted(String.join(", ", formats()), format)));
    Program program = candidate.program();
    double low = spec.interval().lower().doubleValue();
    double high = spec.interval().upper().doubleValue();
    String measure = spec.errorNorm().words() + " " + spec.measure();
    List<String> title = new ArrayList<>();
    title.add("%s on [%s, %s]".formatted(spec.title(), low, high));
    title.add(
        String.format(
            Locale.ROOT,
            "%s in exact arithmetic: %.5e (on %d points)",
            measure,
            curve.exactError(candidate),
            curve.size()));
    title.add(
        String.format(
            Locale.ROOT,
            "%s as evaluated here in binary64: %.5e (on the same points)%s",
            measure,
            curve.binary64Error(candidate),
            spec.isPlain() ? rounding(candidate) : ""));
    if (!spec.demands().isEmpty()) {
      title.add("asked to be " + spec.demands() + ", in exact arithmetic");
    }
    verifier
        .binary64Bound(program, Progress.NONE)
        .ifPresent(bound -> title.add(binary64Claim(bound)));
    return f.print(
        program,
        new CodeContext(
            CodeContext.identifier(spec.name()), title, testInputs(low, high), low, high));
  }

  private String rounding(Candidate candidate) {
    return String.format(
        Locale.ROOT,
        ", of which rounding was at most %.2e (seen on %d points)",
        curve.rounding(candidate),
        ErrorCurve.ROUNDING_POINTS);
  }

  private String binary64Claim(double bound) {
    return String.format(
        Locale.ROOT,
        "proved: max %s as evaluated here in binary64, rounding to nearest, at most %.5e%s",
        spec.measure(),
        bound,
        spec.interval().contains(BinaryRational.ZERO) ? ", for x = 0 and |x| >= 2^-500" : "");
  }

  /** Ends, middle, and fixed random points of the interval. */
  private static List<Double> testInputs(double low, double high) {
    SplittableRandom random = new SplittableRandom(1);
    List<Double> inputs = new ArrayList<>(List.of(low, high, low + (high - low) / 2));
    for (int i = 0; i < RANDOM_TEST_INPUTS; i++) {
      inputs.add(random.nextDouble(low, high));
    }
    return inputs;
  }

  @Override
  public String latex(Candidate candidate) {
    return ExportFormat.LATEX.print(candidate.program(), CodeContext.of("approx"));
  }

  @Override
  public SortedMap<String, String> attributes(Candidate candidate) {
    SortedMap<String, String> a = new TreeMap<>();
    a.put("target", spec.name());
    a.put("function", spec.title());
    a.put(
        "interval",
        spec.interval().lower().doubleValue() + "," + spec.interval().upper().doubleValue());
    a.put("errorKind", spec.errorKind().name().toLowerCase(Locale.ROOT));
    a.put("errorNorm", spec.errorNorm().name().toLowerCase(Locale.ROOT));
    spec.weight().ifPresent(w -> a.put("weight", w.text()));
    if (!spec.constraints().isEmpty()) {
      a.put("constraints", spec.constraintNames());
    }
    if (!spec.exact().isEmpty()) {
      a.put("exactAt", spec.exactPoints());
    }
    a.put(
        "operationsUsed",
        candidate.skeleton().instructions().stream()
            .map(i -> i.op().symbol())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")));
    a.put("constants", Integer.toString(candidate.skeleton().constants()));
    a.put(
        "constantBits",
        Integer.toString(
            candidate.program().constants().stream()
                .mapToInt(BinaryRational::bits)
                .max()
                .orElse(0)));
    a.put("binary64Error", String.format(Locale.ROOT, "%.6e", curve.binary64Error(candidate)));
    judge
        .get()
        .levelness(candidate)
        .ifPresent(
            r -> {
              a.put("errorLevel", String.format(Locale.ROOT, "%.6f", r.level()));
              a.put("equioscillationPoints", Integer.toString(r.extrema()));
            });
    return a;
  }

  @Override
  public Optional<String> readable(Candidate candidate) {
    return Optional.of(InfixPrinter.pretty(candidate.program()));
  }

  @Override
  public List<Figure> figures(Candidate candidate) {
    String kind = spec.measure();
    return List.of(
        new Figure(
            "Error of the program in exact arithmetic",
            new Figure.Axis("x", "", false),
            new Figure.Axis(kind, "", false),
            List.of(new Figure.Series(kind, curve.exact(candidate)))));
  }

  @Override
  public List<Baseline> baselines() {
    return baselines.get();
  }
}
