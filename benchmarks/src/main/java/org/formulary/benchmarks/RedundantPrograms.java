package org.formulary.benchmarks;

import java.util.random.RandomGenerator;
import org.formulary.benchmarks.Expression.Binary;
import org.formulary.benchmarks.Expression.Constant;
import org.formulary.benchmarks.Expression.X;
import org.formulary.expressions.Program;

/**
 * Random programs over + − × ÷, and the same made longer: rules of algebra applied against the
 * grain.
 */
final class RedundantPrograms {
  private RedundantPrograms() {}

  /** A small program and a longer one that is equal to it over the reals. */
  record Pair(Program original, Program redundant) {}

  static Pair next(RandomGenerator random, int operations, int rewrites) {
    Expression e = Expression.random(random, operations);
    Program original = e.program();
    for (int i = 0; i < rewrites; i++) {
      e = somewhere(e, random);
    }
    return new Pair(original, e.program());
  }

  /** Rewrites one sub-expression, each with the same chance. */
  private static Expression somewhere(Expression e, RandomGenerator random) {
    if (e instanceof Binary(char op, Expression a, Expression b)) {
      int at = random.nextInt(e.size());
      if (at > 0) {
        return at <= a.size()
            ? new Binary(op, somewhere(a, random), b)
            : new Binary(op, a, somewhere(b, random));
      }
      return random.nextBoolean() ? regrouped(op, a, b, random) : longer(e, random);
    }
    return longer(e, random);
  }

  private static Expression longer(Expression e, RandomGenerator random) {
    Expression other = random.nextInt(3) == 0 ? new X() : Expression.constant(random);
    Expression zero = new Constant(0);
    Expression one = new Constant(1);
    return switch (random.nextInt(7)) {
      case 0 -> new Binary('-', new Binary('+', e, other), other);
      case 1 -> new Binary('/', new Binary('*', e, other), other);
      case 2 -> new Binary('-', zero, new Binary('-', zero, e));
      case 3 -> new Binary('/', one, new Binary('/', one, e));
      case 4 -> new Binary('*', e, one);
      case 5 -> new Binary('+', zero, e);
      default -> new Binary('-', other, new Binary('-', other, e));
    };
  }

  /** The operation in other words, where there are any. */
  private static Expression regrouped(char op, Expression a, Expression b, RandomGenerator random) {
    return switch (op) {
      case '+' ->
          a instanceof Binary(char sign, Expression c, Expression d) && sign == '+'
              ? new Binary('+', c, new Binary('+', d, b))
              : new Binary('-', b, new Binary('*', new Constant(-1), a));
      case '-' -> new Binary('+', a, new Binary('*', new Constant(-1), b));
      case '*' -> product(a, b, random);
      default ->
          a instanceof Binary(char sign, Expression c, Expression d) && (sign == '+' || sign == '-')
              ? new Binary(sign, new Binary('/', c, b), new Binary('/', d, b))
              : new Binary('*', a, new Binary('/', new Constant(1), b));
    };
  }

  private static Expression product(Expression a, Expression b, RandomGenerator random) {
    if (b instanceof Binary(char sign, Expression c, Expression d)
        && (sign == '+' || sign == '-')) {
      return new Binary(sign, new Binary('*', a, c), new Binary('*', a, d));
    }
    if (b instanceof Constant(double c)) { // a·b as a·(b − c) + a·c
      Constant part = Expression.constant(random);
      Constant rest = new Constant(c - part.value());
      return new Binary('+', new Binary('*', a, rest), new Binary('*', a, part));
    }
    return new Binary('/', a, new Binary('/', new Constant(1), b));
  }
}
