package org.formulary.continuedfractions.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.DerivedFraction;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.field.Pair;
import org.formulary.continuedfractions.field.Trajectory;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/**
 * A proof by a conservative matrix field: the fraction is that of a walk which has the limit of the
 * walk along x ({@link DominatedField}), and that is a sum.
 *
 * @param p and q, the direction of the walk
 * @param walk the fraction of the walk, and how its value follows from the limit
 * @param axis the proof for the fraction along x
 */
record FieldProof(DominatedField field, int p, int q, DerivedFraction walk, SumProof axis)
    implements Proof {
  /** The proof for a direction. */
  static Optional<FieldProof> of(DominatedField field, int p, int q) {
    return SumProof.of(field.axis())
        .flatMap(
            axis ->
                DerivedFraction.of(trajectory(field, p, q))
                    .filter(d -> d.fraction().b().degree() >= 0)
                    .map(d -> new FieldProof(field, p, q, d, axis)))
        .filter(proof -> proof.isRegular() && proof.value().isPresent());
  }

  private static Trajectory trajectory(DominatedField field, int p, int q) {
    Pair.Conservative c = (Pair.Conservative) field.pair().check();
    return Trajectory.of(c.field(), List.of(1, (int) field.y0()), List.of(p, q));
  }

  @Override
  public PolynomialFraction fraction() {
    return walk.fraction().from(walk.first());
  }

  /** Whether the fraction does not end, and its value follows from the limit of the walk. */
  private boolean isRegular() {
    return walk.toLimit().determinant().signum() != 0
        && !RationalRoots.mayVanish(fraction().b(), 1);
  }

  /** K, of which (m00 K + m01)/(m10 K + m11) is the limit of the walk. */
  Optional<Symbolic> value() {
    return axis.value()
        .map(v -> v.plus(Symbolic.of(field.axis().a().at(0)).negate()))
        .flatMap(limit -> limit.image(walk.toLimit().adjugate()));
  }

  @Override
  public String method() {
    return "a conservative matrix field";
  }

  /** Whether the conditions on the field and the proof of the sum hold, the walk made again. */
  @Override
  public boolean proves(PolynomialFraction f, Constant value) {
    return f.equals(fraction())
        && p >= 1
        && q >= 0
        && field.holds()
        && axis.holds(field.axis())
        && isRegular()
        && DerivedFraction.of(trajectory(field, p, q)).filter(walk::equals).isPresent()
        && value()
            .flatMap(v -> Symbolic.of(FormulaParser.parse(value.formula())).filter(v::is))
            .isPresent();
  }

  @Override
  public List<String> chain() {
    List<String> chain = new ArrayList<>(field.chain());
    chain.addAll(axis.chain());
    chain.add(
        "the walk along (%d, %d) has the fraction %s, from index %d on K, and the limit %s"
            .formatted(p, q, walk.fraction(), walk.first(), walk.limitText()));
    return List.copyOf(chain);
  }

  @Override
  public String pari() {
    Pair.Conservative c = (Pair.Conservative) field.pair().check();
    IntegerMatrix m = walk.toLimit();
    return axis.pari()
        + PariScript.of(
            """
            {nonneg(p) = my(v = Vec(p), w); for(i = 1, #v, w = Vec(v[i]);
              for(j = 1, #w, if(w[j] < 0, return(0)))); 1};
            inx(h) = subst(h, 'n, 'x);
            f = %1$s; g = %2$s; a = %3$s; b = %4$s; h1 = inx(%5$s); h2 = inx(%6$s); y0 = %7$d;
            X = [0, b; 1, a]; Y = [g, b; 1, f]; up = subst(h2, 'x, 'x + 1);
            check(X*subst(Y, 'x, 'x + 1) == Y*subst(X, 'y, 'y + 1), "conservative");
            check(b == -h1*h2 && subst(a, 'y, y0) == h1 + up && subst(h1, 'x, 0) == 0, "along x");
            check(nonneg(h1) && nonneg(up) && subst(h2, 'x, 1) > 0, "signs");
            excess = a - h1 - up;
            check(nonneg(subst(excess, 'y, 'y + y0)), "dominated");
            f0 = subst(subst(f, 'x, 0), 'y, 'y + y0); g0 = subst(subst(g, 'x, 0), 'y, 'y + y0);
            {check((nonneg(f0) || nonneg(-f0)) && subst(f0, 'y, 0) != 0 && nonneg(f0^2 - g0^2),
              "at x = 0")};
            d = poldegree(h1); lead(p) = abs(pollead(p));
            fast = d < poldegree(h2) || (d == poldegree(h2) && lead(h1) < lead(h2));
            {slow = h1 == h2 && d >= 2 && poldegree(f, 'x) <= d
              && poldegree(subst(f, 'y, y0) - h1, 'x) < d
              && nonneg(subst(excess*('x + 1) + h1 - up, 'y, 'y + y0 + 1))};
            check(fast || slow, "convergence");
            at(S, i, j) = subst(subst(S, 'x, i), 'y, j);
            {period(i, j) = my(S = matid(2)); for(k = 1, %8$d, S = S*at(X, i, j); i++);
              for(k = 1, %9$d, S = S*at(Y, i, j); j++); S};
            A = %10$s; B = %11$s; L = [%12$s, %13$s; %14$s, %15$s];
            K = [1, subst(A, 'n, 0); 0, 1]; V = matid(2); r = List(); s = List();
            for(n = 0, 60, V = V*period(1 + n*%8$d, y0 + n*%9$d); listput(r, V[1,%16$d]/V[2,%16$d]));
            {for(n = 1, 60, W = L*K; listput(s, W[1,2]/W[2,2]);
              K = K*[0, subst(B, 'n, n); 1, subst(A, 'n, n)])};
            agree(o) = for(n = 12, 50, if(r[n] != s[n + o], return(0))); 1;
            check(sum(o = -10, 10, agree(o)) > 0, "walk");
            """
                .formatted(
                    field.pair().f(),
                    field.pair().fBar(),
                    c.a(),
                    c.b(),
                    field.h1(),
                    field.h2(),
                    field.y0(),
                    p,
                    q,
                    fraction().a(),
                    fraction().b(),
                    m.entry(0, 0),
                    m.entry(0, 1),
                    m.entry(1, 0),
                    m.entry(1, 1),
                    walk.column() + 1));
  }
}
