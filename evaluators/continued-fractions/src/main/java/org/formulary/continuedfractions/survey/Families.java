package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;

/**
 * Families v + k w of fractions, given by the vectors of their coefficients, whose members are
 * Möbius images of one constant: where the box holds at least {@value #LEAST} in a row, the next
 * beyond it on either side are summed and related to the constant.
 */
final class Families {
  private static final int LEAST = 4;
  private static final int BEYOND = 2;
  private static final int MOST_OF_A_CONSTANT = 40;
  private static final int MOST_MEMBERS = 1_500;

  /** The largest step of a coefficient. */
  private static final long LARGEST_STEP = 4;

  private static final int BITS = 512;
  private static final long ATTEMPTS = 1L << 16;

  private final FractionLookup lookup;
  private final Map<String, Set<List<Long>>> vectors = new TreeMap<>();

  /** Members in the box k = 0 … members − 1; {@code text} shows a and b with k. */
  record Found(String constant, String text, int members, int tested, int confirmed) {}

  /** A run of members. */
  private record Line(List<Long> start, List<Long> step, int members) {
    List<Long> at(long k) {
      return LongStream.range(0, start.size())
          .map(i -> start.get((int) i) + k * step.get((int) i))
          .boxed()
          .toList();
    }
  }

  Families(FractionLookup lookup, List<Member> all, Map<String, ClosedClasses.Label> labels) {
    this.lookup = lookup;
    for (Member m : all) {
      if (!m.closed().isEmpty()) {
        labels
            .get(m.closed())
            .constant()
            .filter(c -> !c.startsWith("algebraic") && !c.startsWith("sqrt("))
            .map(c -> vectors.computeIfAbsent(c, _ -> new HashSet<>()))
            .filter(set -> set.size() < MOST_MEMBERS)
            .ifPresent(set -> set.add(lookup.vector(m)));
      }
    }
  }

  /** The families of each constant, the longest first. */
  List<Found> found(Progress progress) {
    AtomicInteger done = new AtomicInteger();
    return vectors.entrySet().parallelStream()
        .flatMap(
            e -> {
              if (progress.cancelled()) {
                throw new CancellationException("stopped");
              }
              Named constant = Named.of(e.getKey());
              List<Found> found =
                  lines(e.getValue()).stream().map(line -> tested(line, constant)).toList();
              progress.report("families", done.incrementAndGet(), vectors.size());
              return found.stream();
            })
        .sorted(
            Comparator.comparing(Found::constant)
                .thenComparing(f -> -f.members())
                .thenComparing(Found::text))
        .toList();
  }

  private List<Line> lines(Set<List<Long>> members) {
    List<List<Long>> sorted = new ArrayList<>(members);
    sorted.sort(Families::compare);
    List<Line> lines = new ArrayList<>();
    for (List<Long> start : sorted) {
      for (List<Long> second : sorted) {
        List<Long> step = difference(start, second);
        boolean wanted =
            compare(start, second) < 0
                && step.stream().allMatch(s -> Math.abs(s) <= LARGEST_STEP)
                && !members.contains(new Line(start, step, 0).at(-1));
        if (wanted) {
          Line line = new Line(start, step, 0);
          int n = 2;
          while (members.contains(line.at(n))) {
            n++;
          }
          if (n >= LEAST) {
            lines.add(new Line(start, step, n));
          }
        }
      }
    }
    lines.sort(Comparator.comparingInt(l -> -l.members()));
    return lines.subList(0, Math.min(lines.size(), MOST_OF_A_CONSTANT));
  }

  private static List<Long> difference(List<Long> from, List<Long> to) {
    return LongStream.range(0, from.size())
        .map(i -> to.get((int) i) - from.get((int) i))
        .boxed()
        .toList();
  }

  private static int compare(List<Long> a, List<Long> b) {
    for (int i = 0; i < a.size(); i++) {
      int c = Long.compare(a.get(i), b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return 0;
  }

  private Found tested(Line line, Named constant) {
    int tested = 0;
    int confirmed = 0;
    for (int i = 1; i <= BEYOND; i++) {
      for (long k : new long[] {-i, line.members() - 1L + i}) {
        Optional<Boolean> image = isImage(fraction(line.at(k)), constant);
        tested += image.isPresent() ? 1 : 0;
        confirmed += image.orElse(false) ? 1 : 0;
      }
    }
    return new Found(constant.name(), text(line), line.members(), tested, confirmed);
  }

  private PolynomialFraction fraction(List<Long> vector) {
    int n = lookup.degree() + 1;
    long[] all = vector.stream().mapToLong(v -> v).toArray();
    return new PolynomialFraction(
        IntegerPolynomial.of(Arrays.copyOfRange(all, 0, n)),
        IntegerPolynomial.of(Arrays.copyOfRange(all, n, 2 * n)));
  }

  /** Empty where the fraction has no irrational limit: then it tells nothing of the family. */
  private static Optional<Boolean> isImage(PolynomialFraction f, Named constant) {
    if (f.a().isZero() || f.b().isZero()) {
      return Optional.empty();
    }
    return Limit.of(f, BITS) instanceof Limit.Finite finite
            && SmallRational.of(finite.value()).isEmpty()
        ? Optional.of(MoebiusRelation.of(finite.value(), constant, ATTEMPTS).isPresent())
        : Optional.empty();
  }

  private String text(Line line) {
    int n = lookup.degree() + 1;
    return "a = %s; b = %s".formatted(text(line, 0, n), text(line, n, 2 * n));
  }

  private static String text(Line line, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = to - 1; i >= from; i--) {
      long first = line.start().get(i);
      long step = line.step().get(i);
      int power = i - from;
      if (step != 0) {
        // A polynomial in k reads as one in n does.
        String factor = IntegerPolynomial.of(first, step).toString().replace('n', 'k');
        text.append(text.isEmpty() ? "" : " + ").append("(").append(factor).append(")");
        text.append(power == 0 ? "" : power == 1 ? "*n" : "*n^" + power);
      } else if (first != 0) {
        long[] ascending = new long[power + 1];
        ascending[power] = first;
        String term = IntegerPolynomial.of(ascending).toString();
        text.append(text.isEmpty() ? term : first < 0 ? " - " + term.substring(1) : " + " + term);
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
