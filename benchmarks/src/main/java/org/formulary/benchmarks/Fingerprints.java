package org.formulary.benchmarks;

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
   * @param timed whether times count
   */
  record Data(
      Map<Kind, Caught> caught,
      long falseHits,
      long programs,
      double nanoseconds,
      int entryBytes,
      boolean timed) {}

  private static final long SEED = 20261126;
  private static final int OPERATIONS = 8;
  private static final double REASSOCIATED = 0.99;
  private static final double REPARAMETERISED = 0.8;
  private static final double FALSE = 1e-4;
  private static final double NANOSECONDS = 2000;

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
        + " ≥ 80 % re-parameterised caught, false hits ≤ 1e-4";
  }

  @Override
  public Data measure(Log log) {
    return run(log, 20_000, true);
  }

  @Override
  public Data quick(Log log) {
    return run(log, 400, false);
  }

  private static Data run(Log log, int programs, boolean timed) {
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
        d.caught(), d.programs(), d.programs(), d.nanoseconds(), d.entryBytes(), d.timed());
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
    return rows;
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
