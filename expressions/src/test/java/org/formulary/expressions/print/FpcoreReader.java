package org.formulary.expressions.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the body of an FPCore in binary64; written apart from the printer. */
final class FpcoreReader {
  private final Deque<String> tokens = new ArrayDeque<>();
  private final Map<String, Double> values = new HashMap<>();

  FpcoreReader(String body) {
    for (String token : body.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+")) {
      tokens.add(token);
    }
  }

  double evaluate(double x) {
    values.put("x", x);
    double value = expression();
    if (!List.copyOf(tokens).equals(List.of(")"))) {
      throw new AssertionError("text after the body: " + tokens);
    }
    return value;
  }

  private double expression() {
    String token = tokens.remove();
    if (!token.equals("(")) {
      return values.containsKey(token) ? values.get(token) : rational(token);
    }
    String operator = tokens.remove();
    if (operator.equals("let*")) {
      bindings();
      double value = expression();
      tokens.remove();
      return value;
    }
    List<Double> a = new ArrayList<>();
    while (!tokens.element().equals(")")) {
      a.add(expression());
    }
    tokens.remove();
    return switch (operator + a.size()) {
      case "+2" -> a.get(0) + a.get(1);
      case "-2" -> a.get(0) - a.get(1);
      case "*2" -> a.get(0) * a.get(1);
      case "/2" -> a.get(0) / a.get(1);
      case "-1" -> -a.get(0);
      case "sqrt1" -> Math.sqrt(a.get(0));
      case "fma3" -> Math.fma(a.get(0), a.get(1), a.get(2));
      default -> throw new AssertionError("no FPCore operation: " + operator + a);
    };
  }

  private void bindings() {
    tokens.remove();
    while (tokens.remove().equals("(")) {
      values.put(tokens.remove(), expression());
      tokens.remove();
    }
  }

  private static double rational(String token) {
    String[] parts = token.split("/");
    BigDecimal p = new BigDecimal(parts[0]);
    return (parts.length == 1 ? p : p.divide(new BigDecimal(new BigInteger(parts[1]))))
        .doubleValue();
  }
}
