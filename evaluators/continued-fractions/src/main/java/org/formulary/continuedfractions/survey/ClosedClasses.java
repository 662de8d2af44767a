package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.hypergeometric.ClosedForm;
import org.formulary.continuedfractions.hypergeometric.GaussRatio;
import org.formulary.continuedfractions.hypergeometric.QuadraticNumber;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;
import org.formulary.truth.Enclosure;

/**
 * Fractions with one closed form up to whole differences of its parameters, and the constant of
 * which their values are Möbius images: looked for with the simplest fraction of a class, then
 * confirmed for each other one.
 */
final class ClosedClasses {
  private static final int MOST_DEGREE = 4;

  /** Numbers times constants that are tried, roughly; a relation must be no accident among them. */
  private static final long ATTEMPTS = 1L << 20;

  private final FractionLookup lookup;
  private final Candidates candidates = new Candidates();
  private final Map<String, List<Member>> members;

  /** What a class was found to be. */
  record Label(String key, Optional<String> constant, int members, int related, Member simplest) {
    /** The constant, or the closed form itself. */
    String text() {
      return constant.orElse(key);
    }
  }

  ClosedClasses(FractionLookup lookup, Collection<Member> all) {
    this.lookup = lookup;
    this.members =
        all.stream()
            .filter(m -> !m.closed().isEmpty())
            .collect(Collectors.groupingBy(Member::closed, TreeMap::new, Collectors.toList()));
  }

  int count() {
    return members.size();
  }

  /** The label of each class, by its key. */
  Map<String, Label> labels(Progress progress) {
    AtomicInteger done = new AtomicInteger();
    return members.entrySet().parallelStream()
        .map(
            e -> {
              if (progress.cancelled()) {
                throw new CancellationException("stopped");
              }
              Label label = label(e.getKey(), e.getValue());
              progress.report("constants of closed forms", done.incrementAndGet(), members.size());
              return label;
            })
        .collect(Collectors.toMap(Label::key, l -> l, (a, _) -> a, TreeMap::new));
  }

  private Label label(String key, List<Member> of) {
    Member simplest =
        of.stream()
            .filter(m -> ClosedForm.of(lookup.fraction(m)).isPresent())
            .min(
                Comparator.comparingLong(lookup::size)
                    .thenComparingInt(Member::unit)
                    .thenComparingInt(Member::numerator))
            .orElseThrow();
    PolynomialFraction f = lookup.fraction(simplest);
    ClosedForm form = ClosedForm.of(f).orElseThrow();
    if (form instanceof QuadraticNumber) {
      return new Label(key, Optional.of(key), of.size(), of.size(), simplest);
    }
    Enclosure value = Enclosure.ofDigits(simplest.value());
    boolean mayBeAlgebraic = form instanceof GaussRatio g && g.isRational();
    Optional<Integer> degree =
        mayBeAlgebraic
            ? MoebiusRelation.algebraicDegree(value, MOST_DEGREE, ATTEMPTS)
            : Optional.empty();
    if (degree.isPresent()) {
      String name = "algebraic of degree " + degree.get();
      return new Label(key, Optional.of(name), of.size(), algebraic(of), simplest);
    }
    for (Named constant : candidates.of(form)) {
      if (MoebiusRelation.of(value, constant, ATTEMPTS).isPresent()) {
        int related = (int) of.stream().filter(m -> isImage(m, constant)).count();
        return new Label(key, Optional.of(constant.name()), of.size(), related, simplest);
      }
    }
    return new Label(key, Optional.empty(), of.size(), 0, simplest);
  }

  private static int algebraic(List<Member> of) {
    List<Member> found = new ArrayList<>(of);
    found.removeIf(
        m ->
            MoebiusRelation.algebraicDegree(Enclosure.ofDigits(m.value()), MOST_DEGREE, ATTEMPTS)
                .isEmpty());
    return found.size();
  }

  private static boolean isImage(Member m, Named constant) {
    return MoebiusRelation.of(Enclosure.ofDigits(m.value()), constant, ATTEMPTS).isPresent();
  }
}
