package org.formulary.approximation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.formulary.approximation.ApproximationSpec.Search;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.domain.SpecSchema.Key;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;
import org.formulary.truth.ReferenceTables;
import org.formulary.truth.Target;
import org.formulary.truth.TargetCheck;
import org.formulary.truth.Targets;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** The domain {@code approximation}: programs that approximate a real function on an interval. */
public final class ApproximationDomain implements Domain {
  private static final String TARGET = "target";
  private static final String FUNCTION = "function";
  private static final String SAMPLES = "samples";
  private static final String INTERVAL = "interval";
  private static final String ERROR = "error";
  private static final String WEIGHT = "weight";
  private static final String CONSTRAINTS = "constraints";
  private static final String OPERATIONS = "operations";
  private static final String MAX_OPS = "max-ops";
  private static final String STRATEGY = "strategy";
  private static final String CACHE_PROPERTY = "formulary.cache";
  private static final int MAX_OPERATIONS = 20;

  /** Programs of more operations are too many to look at. */
  private static final int MAX_SWEPT = 6;

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
        "--samples measured.csv --max-ops 6 --error relative");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(
        List.of(
            Key.of(TARGET, "NAME", "named function, see 'formulary targets'; or use --function"),
            Key.of(
                FUNCTION,
                "FORMULA",
                "function of x, such as \"x/(exp(x)-1)\", instead of --target; needs --interval"),
            Key.of(
                SAMPLES,
                "FILE.csv",
                "values of an unknown function, x and y on each line, instead of --target; %d to %d"
                    .formatted(SampleFile.FEWEST, SampleFile.MOST)),
            Key.of(
                INTERVAL,
                "A,B",
                "closed interval A < B, numbers or formulas such as -pi/4,pi/4; default: the"
                    + " target's own"),
            Key.of(
                ERROR,
                "KIND",
                "relative or absolute; default: the target's own, relative for --function, absolute"
                    + " for --samples"),
            Key.of(
                WEIGHT,
                "FORMULA",
                "what errors are multiplied by, a formula of x such as \"exp(-x*x)\", nowhere"
                    + " negative; default: 1"),
            Key.of(
                CONSTRAINTS,
                "LIST",
                "what programs must be, proved: below or above (the function, everywhere),"
                    + " increasing or decreasing, comma-separated; default: none"),
            Key.of(
                OPERATIONS,
                "LIST",
                "+,-,*,/",
                "operations allowed, comma-separated, out of + - * / neg sqrt fma"),
            Key.of(MAX_OPS, "N", "8", "largest number of operations, 1 to " + MAX_OPERATIONS),
            Key.of(
                STRATEGY,
                "NAME",
                "evolve",
                "evolve, sweep (all programs, to "
                    + MAX_SWEPT
                    + " operations: 5 take a minute on two cores, 6 most of an hour), or both (the"
                    + " best of all small programs are where the evolution starts)")));
  }

  @Override
  public Problem<?> problem(ProblemSpec spec, Progress progress) {
    ApproximationSpec read = read(spec);
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
          WEIGHT, "weight \"%s\" is not finite: %s".formatted(weight.text(), e.getMessage()));
    }
    for (int i = 0; i < table.size(); i++) {
      if (table.values().get(i).signum() < 0) {
        throw new InvalidSpecException(
            WEIGHT,
            "weight \"%s\" is negative at x = %s, allowed is ≥ 0"
                .formatted(weight.text(), table.points().get(i).doubleValue()));
      }
    }
    if (table.values().stream().allMatch(w -> w.signum() == 0)) {
      throw new InvalidSpecException(
          WEIGHT, "weight \"%s\" is 0 everywhere, allowed is ≥ 0".formatted(weight.text()));
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

  /** Reads and checks the options, without computing anything. */
  static ApproximationSpec read(ProblemSpec spec) {
    Subject subject = subject(spec);
    Optional<Target> named = spec.option(TARGET).map(Targets::named);
    ErrorKind kind =
        spec.option(ERROR)
            .map(text -> choice(ErrorKind.values(), text, ERROR))
            .or(() -> named.map(Target::errorKind))
            .orElse(subject instanceof Subject.Data ? ErrorKind.ABSOLUTE : ErrorKind.RELATIVE);
    ApproximationSpec read =
        new ApproximationSpec(
            subject,
            interval(spec, subject, named),
            kind,
            spec.option(WEIGHT).map(text -> parse(WEIGHT, text)),
            spec.option(CONSTRAINTS).map(ApproximationDomain::constraints).orElse(new TreeSet<>()),
            operations(spec.option(OPERATIONS).orElse("+,-,*,/")),
            maxOperations(spec.option(MAX_OPS).orElse("8")),
            choice(Search.values(), spec.option(STRATEGY).orElse("evolve"), STRATEGY));
    if (read.search() == Search.SWEEP && read.maxOperations() > MAX_SWEPT) {
      throw new InvalidSpecException(
          MAX_OPS,
          "max-ops %d is more than a sweep can look at, allowed are 1 to %d; or use --strategy both"
              .formatted(read.maxOperations(), MAX_SWEPT));
    }
    if (read.side().isPresent() && read.weight().isPresent()) {
      throw new InvalidSpecException(
          CONSTRAINTS,
          "constraints \"%s\" and weight are both given, allowed is one of them"
              .formatted(read.constraintNames()));
    }
    if (kind == ErrorKind.RELATIVE && subject instanceof Subject.Data d) {
      requireNoZero(d);
    }
    return read;
  }

  private static Subject subject(ProblemSpec spec) {
    List<String> given =
        Stream.of(TARGET, FUNCTION, SAMPLES).filter(k -> spec.option(k).isPresent()).toList();
    if (given.isEmpty()) {
      throw new InvalidSpecException(
          TARGET,
          "target is missing: give --target NAME (see 'formulary targets'), --function FORMULA or"
              + " --samples FILE.csv");
    }
    if (given.size() > 1) {
      throw new InvalidSpecException(
          given.getFirst(),
          "%s and %s are both given, allowed is one of them"
              .formatted(given.getFirst(), given.get(1)));
    }
    String value = spec.option(given.getFirst()).orElseThrow();
    return switch (given.getFirst()) {
      case TARGET -> new Subject.Function(TARGET, value, Targets.named(value).function());
      case FUNCTION -> {
        RealFunction f = parse(FUNCTION, value);
        yield new Subject.Function(FUNCTION, f.text(), f);
      }
      default -> SampleFile.read(SAMPLES, value);
    };
  }

  private static Interval interval(ProblemSpec spec, Subject subject, Optional<Target> named) {
    Optional<Interval> given = spec.option(INTERVAL).map(Interval::parse);
    return switch (subject) {
      case Subject.Function _ ->
          given
              .or(() -> named.map(Target::interval))
              .orElseThrow(
                  () ->
                      new InvalidSpecException(
                          INTERVAL, "interval is missing: give --interval A,B with --function"));
      case Subject.Data d -> {
        if (given.isPresent()) {
          throw new InvalidSpecException(
              INTERVAL, "interval cannot be given with --samples: it is that of the samples");
        }
        List<BinaryRational> points = d.table().points();
        yield Interval.of(points.getFirst().doubleValue(), points.getLast().doubleValue());
      }
    };
  }

  private static void requireNoZero(Subject.Data data) {
    for (int i = 0; i < data.table().size(); i++) {
      if (data.table().values().get(i).signum() == 0) {
        throw new InvalidSpecException(
            ERROR,
            "error \"relative\" is not defined at x = %s, where the sample is 0; allowed is absolute"
                .formatted(data.table().points().get(i).doubleValue()));
      }
    }
  }

  private static RealFunction parse(String key, String text) {
    try {
      return RealFunction.parse(text);
    } catch (ParseException e) {
      throw new InvalidSpecException(key, key + ": " + e.getMessage());
    }
  }

  private static <E extends Enum<E>> E choice(E[] all, String text, String key) {
    List<String> names = Arrays.stream(all).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(text)) {
      throw new InvalidSpecException(
          key,
          "%s \"%s\" is unknown, allowed are %s".formatted(key, text, String.join(", ", names)));
    }
    return all[names.indexOf(text)];
  }

  private static SortedSet<Constraint> constraints(String text) {
    SortedSet<Constraint> all = new TreeSet<>();
    for (String name : text.split(",", -1)) {
      Constraint c = choice(Constraint.values(), name.strip(), CONSTRAINTS);
      if (all.stream().anyMatch(other -> other.isSide() == c.isSide() && other != c)) {
        throw new InvalidSpecException(
            CONSTRAINTS,
            "constraints \"%s\" contradict each other, allowed are one of below, above and one of"
                    .formatted(text)
                + " increasing, decreasing");
      }
      all.add(c);
    }
    return all;
  }

  private static List<Op> operations(String text) {
    List<Op> ops = new ArrayList<>();
    for (String symbol : text.split(",")) {
      ops.add(
          Op.ofSymbol(symbol.strip())
              .orElseThrow(
                  () ->
                      new InvalidSpecException(
                          OPERATIONS,
                          "operations \"%s\": \"%s\" is unknown, allowed are %s"
                              .formatted(
                                  text,
                                  symbol,
                                  Arrays.stream(Op.values())
                                      .map(Op::symbol)
                                      .collect(Collectors.joining(" "))))));
    }
    return ops.stream().distinct().sorted().toList();
  }

  private static int maxOperations(String text) {
    try {
      int n = Integer.parseInt(text);
      if (n >= 1 && n <= MAX_OPERATIONS) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number out of range is.
    }
    throw new InvalidSpecException(
        MAX_OPS,
        "max-ops \"%s\" must be a whole number from 1 to %d".formatted(text, MAX_OPERATIONS));
  }
}
