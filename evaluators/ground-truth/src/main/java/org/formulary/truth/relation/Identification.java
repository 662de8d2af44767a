package org.formulary.truth.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * Finds formulas for a number: it may be rational or algebraic, a quotient of linear or quadratic
 * terms in one of the constants, a product of powers of one, π, e and small primes, a linear
 * combination of two, or a quotient of linear terms in all that were asked for. Every form is an
 * attempt, and the more attempts, the more bits must match.
 */
public final class Identification {
  private static final String VALUE = "value";

  private final Forms forms;

  private Identification(Forms forms) {
    this.forms = forms;
  }

  /** Tries the constants one by one and two by two. */
  public static Identification among(List<Constant> constants) {
    return new Identification(new Forms(constants, false));
  }

  /** Tries quotients of linear terms in all these constants at once, too. */
  public static Identification with(List<Constant> constants) {
    return new Identification(new Forms(constants, true));
  }

  /**
   * What came of it.
   *
   * @param found formulas that are no accident, by their size; the first is the simplest
   * @param accident where nothing was found, the relation that came nearest to significance
   * @param attempts how many forms there are to try
   * @param excluded of each form that does not fit the size up to which no coefficients do
   */
  public record Result(
      List<Identified> found, Optional<Identified> accident, long attempts, List<Bound> excluded) {
    public Optional<Identified> best() {
      return found.stream().findFirst();
    }
  }

  /** No relation of the form has all its coefficients below 2^log2. */
  public record Bound(String form, double log2) {}

  /** Whether a number is a quotient of whole numbers and no accident, as far as it is known. */
  public static boolean isRational(Enclosure value) {
    return isAlgebraic(value, 1);
  }

  /**
   * Whether a number is a zero of a polynomial with whole coefficients, and that is no accident.
   *
   * @param degree the largest of the polynomial, 1 to 8
   */
  public static boolean isAlgebraic(Enclosure value, int degree) {
    Form form = Forms.algebraic(value).get(degree - 1);
    return RelationSearch.search(form.values(), form::involvesValue, 1, () -> false)
        .relation()
        .filter(r -> r.isSignificant(1))
        .isPresent();
  }

  /**
   * Tries one form after the other, simple ones first, to the end of the first stage that finds
   * anything.
   *
   * @param stop asked between steps; once it holds, what was found so far is the result
   * @throws InvalidSpecException if it is known to so few digits that nothing could be told from an
   *     accident
   */
  public Result identify(Enclosure value, BooleanSupplier stop) {
    return identify(value, 1, stop);
  }

  /**
   * The same for one of many numbers, so that more must match.
   *
   * @param numbers how many numbers there are of which any could have had a formula, ≥ 1
   */
  public Result identify(Enclosure value, long numbers, BooleanSupplier stop) {
    long attempts = Math.multiplyExact(forms.count(), numbers);
    requireEnough(value, attempts);
    List<Identified> found = new ArrayList<>();
    List<Identified> accidents = new ArrayList<>();
    List<Bound> bounds = new ArrayList<>();
    for (Supplier<List<Form>> stage : forms.stages(value)) {
      if (!found.isEmpty() || stop.getAsBoolean()) {
        break;
      }
      for (Form form : stage.get()) {
        RelationSearch.Outcome outcome =
            RelationSearch.search(form.values(), form::involvesValue, attempts, stop);
        Optional<Identified> read = outcome.relation().map(r -> read(form, r, attempts));
        if (read.isPresent() && read.get().isSignificant()) {
          found.add(read.get());
        } else {
          read.ifPresent(accidents::add);
          bounds.add(new Bound(form.name(), outcome.log2Excluded()));
        }
      }
    }
    found.sort(Comparator.comparingInt(f -> f.relation().coefficientBits()));
    return new Result(
        distinct(found),
        accidents.stream()
            .filter(_ -> found.isEmpty())
            .max(Comparator.comparingDouble(a -> a.relation().matchedBits() / a.neededBits())),
        attempts,
        List.copyOf(bounds));
  }

  private static Identified read(Form form, IntegerRelation relation, long attempts) {
    return new Identified(
        form.text(relation.coefficients(), VALUE),
        form.name(),
        relation,
        relation.neededBits(attempts));
  }

  /**
   * The same formula can have several forms: a sum of multiples of two, one of them 0. And where
   * constants depend on one another, long ones say the same as the shortest.
   */
  private static List<Identified> distinct(List<Identified> found) {
    List<Identified> distinct = new ArrayList<>();
    for (Identified f : found) {
      int bits = f.relation().coefficientBits();
      if (bits <= 2 * found.getFirst().relation().coefficientBits()
          && distinct.stream().noneMatch(other -> other.text().equals(f.text()))) {
        distinct.add(f);
      }
    }
    return List.copyOf(distinct);
  }

  private static void requireEnough(Enclosure value, long attempts) {
    double needed = IntegerRelation.neededBits(0, attempts);
    if (value.knownBits() < needed) {
      throw new InvalidSpecException(
          "",
          "value gives %d of the %d digits needed to tell a formula from an accident"
              .formatted(digits(value.knownBits()), digits(needed) + 1));
    }
  }

  /** Of a number whose last digit may be off by one. */
  private static int digits(double bits) {
    return 1 + (int) Enclosure.digitsOf(bits + 1);
  }
}
