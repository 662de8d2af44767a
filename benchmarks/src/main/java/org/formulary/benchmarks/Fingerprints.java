package org.formulary.benchmarks;

import static org.formulary.benchmarks.Ablation.Part.HASHING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.formulary.approximation.Candidate;
import org.formulary.approximation.evolve.Probes;
import org.formulary.approximation.evolve.ProgramEncoding;
import org.formulary.benchmarks.Equivalents.Kind;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;

/** What fingerprints cost, and how many equivalent programs they catch. */
final class Fingerprints implements Benchmark<Fingerprints.Data> {
  /** How many pairs of a kind were looked at, and how many had one fingerprint. */
  record Caught(long pairs, long equal) {
    Caught plus(Caught c) {
      return new Caught(pairs + c.pairs, equal + c.equal);
    }

    double share() {
      return (double) equal / pairs;
    }
  }

  /**
   * What was measured.
   *
   * @param falseHits programs that share a fingerprint with one that other probes tell from them
   * @param programs among which false hits were looked for
   * @param with searches with the cache, by seed, and {@code without} it
   * @param timed whether times count
   */
  record Data(
      Map<Kind, Caught> caught,
      long falseHits,
      long programs,
      double nanoseconds,
      int entryBytes,
      List<Arrival> with,
      List<Arrival> without,
      boolean timed) {}

  private static final long SEED = 20261126;
  private static final int OPERATIONS = 8;
  private static final double REASSOCIATED = 0.99;
  private static final double REPARAMETERISED = 0.8;
  private static final double FALSE = 1e-4;
  private static final double NANOSECONDS = 2000;
  private static final double FASTER = 1.5;

  /** What the searches look for. */
  private static final double ERROR = 1e-11;

  private static final Duration MOST = Duration.ofMinutes(3);
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** Times of single searches differ by a factor of ten: five are too few for a median. */
  private static final int SEEDS = 15;

  /** Where programs are compared, and to what relative difference. */
  private static final double[] POINTS = {0.137, 0.291, 0.733, 1.377, 2.913, -0.577, -1.771};

  private static final double SAME = 1e-7;
  private static final int ROUNDS = 8;
  private static final int WRITINGS = 16;
  private static final double OTHER_PROBES = 0.3718;

  @Override
  public String name() {
    return "fingerprint";
  }

  @Override
  public String question() {
    return "at most 2 µs a program of 8 operations; of over 100,000 pairs each, ≥ 99 % re-associated and"
        + " ≥ 80 % re-parameterised caught, false hits ≤ 1e-4; 2^x to 1e-11 at 8 operations 1.5 times"
        + " faster, median of 15 seeds";
  }

  @Override
  public Data measure(Log log) {
    // Compiling the code takes as long as some of the searches: none is to pay for it.
    Arrival.of(SEEDS + 1, Optional.empty(), OPERATIONS, 0, WARM_UP);
    List<Arrival> with = new ArrayList<>();
    List<Arrival> without = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      log.say("to 1e-11, seed " + seed + ", with the cache and without");
      with.add(Arrival.of(seed, Optional.empty(), OPERATIONS, ERROR, MOST));
      without.add(Arrival.of(seed, Optional.of(HASHING), OPERATIONS, ERROR, MOST));
    }
    return run(log, 20_000, with, without, true);
  }

  @Override
  public Data quick(Log log) {
    List<Arrival> one =
        List.of(Arrival.of(1, Optional.empty(), 3, Exp2.best(3) * 1.05, Duration.ofSeconds(20)));
    return run(log, 400, one, one, false);
  }

  private static Data run(
      Log log, int programs, List<Arrival> with, List<Arrival> without, boolean timed) {
    SplittableRandom random = new SplittableRandom(SEED);
    Probes probes = new Probes();
    Probes others = new Probes(OTHER_PROBES);
    Map<Kind, Caught> caught = new EnumMap<>(Kind.class);
    Map<Fingerprint, Fingerprint> seen = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    long falseHits = 0;
    log.say(programs + " programs, each with " + WRITINGS + " other writings of each kind");
    while (candidates.size() < programs) {
      Expression e = Expression.random(random, OPERATIONS);
      Candidate candidate = reduced(e);
      if (OperationCount.PLAIN.of(candidate.skeleton()) < OPERATIONS) {
        continue; // a search would hold something shorter
      }
      candidates.add(candidate);
      Fingerprint f = probes.of(candidate);
      Fingerprint check = others.of(candidate);
      falseHits += seen.computeIfAbsent(f, _ -> check).equals(check) ? 0 : 1;
      for (Kind kind : Kind.values()) {
        for (int i = 0; i < WRITINGS; i++) {
          Optional<Expression> other = Equivalents.of(e, kind, random.nextInt(1, 5), random);
          if (other.isPresent() && same(e.program(), other.get().program())) {
            boolean equal = probes.of(reduced(other.get())).equals(f);
            caught.merge(kind, new Caught(1, equal ? 1 : 0), Caught::plus);
          }
        }
      }
    }
    return new Data(
        caught,
        falseHits,
        candidates.size(),
        nanoseconds(probes, candidates),
        EquivalenceCache.BYTES,
        with,
        without,
        timed);
  }

  private static Candidate reduced(Expression e) {
    return ProgramEncoding.reduced(Candidate.from(e.program()));
  }

  /** The mean time, of the fastest of some rounds: others are disturbed. */
  private static double nanoseconds(Probes probes, List<Candidate> candidates) {
    double fastest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      candidates.forEach(probes::of);
      fastest = Math.min(fastest, (System.nanoTime() - start) / (double) candidates.size());
    }
    return fastest;
  }

  /** Whether both have the same values where both are finite, which is at most of the points. */
  private static boolean same(Program a, Program b) {
    int compared = 0;
    for (double x : POINTS) {
      double u = Interpreter.evaluate(a, DoubleArithmetic.INSTANCE, x);
      double w = Interpreter.evaluate(b, DoubleArithmetic.INSTANCE, x);
      if (Double.isFinite(u) && Double.isFinite(w)) {
        if (Math.abs(u - w) > SAME * Math.max(Math.abs(u), 1)) {
          return false;
        }
        compared++;
      }
    }
    return compared > POINTS.length / 2;
  }

  @Override
  public Data plant(Data d) {
    return new Data(
        d.caught(),
        d.programs(),
        d.programs(),
        d.nanoseconds(),
        d.entryBytes(),
        d.with(),
        d.without(),
        d.timed());
  }

  @Override
  public String defect() {
    return "every program shares its fingerprint with another";
  }

  @Override
  public List<Row> judge(Data d) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(d, Kind.REASSOCIATED, REASSOCIATED));
    rows.add(row(d, Kind.REPARAMETERISED, REPARAMETERISED));
    double share = (double) d.falseHits() / d.programs();
    rows.add(
        new Row(
            "false hits, of %d programs".formatted(d.programs()),
            "≤ %.0e".formatted(FALSE),
            "%d, %.1e".formatted(d.falseHits(), share),
            share <= FALSE));
    rows.add(
        new Row(
            "time a program, making its draft included",
            d.timed() ? "≤ %.0f ns".formatted(NANOSECONDS) : "any",
            "%.0f ns".formatted(d.nanoseconds()),
            !d.timed() || d.nanoseconds() <= NANOSECONDS));
    rows.add(new Row("memory an entry", "any", d.entryBytes() + " bytes", true));
    double hitRate = d.with().stream().mapToDouble(Arrival::hitRate).average().orElseThrow();
    rows.add(new Row("hit rate in the searches", "any", "%.1f %%".formatted(100 * hitRate), true));
    double with = median(d.with());
    double without = median(d.without());
    rows.add(
        new Row(
            "median time to the error, with the cache and without",
            d.timed() ? "≥ %.1f times faster".formatted(FASTER) : "reached",
            "%.1f s, %.1f s: %.2f times".formatted(with, without, without / with),
            d.timed() ? without >= FASTER * with : with < Double.POSITIVE_INFINITY));
    return rows;
  }

  private static double median(List<Arrival> arrivals) {
    double[] sorted = arrivals.stream().mapToDouble(Arrival::seconds).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Row row(Data d, Kind kind, double asked) {
    Caught c = d.caught().get(kind);
    return new Row(
        "%s pairs caught".formatted(kind.name().toLowerCase(Locale.ROOT)),
        "≥ %.0f %%".formatted(100 * asked),
        "%.2f %% of %d".formatted(100 * c.share(), c.pairs()),
        c.share() >= asked);
  }
}
