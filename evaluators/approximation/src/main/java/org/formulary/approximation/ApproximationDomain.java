package org.formulary.approximation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.domain.SpecSchema.Key;
import org.formulary.truth.CommaSeparated;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;
import org.formulary.truth.ReferenceTables;
import org.formulary.truth.TargetCheck;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** The domain {@code approximation}: programs that approximate a real function on an interval. */
public final class ApproximationDomain implements Domain {
  private static final String CACHE_PROPERTY = "formulary.cache";

  private static final int GRID = 256;

  private final EngineParts parts;

  public ApproximationDomain() {
    this(EngineParts.ALL);
  }

  /** With parts of the search left out. */
  public ApproximationDomain(EngineParts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "approximation";
  }

  @Override
  public String description() {
    return "Programs that approximate a function: the most accurate for each number of operations";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--target exp2 --interval 0,1 --max-ops 8 --time 60s",
        "--function \"x/(exp(x)-1)\" --interval 0.1,1 --evaluations 2000000 --seed 7",
        "--target log2 --max-ops 5 --strategy sweep",
        "--target exp --constraints below,increasing --max-ops 6 --time 30s",
        "--target erf --interval 0,1,2,4 --max-ops 6 --time 90s",
        "--samples measured.csv --max-ops 6 --error relative");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(
        List.of(
            Key.of(
                SpecReader.TARGET,
                "NAME",
                "named function, see 'formulary targets'; or use --function"),
            Key.of(
                SpecReader.FUNCTION,
                "FORMULA",
                "function of x, such as \"x/(exp(x)-1)\", instead of --target; needs --interval"),
            Key.of(
                SpecReader.SAMPLES,
                "FILE.csv",
                "values of an unknown function, x and y on each line, instead of --target; %d to %d"
                    .formatted(SampleFile.FEWEST, SampleFile.MOST)),
            Key.of(
                SpecReader.INTERVAL,
                "A,B",
                "closed interval A < B, numbers or formulas such as -pi/4,pi/4; A,B,C,… for pieces,"
                    + " each searched on its own; default: the target's own"),
            Key.of(
                SpecReader.ERROR,
                "KIND",
                "relative or absolute; default: the target's own, relative for --function, absolute"
                    + " for --samples"),
            Key.of(
                SpecReader.NORM,
                "NAME",
                "max",
                "what of the error is made small: max, or rms, the root mean square over the"
                    + " interval"),
            Key.of(
                SpecReader.WEIGHT,
                "FORMULA",
                "what errors are multiplied by, a formula of x such as \"exp(-x*x)\", nowhere"
                    + " negative; default: 1"),
            Key.of(
                SpecReader.CONSTRAINTS,
                "LIST",
                "what programs must be, proved: below or above (the function, everywhere),"
                    + " increasing or decreasing, comma-separated; default: none"),
            Key.of(
                SpecReader.EXACT,
                "LIST",
                "points where programs equal the function, exactly, such as 0 for exp; at most %d, where its value is a binary64 number"
                    .formatted(SpecReader.MOST_EXACT)),
            Key.of(
                SpecReader.OPERATIONS,
                "LIST",
                "+,-,*,/",
                "operations allowed, comma-separated, out of + - * / neg sqrt fma"),
            Key.of(
                SpecReader.MAX_OPS,
                "N",
                "8",
                "largest number of operations, 1 to " + SpecReader.MAX_OPERATIONS),
            Key.of(
                SpecReader.STRATEGY,
                "NAME",
                "evolve",
                "evolve, sweep (all programs, to "
                    + SpecReader.MAX_SWEPT
                    + " operations: 5 take a minute on two cores, 6 most of an hour), or both (the"
                    + " best of all small programs are where the evolution starts)")));
  }

  /** A program for each piece of an interval of more than two ends. */
  @Override
  public List<ProblemSpec> parts(ProblemSpec spec) {
    List<String> pieces = spec.option(SpecReader.INTERVAL).map(Interval::pieces).orElse(List.of());
    if (pieces.size() < 2) {
      return List.of(spec);
    }
    // All is checked before the first piece is searched.
    List<String> ends = CommaSeparated.parts(spec.option(SpecReader.INTERVAL).orElseThrow());
    SpecReader.read(spec.with(SpecReader.INTERVAL, ends.getFirst() + "," + ends.getLast()));
    List<ProblemSpec> parts = pieces.stream().map(piece -> piece(spec, piece)).toList();
    parts.forEach(SpecReader::read);
    return parts;
  }

  private static ProblemSpec piece(ProblemSpec spec, String piece) {
    ProblemSpec part = spec.with(SpecReader.INTERVAL, piece);
    Optional<String> points = spec.option(SpecReader.EXACT);
    return points.isEmpty()
        ? part
        : SpecReader.pointsWithin(points.get(), Interval.parse(piece))
            .map(inside -> part.with(SpecReader.EXACT, inside))
            .orElseGet(() -> part.without(SpecReader.EXACT));
  }

  @Override
  public Problem<?> problem(ProblemSpec spec, Progress progress) {
    ApproximationSpec read = SpecReader.read(spec);
    ReferenceTables tables =
        ReferenceTables.in(cacheDirectory(), Runtime.getRuntime().availableProcessors());
    ReferenceTable values = table(read, tables, progress);
    Optional<ReferenceTable> weights =
        read.weight().map(w -> weights(w, values.points(), tables, progress));
    return new ApproximationProblem(read, new Reference(values, weights), tables, parts);
  }

  private static ReferenceTable weights(
      RealFunction weight, List<BinaryRational> points, ReferenceTables tables, Progress progress) {
    ReferenceTable table;
    try {
      table = tables.table(weight, points, progress).table();
    } catch (UndefinedValueException e) {
      throw new InvalidSpecException(
          SpecReader.WEIGHT,
          "weight \"%s\" is not finite: %s".formatted(weight.text(), e.getMessage()));
    }
    for (int i = 0; i < table.size(); i++) {
      if (table.values().get(i).signum() < 0) {
        throw new InvalidSpecException(
            SpecReader.WEIGHT,
            "weight \"%s\" is negative at x = %s, allowed is ≥ 0"
                .formatted(weight.text(), table.points().get(i).doubleValue()));
      }
    }
    if (table.values().stream().allMatch(w -> w.signum() == 0)) {
      throw new InvalidSpecException(
          SpecReader.WEIGHT,
          "weight \"%s\" is 0 everywhere, allowed is ≥ 0".formatted(weight.text()));
    }
    return table;
  }

  private static ReferenceTable table(
      ApproximationSpec spec, ReferenceTables tables, Progress progress) {
    return switch (spec.subject()) {
      case Subject.Data d -> d.table();
      case Subject.Function f -> {
        TargetCheck.Passed passed =
            new TargetCheck(f.key(), f.function(), spec.interval(), spec.errorKind())
                .run(tables, GRID, progress);
        passed.warning().ifPresent(w -> progress.report(w, 0, 0));
        yield passed.table();
      }
    };
  }

  private static Path cacheDirectory() {
    String given = System.getProperty(CACHE_PROPERTY);
    if (given != null) {
      return Path.of(given);
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    return cache != null && !cache.isEmpty()
        ? Path.of(cache, "formulary")
        : Path.of(System.getProperty("user.home"), ".cache", "formulary");
  }
}
