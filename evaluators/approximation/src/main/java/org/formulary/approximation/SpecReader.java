package org.formulary.approximation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.formulary.approximation.ApproximationSpec.Search;
import org.formulary.approximation.fit.ExactFit;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.truth.CommaSeparated;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.Target;
import org.formulary.truth.Targets;
import org.formulary.truth.proof.ErrorProver;
import org.formulary.truth.reference.RealFunction;

/** Reads what is to be approximated, and how, from options. */
final class SpecReader {
  static final String TARGET = "target";
  static final String FUNCTION = "function";
  static final String SAMPLES = "samples";
  static final String INTERVAL = "interval";
  static final String ERROR = "error";
  static final String NORM = "norm";
  static final String WEIGHT = "weight";
  static final String CONSTRAINTS = "constraints";
  static final String EXACT = "exact-at";
  static final String OPERATIONS = "operations";
  static final String MAX_OPS = "max-ops";
  static final String STRATEGY = "strategy";
  static final int MAX_OPERATIONS = 20;

  /** Programs of more operations are too many to look at. */
  static final int MAX_SWEPT = 6;

  static final int MOST_EXACT = 3;

  private SpecReader() {}

  /** Reads and checks the options, without computing anything. */
  static ApproximationSpec read(ProblemSpec spec) {
    Subject subject = subject(spec);
    Optional<Target> named = spec.option(TARGET).map(Targets::named);
    ErrorKind kind =
        spec.option(ERROR)
            .map(text -> choice(ErrorKind.values(), text, ERROR))
            .or(() -> named.map(Target::errorKind))
            .orElse(subject instanceof Subject.Data ? ErrorKind.ABSOLUTE : ErrorKind.RELATIVE);
    Interval interval = interval(spec, subject, named);
    ApproximationSpec read =
        new ApproximationSpec(
            subject,
            interval,
            kind,
            choice(ErrorNorm.values(), spec.option(NORM).orElse("max"), NORM),
            spec.option(WEIGHT).map(text -> parse(WEIGHT, text)),
            spec.option(CONSTRAINTS).map(SpecReader::constraints).orElse(new TreeSet<>()),
            spec.option(EXACT).map(text -> exact(text, subject, interval)).orElse(List.of()),
            operations(spec.option(OPERATIONS).orElse("+,-,*,/")),
            maxOperations(spec.option(MAX_OPS).orElse("8")),
            choice(Search.values(), spec.option(STRATEGY).orElse("evolve"), STRATEGY));
    if (read.search() == Search.SWEEP && read.maxOperations() > MAX_SWEPT) {
      throw new InvalidSpecException(
          MAX_OPS,
          "max-ops %d is more than a sweep can look at, allowed are 1 to %d; or use --strategy both"
              .formatted(read.maxOperations(), MAX_SWEPT));
    }
    if (!read.exact().isEmpty() && (!read.isPlain() || read.side().isPresent())) {
      throw new InvalidSpecException(
          EXACT,
          "exact-at \"%s\" and %s are both given, allowed is one of them"
              .formatted(
                  read.exactPoints(),
                  read.side().isPresent()
                      ? "constraints " + read.constraintNames()
                      : read.weight().isPresent() ? WEIGHT : "norm rms"));
    }
    if (read.side().isPresent() && !read.isPlain()) {
      throw new InvalidSpecException(
          CONSTRAINTS,
          "constraints \"%s\" and %s are both given, allowed is one of them"
              .formatted(read.constraintNames(), read.weight().isPresent() ? WEIGHT : "norm rms"));
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

  /** Those of several points that lie in an interval; empty where none does. */
  static Optional<String> pointsWithin(String points, Interval interval) {
    String inside =
        CommaSeparated.parts(points).stream()
            .filter(point -> interval.contains(Interval.number(EXACT, point.strip())))
            .collect(Collectors.joining(","));
    return inside.isEmpty() ? Optional.empty() : Optional.of(inside);
  }

  private static List<ExactFit.Node> exact(String text, Subject subject, Interval interval) {
    if (!(subject instanceof Subject.Function f)) {
      throw new InvalidSpecException(EXACT, "exact-at cannot be given with --samples");
    }
    SortedMap<Double, ExactFit.Node> nodes = new TreeMap<>();
    for (String point : CommaSeparated.parts(text)) {
      BinaryRational x = Interval.number(EXACT, point.strip());
      double at = x.doubleValue();
      if (!interval.contains(x)) {
        throw new InvalidSpecException(
            EXACT, "exact-at \"%s\" is outside the interval %s".formatted(point, interval));
      }
      double value =
          ErrorProver.exactValue(f.function().formula(), x)
              .filter(v -> BinaryRational.of(v.doubleValue()).equals(v))
              .orElseThrow(
                  () ->
                      new InvalidSpecException(
                          EXACT,
                          "exact-at \"%s\": %s is not known to be a binary64 number there"
                              .formatted(point, f.function().text())))
              .doubleValue();
      nodes.put(at, new ExactFit.Node(at, value));
    }
    if (nodes.size() > MOST_EXACT) {
      throw new InvalidSpecException(
          EXACT, "exact-at \"%s\": allowed are at most %d points".formatted(text, MOST_EXACT));
    }
    return List.copyOf(nodes.values());
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
