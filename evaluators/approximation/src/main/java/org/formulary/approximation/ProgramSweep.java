package org.formulary.approximation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.formulary.approximation.evolve.Enumerator;
import org.formulary.approximation.evolve.ProgramEncoding;
import org.formulary.expressions.Op;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Strategy;

/**
 * All programs up to an operation count, each behaviour fitted from several starts: a sweep without
 * luck but for that of the starts.
 *
 * <p>A unit is a part of the programs of one count; smaller counts come first. Every program is
 * fitted from {@link #STARTS} starts, the best {@link #PROMISING} of a unit from {@link #MORE}
 * more. The random numbers depend on the unit and the place of the program in it only.
 */
final class ProgramSweep implements Strategy.Sweep<Candidate> {
  private static final int STARTS = 8;
  private static final int PROMISING = 24;
  private static final int MORE = 40;
  private static final int LEADS = 8;

  private final ProgramEncoding encoding;
  private final Function<Candidate, Evaluation<Candidate>> evaluate;
  private final List<Enumerator> enumerators;

  private record Fitted(Candidate candidate, double error, boolean settled) {}

  /**
   * A sweep.
   *
   * @param encoding draws the starts
   * @param largest the largest operation count
   */
  ProgramSweep(
      List<Op> operations,
      int largest,
      ProgramEncoding encoding,
      Function<Candidate, Evaluation<Candidate>> evaluate) {
    this.encoding = encoding;
    this.evaluate = evaluate;
    this.enumerators =
        IntStream.rangeClosed(1, largest).mapToObj(n -> new Enumerator(operations, n)).toList();
  }

  @Override
  public int units() {
    return enumerators.stream().mapToInt(Enumerator::parts).sum();
  }

  @Override
  public Strategy.Slice<Candidate> run(int unit, Progress progress) {
    int part = unit;
    int count = 0;
    while (part >= enumerators.get(count).parts()) {
      part -= enumerators.get(count++).parts();
    }
    Unit run = new Unit(unit, progress);
    enumerators.get(count).run(part, run::visit);
    return run.slice();
  }

  /** One unit under way. */
  private final class Unit {
    private final SplittableRandom random;
    private final Progress progress;
    private final List<Fitted> best = new ArrayList<>();
    private long evaluations;

    Unit(int number, Progress progress) {
      this.random = new SplittableRandom(number);
      this.progress = progress;
    }

    boolean visit(Candidate program) {
      SplittableRandom own = random.split();
      Fitted fitted = new Fitted(program, Double.POSITIVE_INFINITY, false);
      for (int i = 0; i < STARTS && !fitted.settled(); i++) {
        fitted = better(fitted, encoding.restart(program, false, own).orElse(program));
      }
      best.add(fitted);
      if (best.size() > 2 * PROMISING) {
        keep(PROMISING);
      }
      return !progress.cancelled();
    }

    /** The better of what is there and a fit from this start. */
    private Fitted better(Fitted fitted, Candidate start) {
      evaluations++;
      return evaluate.apply(start)
                  instanceof Evaluation.Scored<Candidate>(Candidate c, Scores s, boolean settled)
              && s.get(0) < fitted.error()
          ? new Fitted(c, s.get(0), settled)
          : fitted;
    }

    private void keep(int most) {
      best.sort(Comparator.comparingDouble(Fitted::error));
      best.subList(Math.min(most, best.size()), best.size()).clear();
    }

    Strategy.Slice<Candidate> slice() {
      keep(PROMISING);
      best.replaceAll(this::promising);
      keep(LEADS);
      return new Strategy.Slice<>(best.stream().map(Fitted::candidate).toList(), evaluations);
    }

    private Fitted promising(Fitted fitted) {
      Fitted b = fitted;
      for (int i = 0; i < MORE && !b.settled() && !progress.cancelled(); i++) {
        b = better(b, encoding.restart(b.candidate(), i % 2 == 0, random).orElse(b.candidate()));
      }
      return b;
    }
  }
}
