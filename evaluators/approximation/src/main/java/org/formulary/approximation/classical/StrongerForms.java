package org.formulary.approximation.classical;

import static org.formulary.approximation.classical.EvaluationScheme.CONTINUED_FRACTION;
import static org.formulary.approximation.classical.EvaluationScheme.HORNER;
import static org.formulary.approximation.classical.EvaluationScheme.PRECONDITIONED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.formulary.search.domain.Baseline;

/**
 * What a skilled hand makes of best quotients: continued fractions, preconditioned polynomials,
 * squarings of the approximated root, functions of x².
 *
 * <p>A form is kept only where it is better than all of its family with fewer operations.
 */
final class StrongerForms {
  private static final int MAX_SQUARINGS = 4;

  /** How h, of x², becomes a function with f(x)·f(−x) = 1. */
  private static final String RECIPROCAL_FORM = " in (h+x)/(h−x)";

  /** An error has to be this part of another to be better. */
  private static final double BETTER = 1 - 1e-6;

  /** Below an error like this of degrees one lower, constants that should be equal are not. */
  private static final double JOINABLE = 1e-16;

  private final Appraisal appraisal;
  private final int maxOperations;
  private final List<Baseline> found = new ArrayList<>();
  private final List<ClassicalBaselines.Omission> omitted = new ArrayList<>();

  StrongerForms(Appraisal appraisal, int maxOperations) {
    this.appraisal = appraisal;
    this.maxOperations = maxOperations;
  }

  List<Baseline> found() {
    return List.copyOf(found);
  }

  List<ClassicalBaselines.Omission> omitted() {
    return List.copyOf(omitted);
  }

  /** A quotient to be written, with an estimate of its error to choose by. */
  private record Draft(Approximant approximant, double error) {}

  /** Continued fractions and preconditioned polynomials of the target itself. */
  void unsymmetric(BestQuotients best) {
    Composition plain = Composition.plain(best.target());
    family("minimax polynomial", PRECONDITIONED, polynomials(best, plain, PRECONDITIONED));
    family("minimax rational", CONTINUED_FRACTION, quotients(best, plain, CONTINUED_FRACTION));
    best.target()
        .series()
        .ifPresent(s -> family("Padé at the middle", CONTINUED_FRACTION, pade(best, s, plain)));
  }

  /** The forms of the roots of {@code target}, squared; {@code where} follows their names. */
  void squared(Target target, Composition composition, String where) {
    for (int k = 1; k <= MAX_SQUARINGS; k++) {
      Optional<Target> root = RootTargets.root(target, k);
      if (root.isEmpty()) {
        omitted.add(
            new ClassicalBaselines.Omission("squared" + where, "the function is not positive"));
        return;
      }
      all(new BestQuotients(root.get()), composition.squared(k), where, true);
    }
  }

  /**
   * The forms in x² of the target.
   *
   * @param horner whether Horner's scheme is wanted, which in x is the same for a target that is
   *     symmetric on its interval
   */
  void inSquare(Symmetry symmetry, boolean horner) {
    Target target = appraisal.target();
    String where = symmetry == Symmetry.RECIPROCAL ? RECIPROCAL_FORM : " in x²";
    Optional<Target> inSquare = SquareTarget.of(target, symmetry);
    if (inSquare.isEmpty()) {
      omitted.add(new ClassicalBaselines.Omission("in x²", "the function is not smooth in x²"));
      return;
    }
    Composition composition = Composition.plain(target).of(symmetry);
    all(new BestQuotients(inSquare.get()), composition, where, horner);
    if (symmetry == Symmetry.EVEN && target.zeros().isEmpty()) {
      squared(inSquare.get(), composition, where);
    }
    for (int k = 1; symmetry == Symmetry.RECIPROCAL && k <= MAX_SQUARINGS; k++) {
      Composition squared = composition.squared(k);
      RootTargets.root(target, k)
          .flatMap(root -> SquareTarget.of(root, symmetry))
          .ifPresent(h -> all(new BestQuotients(h), squared, where, horner));
    }
  }

  private void all(BestQuotients best, Composition composition, String where, boolean horner) {
    for (EvaluationScheme scheme : EvaluationScheme.values()) {
      if (scheme != CONTINUED_FRACTION && (horner || scheme != HORNER)) {
        String name = "minimax polynomial" + where;
        family(name, scheme, polynomials(best, composition, scheme));
      }
      if (scheme != PRECONDITIONED && (horner || scheme != HORNER)) {
        String name = "minimax rational" + where;
        family(name, scheme, quotients(best, composition, scheme));
      }
    }
  }

  private List<Draft> polynomials(
      BestQuotients best, Composition composition, EvaluationScheme scheme) {
    List<Draft> drafts = new ArrayList<>();
    int least = scheme == PRECONDITIONED ? 4 : 1;
    for (int p = least; scheme.operations(p, 0) <= budget(composition); p++) {
      draft(best, composition, p, 0).ifPresent(drafts::add);
    }
    return drafts;
  }

  /** Those of nearly equal degrees, and others that are known already. */
  private List<Draft> quotients(
      BestQuotients best, Composition composition, EvaluationScheme scheme) {
    List<Draft> drafts = new ArrayList<>();
    int budget = budget(composition);
    for (int q = 1; scheme.operations(0, q) <= budget; q++) {
      for (int p = 0; scheme.operations(p, 0) <= budget; p++) {
        boolean wanted = Math.abs(p - q) <= 1 || best.knows(p, q);
        int saved = scheme == CONTINUED_FRACTION ? saved(best, composition, p, q) : 0;
        if (wanted && scheme.operations(p, q) - saved <= budget) {
          draft(best, composition, p, q).ifPresent(drafts::add);
        }
      }
    }
    return drafts;
  }

  /**
   * Operations that are saved where all but the first of n constants are one. They are not known
   * well enough for that where errors come near the rounding of what they are computed by.
   */
  private static int saved(BestQuotients best, Composition composition, int p, int q) {
    boolean candidate =
        p == q && p > 2 && !composition.inSquare() && best.target().isReciprocalAboutMiddle();
    return candidate && best.of(p - 1, q - 1).filter(r -> r.error() > JOINABLE).isPresent()
        ? p - 2
        : 0;
  }

  private Optional<Draft> draft(BestQuotients best, Composition composition, int p, int q) {
    return best.of(p, q)
        .map(
            r ->
                new Draft(
                    Approximant.minimax(best.target(), r.quotient(), r.error(), composition),
                    r.error()));
  }

  private List<Draft> pade(BestQuotients best, ChebyshevSeries series, Composition plain) {
    List<Draft> drafts = new ArrayList<>();
    Target target = appraisal.target();
    for (int q = 1; CONTINUED_FRACTION.operations(0, q) <= budget(plain); q++) {
      for (int p = q - 1; p <= q + 1; p++) {
        int saved = saved(best, plain, p, q);
        if (CONTINUED_FRACTION.operations(p, q) - saved <= budget(plain)) {
          Expansions.pade(series, p, q)
              .filter(Quotient::isFreeOfPoles)
              .map(r -> new Draft(new Approximant(target, r, plain), appraisal.error(r)))
              .ifPresent(drafts::add);
        }
      }
    }
    return drafts;
  }

  private int budget(Composition composition) {
    return maxOperations - composition.operations();
  }

  /** Of each number of operations the best draft that can be written, if it is worth its cost. */
  private void family(String name, EvaluationScheme scheme, List<Draft> drafts) {
    TreeMap<Integer, List<Draft>> byOperations = new TreeMap<>();
    for (Draft draft : drafts) {
      Quotient r = draft.approximant().quotient();
      byOperations
          .computeIfAbsent(scheme.operations(r.p(), r.q()), n -> new ArrayList<>())
          .add(draft);
    }
    List<Baseline> family = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (List<Draft> equal : byOperations.values()) {
      equal.sort(Comparator.comparingDouble(Draft::error));
      Optional<Baseline> written = firstWritten(name, scheme, equal);
      if (written.isPresent() && written.get().scores().get(0) < least * BETTER) {
        // Joined constants may have made it cheaper than those before.
        double operations = written.get().scores().get(1);
        family.removeIf(b -> b.scores().get(1) >= operations);
        family.add(written.get());
        least = written.get().scores().get(0);
      }
      if (least <= appraisal.resolution()) {
        break;
      }
    }
    found.addAll(family);
    if (!drafts.isEmpty() && family.isEmpty()) {
      omitted.add(new ClassicalBaselines.Omission(name, "no form in this scheme is as good"));
    }
  }

  private Optional<Baseline> firstWritten(
      String name, EvaluationScheme scheme, List<Draft> drafts) {
    return drafts.stream()
        .flatMap(d -> written(name, scheme, d.approximant()).stream())
        .filter(b -> b.scores().get(1) <= maxOperations)
        .findFirst();
  }

  private Optional<Baseline> written(String name, EvaluationScheme scheme, Approximant a) {
    String family = "%s, %s%s".formatted(name, scheme.label(), a.composition().suffix());
    return appraisal.baseline(family, a, scheme);
  }
}
