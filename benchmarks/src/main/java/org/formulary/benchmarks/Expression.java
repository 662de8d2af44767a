package org.formulary.benchmarks;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.ProgramParser;

/** Expressions over + − × ÷ that benchmarks rewrite. */
sealed interface Expression {
  /** The program's notation. */
  String text();

  record X() implements Expression {
    @Override
    public String text() {
      return "x";
    }
  }

  record Constant(double value) implements Expression {
    @Override
    public String text() {
      return "(" + BigDecimal.valueOf(value).toPlainString() + ")";
    }
  }

  record Binary(char operator, Expression left, Expression right) implements Expression {
    @Override
    public String text() {
      return "(" + left.text() + " " + operator + " " + right.text() + ")";
    }
  }

  default Program program() {
    return ProgramParser.parse(text());
  }

  /** The number of operations plus that of leaves. */
  default int size() {
    return this instanceof Binary(char _, Expression a, Expression b) ? 1 + a.size() + b.size() : 1;
  }

  static Expression of(char operator, Expression left, Expression right) {
    return new Binary(operator, left, right);
  }

  /** With so many operations, none of them of constants alone; constants are in quarters. */
  static Expression random(RandomGenerator random, int operations) {
    if (operations == 0) {
      return random.nextInt(3) == 0 ? constant(random) : new X();
    }
    int left = random.nextInt(operations);
    Expression a = random(random, left);
    Expression b = random(random, operations - 1 - left);
    boolean constants = a instanceof Constant && b instanceof Constant;
    return of("+-*/".charAt(random.nextInt(4)), constants ? new X() : a, b);
  }

  /** Not zero. */
  static Constant constant(RandomGenerator random) {
    return new Constant(0.25 * random.nextInt(1, 40) * (random.nextBoolean() ? 1 : -1));
  }
}
