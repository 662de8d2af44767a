package org.formulary.continuedfractions.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.equivalence.Equivalence;
import org.formulary.continuedfractions.equivalence.EquivalenceSearch;
import org.formulary.continuedfractions.export.Language;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/**
 * A proof by equivalence to a fraction whose value is proved.
 *
 * @param equivalence of the fraction to that one
 */
record EquivalenceProof(Equivalence equivalence, Basis basis, Constant value) implements Proof {

  static Optional<EquivalenceProof> of(PolynomialFraction f, Constant value) {
    return symbolic(value)
        .flatMap(
            claimed ->
                Basis.ALL.stream()
                    .filter(b -> b.value().constants().equals(claimed.constants()))
                    .flatMap(b -> to(b, f, value).stream())
                    .findFirst());
  }

  private static Optional<Symbolic> symbolic(Constant value) {
    return Symbolic.of(FormulaParser.parse(value.formula()));
  }

  private static Optional<EquivalenceProof> to(Basis b, PolynomialFraction f, Constant value) {
    return EquivalenceSearch.between(f, b.proof().fraction())
        .map(e -> new EquivalenceProof(e, b, value))
        .filter(p -> p.proves(f, value));
  }

  @Override
  public PolynomialFraction fraction() {
    return equivalence.from();
  }

  @Override
  public String method() {
    return "equivalence to %s, by %s".formatted(basis.name(), basis.proof().method());
  }

  /** Whether all identities hold, and the proof for the other fraction does. */
  @Override
  public boolean proves(PolynomialFraction f, Constant claimed) {
    return f.equals(equivalence.from())
        && basis.proof().proves(equivalence.to(), basis.constant())
        && equivalence.holds()
        && equivalence.transfersLimit()
        && basis
            .value()
            .image(equivalence.image())
            .flatMap(v -> symbolic(claimed).filter(v::is))
            .isPresent();
  }

  @Override
  public List<String> chain() {
    List<String> chain = new ArrayList<>();
    chain.add(
        "K = %s is the value of the fraction %s, because:"
            .formatted(basis.constant().name(), basis.proof().fraction()));
    chain.addAll(basis.proof().chain());
    chain.add(
        ("M(n) = [0, b(n); 1, a(n)], C(m) = %s, of the fraction of K C'(m) = %s, U(m) = %s:"
                + " C(m)*U(m) and U(m - 1)*C'(m) are proportional")
            .formatted(product(equivalence.k()), product(equivalence.l()), equivalence.gauge()));
    chain.add(
        ("P(n) = [1, a(0); 0, 1]*M(1)...M(n), W(K) = %4$s: P(%1$s)*U(m) and W*P'(%2$s) are"
                + " proportional at m = %3$d, and so for all larger m, where det U(m) is not 0")
            .formatted(
                index(equivalence.k()),
                index(equivalence.l()),
                equivalence.start(),
                equivalence.image().moebius("K")));
    chain.add(
        "U(m) grows too little to exchange larger and smaller solutions: the limit is W(K) = "
            + value.name());
    return List.copyOf(chain);
  }

  private static String index(int k) {
    return k == 1 ? "m" : k + "*m";
  }

  private static String product(int k) {
    return k == 1 ? "M(m)" : "M(%1$d*m - %2$d)...M(%1$d*m)".formatted(k, k - 1);
  }

  @Override
  public String pari() {
    return basis.proof().pari()
        + PariScript.of(
            """
            M(a, b, n) = [0, subst(b, 'n, n); 1, subst(a, 'n, n)];
            C(a, b, k) = {my(p = matid(2)); for(i = 1 - k, 0, p = p*M(a, b, k*'m + i)); p};
            P(a, b, n) = {my(p = [1, subst(a, 'n, 0); 0, 1]); for(i = 1, n, p = p*M(a, b, i)); p};
            {same(x, y) = my(v = concat(x[1,], x[2,]), w = concat(y[1,], y[2,]));
              for(i = 1, 4, for(j = 1, i - 1, if(v[i]*w[j] != v[j]*w[i], return(0))));
              v*v~ != 0 && w*w~ != 0};
            a = %1$s; b = %2$s; a1 = %3$s; b1 = %4$s; k = %5$d; l = %6$d;
            U = %7$s; W = %8$s; start = %9$d; D = matdet(U);
            zeros = if(poldegree(D) > 0, nfroots(, D), []);
            check(same(C(a, b, k)*U, subst(U, 'm, 'm - 1)*C(a1, b1, l)), "U");
            check(same(P(a, b, k*start)*subst(U, 'm, start), W*P(a1, b1, l*start)), "W");
            check(matdet(W) != 0 && D != 0, "determinants");
            regular(r) = denominator(r) > 1 || r < start;
            check(D != 0 && vecmin(concat(1, apply(regular, zeros))), "zeros of det U");
            default(realprecision, 60);
            K = %10$s; x = %11$s;
            check(abs(x - (W[1,1]*K + W[1,2])/(W[2,1]*K + W[2,2])) < 1e-50, "value");
            Q = P(a1, b1, 400);
            check(abs(K - Q[1,2]/Q[2,2]) < %12$s, "known value");
            """
                .formatted(
                    fraction().a(),
                    fraction().b(),
                    basis.proof().fraction().a(),
                    basis.proof().fraction().b(),
                    equivalence.k(),
                    equivalence.l(),
                    equivalence.gauge(),
                    "[%s, %s; %s, %s]"
                        .formatted(
                            equivalence.image().rows().stream().flatMap(List::stream).toArray()),
                    equivalence.start(),
                    Language.PARI.formula(basis.constant()),
                    Language.PARI.formula(value),
                    isFast() ? "1e-40" : "1e-2"));
  }

  private boolean isFast() {
    return switch (Convergence.of(basis.proof().fraction())) {
      case Convergence.Factorial _, Convergence.Exponential _ -> true;
      default -> false;
    };
  }
}
