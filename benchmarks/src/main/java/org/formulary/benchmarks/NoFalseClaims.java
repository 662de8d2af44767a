package org.formulary.benchmarks;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjectureProblem;
import org.formulary.continuedfractions.conjecture.FieldSweep;
import org.formulary.continuedfractions.conjecture.ReductionSweep;
import org.formulary.continuedfractions.mitm.MitmSweep;
import org.formulary.continuedfractions.mitm.Rules;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.proof.Proof;
import org.formulary.continuedfractions.signed.EsmaSweep;
import org.formulary.continuedfractions.signed.SignWord;
import org.formulary.continuedfractions.signed.SignedFraction;
import org.formulary.continuedfractions.signed.SignedProblem;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.constant.series.SeriesEvaluation;

/**
 * Whether what the searches for fractions call conjectures and proved is so: each conjecture at
 * twice its digits by other evaluations, near misses, and the steps of proofs.
 */
final class NoFalseClaims implements Benchmark<NoFalseClaims.Data> {
  private static final int ASKED_CONJECTURES = 100;
  private static final int ASKED_MISSES = 1000;
  private static final int DIGITS = 2000;
  private static final int QUICK_MISSES = 40;

  private static final String ZETA3 = "x*(n^3 + (n + 1)^3) + y*(2*n + 1)";

  /** Fractions of these are not proved here, unlike those of e and of tangents. */
  private static final List<String> BESSEL =
      List.of(
          "besselRatio1",
          "besselI(1,1)/besselI(0,1)",
          "besselI(1,1/2)/besselI(0,1/2)",
          "besselJ(1,1)/besselJ(0,1)",
          "besselJ(1,2)/besselJ(0,2)");

  /**
   * What was measured.
   *
   * @param entries all that the searches found
   * @param conjectures of them those called so
   * @param survived of the conjectures those that agree at twice their digits
   * @param proved entries called so
   * @param replayed of those the ones whose steps hold
   * @param misses planted near misses
   * @param refused of those the ones that are neither scored nor verified
   */
  record Data(
      int entries,
      int conjectures,
      int survived,
      int proved,
      int replayed,
      int misses,
      int refused) {}

  /** An entry, and how to check it anew. */
  private sealed interface Entry {
    record Polynomial(Conjecture conjecture) implements Entry {}

    record Signed(Constant constant, SignedFraction fraction) implements Entry {}
  }

  @Override
  public String name() {
    return "no-false-claim";
  }

  @Override
  public String question() {
    return "at least 100 conjectures of the searches for fractions, each at 2,000 digits by another"
        + " series for its constant and another evaluation of its fraction; 1,000 near misses that"
        + " agree to 20 to 60 digits, all refused; the steps of every proof";
  }

  @Override
  public Data measure(Log log) {
    List<Entry> entries = new ArrayList<>();
    entries.addAll(mitm(log, "e", 5, Family.ofBox(1, 1, 5, 5)));
    entries.addAll(mitm(log, "pi", 20, Family.ofBox(1, 2, 13, 11)));
    entries.addAll(mitm(log, "ln2", 10, Family.ofBox(1, 2, 8, 8)));
    entries.addAll(
        reducing(log, "zeta3", Family.parse(ZETA3, "-(z^2)*n^6", "x=1..3,y=-20..20,z=1..2")));
    entries.addAll(fields(log, List.of("e", "ln2", "zeta2", "zeta3")));
    for (String constant : List.of("e", "e2", "tan(1/2)")) {
      entries.addAll(esma(log, constant));
    }
    for (String constant : BESSEL) {
      entries.addAll(esma(log, constant));
    }
    return judged(log, entries, ASKED_MISSES);
  }

  @Override
  public Data quick(Log log) {
    return judged(log, mitm(log, "e", 5, Family.ofBox(1, 1, 5, 5)), QUICK_MISSES);
  }

  private static List<Entry> mitm(Log log, String name, int largest, Family family) {
    return leads(log, "mitm", name, new MitmSweep(constant(name), largest, family, Rules.FULL));
  }

  private static List<Entry> reducing(Log log, String name, Family family) {
    return leads(
        log, "factorial-reduction", name, new ReductionSweep(family, List.of(constant(name))));
  }

  private static List<Entry> fields(Log log, List<String> names) {
    List<Constant> constants = names.stream().map(NoFalseClaims::constant).toList();
    return leads(log, "matrix-field", names.toString(), new FieldSweep(constants, 2, 2));
  }

  private static Constant constant(String name) {
    return Constants.of("constant", name);
  }

  private static List<Entry> leads(
      Log log, String strategy, String name, Strategy.Sweep<Conjecture> sweep) {
    List<Entry> entries = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      sweep.run(unit, Progress.NONE).leads().forEach(c -> entries.add(new Entry.Polynomial(c)));
    }
    log.say("%s, %s: %d".formatted(strategy, name, entries.size()));
    return entries;
  }

  private static List<Entry> esma(Log log, String name) {
    EsmaSweep sweep = new EsmaSweep(constant(name), 2, SignWord.ofPeriods(1, 2), 105);
    List<SignedFraction> found = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      found.addAll(sweep.run(unit, Progress.NONE).leads());
    }
    List<Entry> entries = new ArrayList<>();
    EsmaSweep.shortest(found).forEach(f -> entries.add(new Entry.Signed(constant(name), f)));
    log.say("esma, %s: %d".formatted(name, entries.size()));
    return entries;
  }

  private static Data judged(Log log, List<Entry> entries, int misses) {
    int conjectures = 0;
    int survived = 0;
    int proved = 0;
    int replayed = 0;
    List<Conjecture> fast = new ArrayList<>();
    for (Entry entry : entries) {
      Verification v = verified(entry);
      if (v.outcome() == Outcome.SAMPLED) {
        conjectures++;
        survived += survives(entry) ? 1 : 0;
      } else if (v.outcome() == Outcome.PROVED) {
        proved++;
        replayed += replays(entry) ? 1 : 0;
      }
      boolean quick = v.confirms() && v.time().toMillis() < 50;
      if (entry instanceof Entry.Polynomial(Conjecture c) && quick) {
        fast.add(c);
      }
      if ((conjectures + proved) % 25 == 0) {
        log.say("%d conjectures, %d survived, %d proved".formatted(conjectures, survived, proved));
      }
    }
    int refused = 0;
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < misses; i++) {
      refused += refuses(fast.get(i % fast.size()), random) ? 1 : 0;
    }
    log.say("%d of %d near misses refused".formatted(refused, misses));
    return new Data(entries.size(), conjectures, survived, proved, replayed, misses, refused);
  }

  private static Verification verified(Entry entry) {
    return switch (entry) {
      case Entry.Polynomial(Conjecture c) -> problem(c).verify(c, Progress.NONE);
      case Entry.Signed(Constant constant, SignedFraction f) ->
          signed(constant).verify(f, Progress.NONE);
    };
  }

  private static SignedProblem signed(Constant constant) {
    return new SignedProblem(constant, 2, SignWord.ofPeriods(1, 2), 105);
  }

  private static Problem<Conjecture> problem(Conjecture c) {
    return new ConjectureProblem(List.of(c.value()), null);
  }

  /** At twice the digits, by the series of the tail or from the end, and by another series. */
  private static boolean survives(Entry entry) {
    int bits = Enclosure.bitsOf(DIGITS) + 16;
    return switch (entry) {
      case Entry.Polynomial(Conjecture c) ->
          Limit.of(c.fraction(), bits) instanceof Limit.Finite limit
              && agree(
                  limit.value(), SeriesEvaluation.of(c.value(), limit.value().bits()).enclosure());
      case Entry.Signed(Constant constant, SignedFraction f) -> survives(constant, f, bits);
    };
  }

  private static boolean agree(Enclosure first, Optional<Enclosure> second) {
    return second
        .map(s -> first.add(s.negate()))
        .filter(d -> d.containsZero())
        .filter(d -> d.width().bitLength() < 16)
        .isPresent();
  }

  /** (p + q c)/(r + s c) = a0 + s0/(a1 + …, from the end, with so many bits. */
  private static boolean survives(Constant constant, SignedFraction f, int bits) {
    int count = f.termsFor(bits).orElseThrow();
    List<BigInteger> terms = f.terms(count);
    BigInteger y = terms.getLast().shiftLeft(2 * bits);
    for (int i = count - 2; i >= 0; i--) {
      BigInteger rest = BigInteger.ONE.shiftLeft(4 * bits).divide(y);
      y = terms.get(i).shiftLeft(2 * bits).add(f.signs().sign(i) > 0 ? rest : rest.negate());
    }
    Optional<Enclosure> c = SeriesEvaluation.of(constant, 2 * bits).enclosure();
    if (c.isEmpty()) {
      return false;
    }
    Enclosure above = f.image().numerator(c.get());
    Enclosure below = f.image().denominator(c.get());
    BigInteger left = above.lower().shiftLeft(2 * bits);
    BigInteger difference = left.subtract(below.lower().multiply(y)).abs();
    return difference.bitLength() < left.bitLength() - bits + 32;
  }

  private static boolean replays(Entry entry) {
    return switch (entry) {
      case Entry.Polynomial(Conjecture c) ->
          Proof.of(c.fraction(), c.value())
              .filter(p -> p.proves(c.fraction(), c.value()))
              .isPresent();
      case Entry.Signed(Constant constant, SignedFraction f) -> signed(constant).isProved(f);
    };
  }

  /** Whether a value that differs after 20 to 60 digits is neither scored nor verified. */
  private static boolean refuses(Conjecture c, SplittableRandom random) {
    String miss =
        "%s %s %d/10^%d"
            .formatted(
                c.value().name(),
                random.nextBoolean() ? "+" : "-",
                random.nextInt(1, 10),
                random.nextInt(21, 61));
    Conjecture planted = new Conjecture(c.fraction(), constant(miss));
    Problem<Conjecture> problem = problem(planted);
    return problem.evaluate(planted) instanceof Evaluation.Rejected
        && problem.verify(planted, Progress.NONE).outcome() == Outcome.REFUTED;
  }

  @Override
  public Data plant(Data data) {
    return new Data(
        data.entries(),
        data.conjectures(),
        data.survived(),
        data.proved(),
        data.replayed(),
        data.misses(),
        data.refused() - 1);
  }

  @Override
  public String defect() {
    return "one near miss is taken for a formula";
  }

  @Override
  public List<Row> judge(Data data) {
    boolean whole = data.misses() >= ASKED_MISSES;
    return List.of(
        new Row(
            "entries called conjecture",
            whole ? "≥ " + ASKED_CONJECTURES : "any",
            "%d of %d".formatted(data.conjectures(), data.entries()),
            !whole || data.conjectures() >= ASKED_CONJECTURES),
        new Row(
            String.format(Locale.ROOT, "of them agree to %d digits by other evaluations", DIGITS),
            "all",
            Integer.toString(data.survived()),
            data.survived() == data.conjectures()),
        new Row(
            "entries called proved whose steps hold",
            "all",
            "%d of %d".formatted(data.replayed(), data.proved()),
            data.replayed() == data.proved()),
        new Row(
            "entries that are neither",
            "none",
            Integer.toString(data.entries() - data.conjectures() - data.proved()),
            data.entries() == data.conjectures() + data.proved()),
        new Row(
            "near misses refused",
            "all",
            "%d of %d".formatted(data.refused(), data.misses()),
            data.refused() == data.misses()));
  }
}
