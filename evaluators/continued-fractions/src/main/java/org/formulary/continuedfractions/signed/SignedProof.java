package org.formulary.continuedfractions.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.proof.PariScript;
import org.formulary.continuedfractions.proof.Proof;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * A proof that a signed fraction is its image of the constant: it converges, and its convergents at
 * every L-th term are those of a polynomial fraction, whose value is proved.
 */
record SignedProof(Hurwitzian law, Constant value, Proof polynomial) {
  static Optional<SignedProof> of(SignedFraction f, Constant constant) {
    return Hurwitzian.of(f)
        .filter(law -> law.converges() && law.toValue().determinant().signum() != 0)
        .flatMap(
            law -> {
              Constant value = Constants.of("value", law.claim(constant.factor()));
              return Proof.of(law.polynomial(), value).map(p -> new SignedProof(law, value, p));
            });
  }

  /** Whether every step holds, the polynomial fraction made again. */
  boolean proves(SignedFraction f, Constant constant) {
    return Hurwitzian.of(f).filter(law::equals).isPresent()
        && law.converges()
        && law.toValue().determinant().signum() != 0
        && value.formula().equals(Constants.of("value", law.claim(constant.factor())).formula())
        && polynomial.proves(law.polynomial(), value);
  }

  String method() {
    return "a polynomial fraction, of which the value is proved by " + polynomial.method();
  }

  List<String> chain() {
    List<String> chain = new ArrayList<>();
    chain.add(
        "the terms after the first %d are %s at m = 0, 1, … in turn:"
                .formatted(law.fraction().head(), list())
            + " both sequences obey recurrences, and their first terms agree");
    chain.add(
        "from some on no term is less than 1, or 2 before a minus: the fraction converges (Tietze)");
    chain.add(
        "the products of the matrices [term, sign; 1, 0] over each turn have the polynomial"
            + " fraction %s, of value V, and the signed fraction is %s"
                .formatted(law.polynomial(), law.toValue().moebius("V")));
    chain.add("V = %s, because:".formatted(value.name()));
    chain.addAll(polynomial.chain());
    return List.copyOf(chain);
  }

  private String list() {
    return law.laws().stream()
        .map(p -> p.toString().replace('n', 'm'))
        .collect(Collectors.joining(", "));
  }

  /**
   * A PARI/GP program that goes on from the {@link Script} of the fraction and checks every step;
   * it prints {@code proved} twice or more often, or what fails.
   */
  String pari() {
    SignedFraction f = law.fraction();
    IntegerMatrix m = law.toValue();
    return PariScript.of(
            """
            laws = [%1$s]; h = %2$d; len = #laws; A = %3$s; B = %4$s; L = [%5$s, %6$s; %7$s, %8$s];
            law(i) = subst(laws[i%%len + 1], 'm, i\\len);
            term(i) = if(i < h, a[i + 1], law(i - h));
            same = 1; for(i = 0, #a - 1, if(a[i + 1] != term(i), same = 0));
            check(same && #a >= h + #r + 2*len, "terms");
            least(i) = if(s[(h + i)%%#s + 1] < 0, 2, 1);
            grows(i) = polcoef(laws[i + 1], 1, 'm);
            large(i) = grows(i) > 0 || (grows(i) == 0 && laws[i + 1] >= least(i));
            check(vecmin(vector(len, i, large(i - 1))), "converges");
            K = [1, subst(A, 'n, 0); 0, 1]; V = matid(2); v = List(); w = List();
            step(i) = [term(i), s[i%%#s + 1]; 1, 0];
            for(i = 0, h - 1, V = V*step(i));
            {for(n = 1, 50, for(i = 0, len - 1, V = V*step(h + (n - 1)*len + i));
              W = L*K; listput(v, V[1,%9$d]/V[2,%9$d]); listput(w, W[1,2]/W[2,2]);
              K = K*[0, subst(B, 'n, n); 1, subst(A, 'n, n)])};
            agree(o) = for(n = 12, 40, if(v[n] != w[n + o], return(0))); 1;
            check(matdet(L) != 0 && sum(o = -10, 10, agree(o)) > 0, "walk");
            """
                .formatted(
                    list(),
                    f.head(),
                    law.polynomial().a(),
                    law.polynomial().b(),
                    m.entry(0, 0),
                    m.entry(0, 1),
                    m.entry(1, 0),
                    m.entry(1, 1),
                    law.walk().column() + 1))
        + polynomial.pari();
  }
}
