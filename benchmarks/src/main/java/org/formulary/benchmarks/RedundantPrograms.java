package org.formulary.benchmarks;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.ProgramParser;

/**
 * Random programs over + − × ÷, and the same made longer: rules of algebra applied against the
 * grain.
 */
final class RedundantPrograms {
  private RedundantPrograms() {}

  /** A small program and a longer one that is equal to it over the reals. */
  record Pair(Program original, Program redundant) {}

  private sealed interface Expression {
    /** The program's notation. */
    String text();
  }

  private record X() implements Expression {
    @Override
    public String text() {
      return "x";
    }
  }

  /** A constant, in quarters. */
  private record Constant(long quarters) implements Expression {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "(%.2f)", quarters / 4.0);
    }
  }

  private record Binary(char operator, Expression left, Expression right) implements Expression {
    @Override
    public String text() {
      return "(" + left.text() + " " + operator + " " + right.text() + ")";
    }
  }

  static Pair next(RandomGenerator random, int operations, int rewrites) {
    Expression e = expression(random, operations);
    String original = e.text();
    for (int i = 0; i < rewrites; i++) {
      e = somewhere(e, random);
    }
    return new Pair(ProgramParser.parse(original), ProgramParser.parse(e.text()));
  }

  private static Expression expression(RandomGenerator random, int operations) {
    if (operations == 0) {
      return random.nextInt(3) == 0 ? constant(random) : new X();
    }
    int left = random.nextInt(operations);
    Expression a = expression(random, left);
    Expression b = expression(random, operations - 1 - left);
    boolean constants = a instanceof Constant && b instanceof Constant;
    return new Binary("+-*/".charAt(random.nextInt(4)), constants ? new X() : a, b);
  }

  private static Constant constant(RandomGenerator random) {
    return new Constant(random.nextInt(1, 40) * (random.nextBoolean() ? 1 : -1));
  }

  private static int size(Expression e) {
    return e instanceof Binary(char _, Expression a, Expression b) ? 1 + size(a) + size(b) : 1;
  }

  /** Rewrites one sub-expression, each with the same chance. */
  private static Expression somewhere(Expression e, RandomGenerator random) {
    if (e instanceof Binary(char op, Expression a, Expression b)) {
      int at = random.nextInt(size(e));
      if (at > 0) {
        return at <= size(a)
            ? new Binary(op, somewhere(a, random), b)
            : new Binary(op, a, somewhere(b, random));
      }
      return random.nextBoolean() ? regrouped(op, a, b, random) : longer(e, random);
    }
    return longer(e, random);
  }

  private static Expression longer(Expression e, RandomGenerator random) {
    Expression other = random.nextInt(3) == 0 ? new X() : constant(random);
    Expression zero = new Constant(0);
    Expression one = new Constant(4);
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
              : new Binary('-', b, new Binary('*', new Constant(-4), a));
      case '-' -> new Binary('+', a, new Binary('*', new Constant(-4), b));
      case '*' -> product(a, b, random);
      default ->
          a instanceof Binary(char sign, Expression c, Expression d) && (sign == '+' || sign == '-')
              ? new Binary(sign, new Binary('/', c, b), new Binary('/', d, b))
              : new Binary('*', a, new Binary('/', new Constant(4), b));
    };
  }

  private static Expression product(Expression a, Expression b, RandomGenerator random) {
    if (b instanceof Binary(char sign, Expression c, Expression d)
        && (sign == '+' || sign == '-')) {
      return new Binary(sign, new Binary('*', a, c), new Binary('*', a, d));
    }
    if (b instanceof Constant(long quarters)) { // a·b as a·(b − c) + a·c
      Constant part = constant(random);
      Constant rest = new Constant(quarters - part.quarters());
      return new Binary('+', new Binary('*', a, rest), new Binary('*', a, part));
    }
    return new Binary('/', a, new Binary('/', new Constant(4), b));
  }
}
