package org.formulary.continuedfractions.mitm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.Family.Parameter;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * A family as products: for each value of the parameters that a and b share, every a with every b.
 *
 * @param shared parameters of both
 * @param ofA parameters of a alone
 * @param ofB parameters of b alone
 */
record Box(Family family, List<Parameter> shared, List<Parameter> ofA, List<Parameter> ofB) {
  /** Most a that are kept at once: their values take a quarter of a kilobyte each. */
  private static final long MOST_OF_A = 1 << 18;

  static Box of(Family family) {
    List<Parameter> shared = new ArrayList<>(family.parametersOfA());
    shared.retainAll(family.parametersOfB());
    List<Parameter> ofA = new ArrayList<>(family.parametersOfA());
    ofA.removeAll(shared);
    while (size(ofA) > MOST_OF_A) {
      shared.add(ofA.removeFirst()); // as if b depended on it, which costs no more than some time
    }
    List<Parameter> ofB = new ArrayList<>(family.parametersOfB());
    ofB.removeAll(shared);
    return new Box(family, List.copyOf(shared), List.copyOf(ofA), List.copyOf(ofB));
  }

  /** Values that the shared parameters can take. */
  long sharedSize() {
    return size(shared);
  }

  long sizeOfA() {
    return size(ofA);
  }

  long sizeOfB() {
    return size(ofB);
  }

  private static long size(List<Parameter> parameters) {
    return parameters.stream()
        .mapToLong(p -> p.most() - p.least() + 1)
        .reduce(1, Math::multiplyExact);
  }

  /** All a of one value of the shared parameters. */
  List<IntegerPolynomial> partialDenominators(long sharedNumber) {
    return list(sharedNumber, ofA, 0, sizeOfA(), family::partialDenominators);
  }

  /** The b of one value of the shared parameters from a number to before another. */
  List<IntegerPolynomial> partialNumerators(long sharedNumber, long from, long to) {
    return list(sharedNumber, ofB, from, Math.min(to, sizeOfB()), family::partialNumerators);
  }

  private List<IntegerPolynomial> list(
      long sharedNumber,
      List<Parameter> parameters,
      long from,
      long to,
      Function<Map<String, Long>, IntegerPolynomial> read) {
    Map<String, Long> values = new HashMap<>();
    put(sharedNumber, shared, values);
    long run =
        parameters.isEmpty()
            ? 1
            : size(parameters.subList(parameters.size() - 1, parameters.size()));
    int orders = parameters.isEmpty() ? 1 : family.degreeIn(parameters.getLast().name()) + 1;
    List<IntegerPolynomial> list = new ArrayList<>();
    for (long number = from; number < to; ) {
      long end = Math.min(to, (number / run + 1) * run);
      List<IntegerPolynomial> first = new ArrayList<>();
      for (; number < end && first.size() < orders; number++) {
        put(number, parameters, values);
        first.add(read.apply(values));
      }
      list.addAll(first);
      extend(list, first, end - number);
      number = end;
    }
    return list;
  }

  /**
   * Adds so many polynomials that follow the first ones, with the same differences of the highest
   * order: reading formulas takes longer than looking up values.
   */
  private static void extend(
      List<IntegerPolynomial> list, List<IntegerPolynomial> first, long count) {
    IntegerPolynomial[] differences = first.toArray(IntegerPolynomial[]::new);
    int orders = differences.length;
    for (int order = 1; order < orders; order++) {
      for (int i = 0; i < orders - order; i++) {
        differences[i] = differences[i + 1].add(differences[i].negate());
      }
    }
    // differences[0] is of the highest order, and each after it ends at the last polynomial.
    for (long k = 0; k < count; k++) {
      for (int i = 1; i < orders; i++) {
        differences[i] = differences[i].add(differences[i - 1]);
      }
      list.add(differences[orders - 1]);
    }
  }

  private static void put(long number, List<Parameter> parameters, Map<String, Long> values) {
    long rest = number;
    for (Parameter p : parameters.reversed()) {
      long count = p.most() - p.least() + 1;
      values.put(p.name(), p.least() + rest % count);
      rest /= count;
    }
  }
}
