package org.formulary.truth.proof;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;

/**
 * One proof under way: the interval is sampled for a first lower bound and the precision needed,
 * then covered with pieces, each enclosed by the first expansion that serves.
 */
final class Cover {
  private static final int FIRST_PIECES = 8;
  private static final int SAMPLES = 64;
  private static final int MIN_BITS = 128;
  private static final int MAX_BITS = 960;
  private static final int MAX_ORDER = 40;

  /** Halvings of a piece away from the special points. */
  private static final int MAX_INNER_HALVINGS = 48;

  /** Halvings towards a special point, where the error may be as rough as a root. */
  private static final int MAX_END_HALVINGS = 400;

  /** Where a proof gets stuck, a relative error seen above this stands for a pole. */
  private static final double HOPELESS = 1e15;

  private final ErrorFunction error;
  private final Interval interval;
  private final Progress progress;
  private final List<BinaryRational> special;
  private final BoundSearch search;
  private final boolean meanSquare;
  private final Limits limits;
  private final long start;
  private double meanSquareSeen;
  private MeanSquare square;
  private int bits = MIN_BITS;
  private int order;
  private int boxes;
  private String refutation;

  /**
   * A proof of one error.
   *
   * @param meanSquare whether its root mean square is enclosed too
   */
  Cover(
      ErrorFunction error,
      Interval interval,
      boolean meanSquare,
      Limits limits,
      Progress progress) {
    this.error = error;
    this.meanSquare = meanSquare;
    this.interval = interval;
    this.limits = limits;
    this.progress = progress;
    this.special = specialPoints(interval);
    this.search = new BoundSearch(interval.lower());
    this.start = limits.nanoClock().getAsLong();
  }

  ErrorProof prove() {
    while (!sample() && bits < MAX_BITS) {
      bits = Math.min(2 * bits, MAX_BITS);
    }
    if (refutation != null) {
      return new ErrorProof.Refuted(refutation);
    }
    order = orderFor(search.observed());
    ErrorProof outcome = cover();
    while (outcome == null && bits < MAX_BITS) {
      bits = Math.min(2 * bits, MAX_BITS);
      outcome = cover();
    }
    return outcome == null ? incomplete("the error is lost in rounding") : outcome;
  }

  /** Evaluates the error at single points; answers whether the precision was enough. */
  private boolean sample() {
    BinaryRational width = interval.upper().subtract(interval.lower());
    double noise = 0;
    double squares = 0;
    for (int i = 0; i <= SAMPLES; i++) {
      BinaryRational offset =
          width.multiply(BinaryRational.of(i)).multiply(BinaryRational.of(1.0 / SAMPLES));
      BinaryRational x = interval.lower().add(offset);
      try {
        Ball e = pointError(x);
        search.observe(e.lowerMagnitude(), x);
        noise = Math.max(noise, e.radius());
        squares += e.lowerMagnitude() * e.lowerMagnitude();
      } catch (NoEnclosureException e) {
        // What is unclear at a point, as where the program is 1/0 on the way, the pieces settle.
        if (e.isDefinite()) {
          refutation = e.getMessage() + at(x);
          return true;
        }
      }
    }
    meanSquareSeen = squares / (SAMPLES + 1);
    return noise <= search.observed() * 0x1p-40;
  }

  private Ball pointError(BinaryRational x) {
    int pointOrder = special.contains(x) ? 4 : 0;
    TaylorModel e = error.on(Patch.about(x, x, x, pointOrder, bits));
    return e.range();
  }

  /** Aims at a remainder a little below the tolerance when 8 pieces cover the interval. */
  private static int orderFor(double observed) {
    double wanted = 17 - StrictMath.log(Math.max(observed, 0x1p-200)) / StrictMath.log(2);
    return Math.clamp(Math.round(3 + wanted / 5), 6, MAX_ORDER);
  }

  /** Covers the interval with pieces; null if the precision was too low. */
  private ErrorProof cover() {
    Deque<Piece> pieces = firstPieces();
    square = new MeanSquare(interval, meanSquareSeen);
    // After the first failure the other pieces get one look each: one of them may refute.
    ErrorProof stuck = null;
    while (!pieces.isEmpty()) {
      if (progress.cancelled()) {
        return incomplete("cancelled");
      }
      if (boxes >= limits.maxBoxes()) {
        return incomplete("more than " + limits.maxBoxes() + " pieces");
      }
      if (elapsed().compareTo(limits.maxTime()) > 0) {
        return incomplete("more than " + limits.maxTime().toMillis() + " ms");
      }
      Piece piece = pieces.pop();
      boxes++;
      switch (examine(piece)) {
        case Done _ -> progress.report("proof", boxes, 0);
        case Shortened shortened -> pieces.push(shortened.rest);
        case LowPrecision _ -> {
          return null;
        }
        case Impossible impossible -> {
          return new ErrorProof.Refuted(impossible.reason);
        }
        case TooWide wide -> {
          if (stuck == null && piece.halvings < maxHalvings(piece)) {
            halve(piece, pieces);
          } else if (stuck == null) {
            stuck = givenUp(wide.reason + at(piece.lower));
          }
        }
      }
    }
    return stuck == null ? proved() : stuck;
  }

  private int maxHalvings(Piece piece) {
    return isSpecial(piece) ? MAX_END_HALVINGS : MAX_INNER_HALVINGS;
  }

  private boolean isSpecial(Piece piece) {
    return special.contains(piece.lower) || special.contains(piece.upper);
  }

  private Deque<Piece> firstPieces() {
    Deque<Piece> pieces = new ArrayDeque<>();
    IntStream.range(1, special.size())
        .forEach(i -> pieces.push(new Piece(special.get(i - 1), special.get(i), 0)));
    for (int count = pieces.size(); count < FIRST_PIECES; count++) {
      halve(pieces.removeLast(), pieces);
    }
    return pieces;
  }

  private void halve(Piece piece, Deque<Piece> pieces) {
    BinaryRational sum = piece.lower.add(piece.upper);
    BinaryRational middle = BinaryRational.of(sum.significand(), sum.exponent() - 1);
    pieces.push(part(piece, middle, piece.upper));
    pieces.push(part(piece, piece.lower, middle));
  }

  /** Halvings count anew in pieces that have lost touch with a special point. */
  private Piece part(Piece piece, BinaryRational lower, BinaryRational upper) {
    Piece part = new Piece(lower, upper, piece.halvings + 1);
    return isSpecial(piece) && !isSpecial(part) ? new Piece(lower, upper, 0) : part;
  }

  /** Tries the expansions a piece allows, best first. */
  private Step examine(Piece piece) {
    BinaryRational lower = piece.lower;
    BinaryRational upper = piece.upper;
    Step step = examine(piece, Patch.centred(lower, upper, order, bits));
    if (step instanceof TooWide && special.contains(lower)) {
      step = examine(piece, Patch.about(lower, lower, upper, order, bits));
      if (isSingular(step)) {
        step = examineSquared(piece, lower, Patch.Map.SQUARE);
      }
    }
    if (step instanceof TooWide && special.contains(upper)) {
      step = examine(piece, Patch.about(upper, lower, upper, order, bits));
      if (isSingular(step)) {
        step = examineSquared(piece, upper, Patch.Map.MINUS_SQUARE);
      }
    }
    if (step instanceof TooWide && isSpecial(piece)) {
      step = examine(piece, Patch.about(lower, lower, upper, 0, bits));
    }
    return step;
  }

  private static boolean isSingular(Step step) {
    return step instanceof TooWide wide && wide.singular;
  }

  /** Covers the points end ± t², t ≤ 2^k, of the piece; the rest of it is left over. */
  private Step examineSquared(Piece piece, BinaryRational end, Patch.Map map) {
    BinaryRational width = piece.upper.subtract(piece.lower);
    int k = Math.floorDiv(width.exponent() + width.bits() - 1, 2);
    BinaryRational reach = BinaryRational.of(BigInteger.ONE, k);
    Patch patch = Patch.squared(end, map, reach, Math.min(2 * order, MAX_ORDER), bits);
    Step step = examine(piece, patch);
    if (!(step instanceof Done)) {
      return step;
    }
    BinaryRational cut = patch.place(BinaryRational.ONE);
    BinaryRational far = map == Patch.Map.SQUARE ? piece.upper : piece.lower;
    if (cut.equals(far)) {
      return step;
    }
    return map == Patch.Map.SQUARE
        ? new Shortened(new Piece(cut, far, piece.halvings))
        : new Shortened(new Piece(far, cut, piece.halvings));
  }

  private Step examine(Piece piece, Patch patch) {
    try {
      TaylorModel model = error.on(patch);
      PolynomialBound bound = PolynomialBound.of(model);
      if (search.accept(bound, patch::place) && (!meanSquare || square.accept(model, bound))) {
        return new Done();
      }
      double uncertainty = bound.form().uncertainty();
      boolean noisy =
          uncertainty > search.observed() * (BoundSearch.TOLERANCE / 16)
              && uncertainty > bound.slack();
      return noisy && patch.order() > 0
          ? new LowPrecision()
          : new TooWide("the remainder stays too large", false);
    } catch (NoEnclosureException e) {
      return e.isDefinite()
          ? new Impossible(e.getMessage() + between(piece))
          : new TooWide(e.getMessage(), true);
    }
  }

  private static String between(Piece piece) {
    return String.format(
        Locale.ROOT,
        " between x = %s and %s",
        piece.lower.doubleValue(),
        piece.upper.doubleValue());
  }

  private ErrorProof proved() {
    return new ErrorProof.Proved(
        Math.max(search.accepted(), search.observed()),
        search.observed(),
        search.at(),
        boxes,
        bits,
        order,
        elapsed(),
        meanSquare ? Optional.of(square.root(bits)) : Optional.empty());
  }

  private ErrorProof givenUp(String reason) {
    if (error.kind() == ErrorKind.ABSOLUTE || search.observed() < HOPELESS) {
      return incomplete(reason);
    }
    String least = String.format(Locale.ROOT, "the error is at least %.1e", search.observed());
    return new ErrorProof.Refuted(least + at(search.at()));
  }

  private ErrorProof incomplete(String reason) {
    return new ErrorProof.Incomplete(reason, search.observed(), search.at(), boxes);
  }

  private Duration elapsed() {
    return Duration.ofNanos(limits.nanoClock().getAsLong() - start);
  }

  /** The ends, and −1, 0 and 1 where they lie inside: there expansions are one-sided. */
  static List<BinaryRational> specialPoints(Interval interval) {
    return Stream.of(
            interval.lower(),
            BinaryRational.ONE.negate(),
            BinaryRational.ZERO,
            BinaryRational.ONE,
            interval.upper())
        .filter(x -> x.compareTo(interval.lower()) >= 0 && x.compareTo(interval.upper()) <= 0)
        .distinct()
        .toList();
  }

  static String at(BinaryRational x) {
    return String.format(Locale.ROOT, " at x = %s", x.doubleValue());
  }

  private record Piece(BinaryRational lower, BinaryRational upper, int halvings) {}

  /** What one look at a piece brought. */
  private sealed interface Step {}

  private record Done() implements Step {}

  /** The piece must be halved; singular where there was no enclosure at all. */
  private record TooWide(String reason, boolean singular) implements Step {}

  /** Done but for a rest. */
  private record Shortened(Piece rest) implements Step {}

  private record LowPrecision() implements Step {}

  private record Impossible(String reason) implements Step {}
}
