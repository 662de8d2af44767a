package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.formulary.benchmarks.Expression.Binary;
import org.formulary.benchmarks.Expression.Constant;

/** Other writings of an expression: equal over the reals, with no more constants. */
final class Equivalents {
  /** What is changed. */
  enum Kind {
    /** The order and the grouping of the terms of sums and the factors of products. */
    REASSOCIATED,
    /** Where constants stand: the other family has the same members under other constants. */
    REPARAMETERISED
  }

  private Equivalents() {}

  /** So many changes at places drawn at random; empty where there is nothing to change. */
  static Optional<Expression> of(Expression e, Kind kind, int changes, RandomGenerator random) {
    Expression changed = e;
    for (int i = 0; i < changes; i++) {
      List<Expression> all = everywhere(changed, kind);
      if (all.isEmpty()) {
        break;
      }
      changed = all.get(random.nextInt(all.size()));
    }
    return changed.equals(e) ? Optional.empty() : Optional.of(changed);
  }

  /** All results of one change anywhere. */
  private static List<Expression> everywhere(Expression e, Kind kind) {
    List<Expression> all = new ArrayList<>();
    if (e instanceof Binary(char op, Expression a, Expression b)) {
      if (kind == Kind.REASSOCIATED) {
        regroup(op, a, b, all);
      } else {
        move(op, a, b, all);
      }
      everywhere(a, kind).forEach(c -> all.add(new Binary(op, c, b)));
      everywhere(b, kind).forEach(c -> all.add(new Binary(op, a, c)));
    }
    return all;
  }

  private static void regroup(char op, Expression a, Expression b, List<Expression> out) {
    if (op == '+' || op == '*') {
      out.add(new Binary(op, b, a));
    }
    char plus = op == '+' || op == '-' ? '+' : '*';
    char minus = plus == '+' ? '-' : '/';
    if (a instanceof Binary(char inner, Expression c, Expression d)
        && (inner == plus || inner == minus)) {
      // (c ± d) ± b = c ± (d ± b) and (c ± b) ± d
      boolean same = inner == plus;
      char joined = same == (op == plus) ? plus : minus;
      out.add(new Binary(inner, c, new Binary(joined, d, b)));
      out.add(new Binary(inner, new Binary(op, c, b), d));
    }
    if (b instanceof Binary(char inner, Expression c, Expression d)
        && (inner == plus || inner == minus)) {
      // a ± (c ± d) = (a ± c) ± d
      char last = (inner == plus) == (op == plus) ? plus : minus;
      out.add(new Binary(last, new Binary(op, a, c), d));
    }
  }

  private static void move(char op, Expression a, Expression b, List<Expression> out) {
    switch (op) {
      case '+' -> {
        moveInSum(a, b, out);
        moveInSum(b, a, out);
      }
      case '*' -> {
        moveInProduct(a, b, out);
        moveInProduct(b, a, out);
      }
      case '/' -> moveInQuotient(a, b, out);
      default -> {
        if (b instanceof Binary(char m, Expression c, Constant(double k)) && m == '*') {
          out.add(new Binary('+', a, times(c, -k))); // a − c·k
        }
      }
    }
  }

  private static void moveInSum(Expression a, Expression b, List<Expression> out) {
    if (a instanceof Binary(char m, Expression c, Constant(double k))
        && m == '*'
        && k != 0
        && b instanceof Constant(double s)) {
      out.add(times(new Binary('+', c, new Constant(s / k)), k)); // c·k + s = (c + s/k)·k
    }
    if (a instanceof Binary(char p, Expression c, Constant k) && p == '+') {
      if (b instanceof Binary(char q, Expression d, Constant l) && q == '+') {
        // (c + k) + (d + l) = c + (d + (k + l))
        Constant both = new Constant(k.value() + l.value());
        out.add(new Binary('+', c, new Binary('+', d, both)));
      }
      out.add(new Binary('+', c, new Binary('+', b, k)));
    }
  }

  private static void moveInProduct(Expression a, Expression b, List<Expression> out) {
    if (a instanceof Binary(char m, Expression c, Constant(double k)) && m == '*') {
      out.add(new Binary('*', c, times(b, k))); // (c·k)·b = c·(b·k)
    }
    if (b instanceof Constant(double k)
        && a instanceof Binary(char p, Expression c, Expression d)
        && (p == '+' || p == '-')
        && (c instanceof Constant || d instanceof Constant)) {
      out.add(new Binary(p, scaled(c, k), scaled(d, k))); // (c ± d)·k = c·k ± d·k
    }
  }

  private static void moveInQuotient(Expression a, Expression b, List<Expression> out) {
    if (b instanceof Constant(double k) && k != 0) {
      out.add(times(a, 1 / k));
    }
    if (a instanceof Binary(char m, Expression c, Constant(double k)) && m == '*') {
      out.add(times(new Binary('/', c, b), k)); // (c·k)/b = (c/b)·k
    }
    if (b instanceof Binary(char m, Expression c, Constant(double k)) && m == '*' && k != 0) {
      out.add(times(new Binary('/', a, c), 1 / k)); // a/(c·k) = (a/c)·(1/k)
    }
    if (a instanceof Constant(double k)
        && b instanceof Binary(char p, Binary(char m, Expression c, Constant(double s)), Constant l)
        && p == '+'
        && m == '*'
        && s != 0) {
      // k/(c·s + l) = (k/s)/(c + l/s)
      Expression sum = new Binary('+', c, new Constant(l.value() / s));
      out.add(new Binary('/', new Constant(k / s), sum));
    }
  }

  private static Expression times(Expression e, double k) {
    return new Binary('*', e, new Constant(k));
  }

  private static Expression scaled(Expression e, double k) {
    return e instanceof Constant(double c) ? new Constant(c * k) : times(e, k);
  }
}
