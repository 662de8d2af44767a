package org.formulary.approximation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.formulary.approximation.ApproximationSpec.Search;
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
import org.formulary.truth.ReferenceTables;
import org.formulary.truth.Target;
import org.formulary.truth.TargetCheck;
import org.formulary.truth.Targets;
import org.formulary.truth.reference.RealFunction;

/** The domain {@code approximation}: programs that approximate a real function on an interval. */
public final class ApproximationDomain implements Domain {
  private static final String TARGET = "target";
  private static final String FUNCTION = "function";
  private static final String INTERVAL = "interval";
  private static final String ERROR = "error";
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
        "--function \"x/(exp(x)-1)\" --interval 0.1,1 --evaluations 2000000 --seed 7");
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
                INTERVAL,
                "A,B",
                "closed interval A < B, numbers or formulas such as -pi/4,pi/4; default: the"
                    + " target's own"),
            Key.of(
                ERROR,
                "KIND",
                "relative or absolute; default: the target's own, relative for --function"),
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
    TargetCheck.Passed passed =
        new TargetCheck(read.key(), read.function(), read.interval(), read.errorKind())
            .run(tables, GRID, progress);
    passed.warning().ifPresent(w -> progress.report(w, 0, 0));
    return new ApproximationProblem(read, passed.table(), tables, parts);
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
    Optional<String> target = spec.option(TARGET);
    Optional<String> function = spec.option(FUNCTION);
    if (target.isPresent() == function.isPresent()) {
      throw new InvalidSpecException(
          TARGET,
          target.isPresent()
              ? "target and function are both given, allowed is one of them"
              : "target is missing: give --target NAME (see 'formulary targets') or --function"
                  + " FORMULA");
    }
    Optional<Target> named = target.map(Targets::named);
    RealFunction f = named.map(Target::function).orElseGet(() -> parse(function.orElseThrow()));
    Interval interval =
        spec.option(INTERVAL)
            .map(Interval::parse)
            .or(() -> named.map(Target::interval))
            .orElseThrow(
                () ->
                    new InvalidSpecException(
                        INTERVAL, "interval is missing: give --interval A,B with --function"));
    ErrorKind kind =
        spec.option(ERROR)
            .map(text -> choice(ErrorKind.values(), text, ERROR))
            .or(() -> named.map(Target::errorKind))
            .orElse(ErrorKind.RELATIVE);
    ApproximationSpec read =
        new ApproximationSpec(
            target.isPresent() ? TARGET : FUNCTION,
            target.orElseGet(f::text),
            f,
            interval,
            kind,
            operations(spec.option(OPERATIONS).orElse("+,-,*,/")),
            maxOperations(spec.option(MAX_OPS).orElse("8")),
            choice(Search.values(), spec.option(STRATEGY).orElse("evolve"), STRATEGY));
    if (read.search() == Search.SWEEP && read.maxOperations() > MAX_SWEPT) {
      throw new InvalidSpecException(
          MAX_OPS,
          "max-ops %d is more than a sweep can look at, allowed are 1 to %d; or use --strategy both"
              .formatted(read.maxOperations(), MAX_SWEPT));
    }
    return read;
  }

  private static RealFunction parse(String text) {
    try {
      return RealFunction.parse(text);
    } catch (ParseException e) {
      throw new InvalidSpecException(FUNCTION, "function: " + e.getMessage());
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
