package org.formulary.truth.constant.series;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * One evaluation of a formula with one number of working bits; throws {@link Stop} where it ends
 * early.
 */
record WorkingEvaluation(int bits) {
  /** Literals with more digits before or after the point are out of range. */
  private static final int LARGEST_SCALE = 100_000;

  /** The first function or name of a formula, from the left, that has no series. */
  static Optional<String> firstNotCovered(Formula formula) {
    return switch (formula) {
      case Formula.Number _ -> Optional.empty();
      case Formula.Name(String name, int _) ->
          switch (name) {
            case "pi", "e", "catalan", "euler" -> Optional.empty();
            default -> Constants.find(name).isPresent() ? Optional.empty() : Optional.of(name);
          };
      case Formula.Negation n -> firstNotCovered(n.operand());
      case Formula.Binary b -> firstNotCovered(b.left()).or(() -> firstNotCovered(b.right()));
      case Formula.Call c ->
          SeriesFunction.named(c.function(), c.arguments().size()).isEmpty()
              ? Optional.of(c.function())
              : c.arguments().stream()
                  .map(WorkingEvaluation::firstNotCovered)
                  .flatMap(Optional::stream)
                  .findFirst();
    };
  }

  Value evaluate(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> number(n.value());
      case Formula.Name n -> named(n.name());
      case Formula.Negation n -> evaluate(n.operand()).negate();
      case Formula.Binary b -> binary(b.operator(), evaluate(b.left()), evaluate(b.right()));
      case Formula.Call c -> call(c);
    };
  }

  private static Value number(BigDecimal value) {
    if (value.signum() != 0
        && (Math.abs((long) value.scale()) > LARGEST_SCALE || value.precision() > LARGEST_SCALE)) {
      throw Stop.noValue("a literal with too many digits");
    }
    return new Value.Exact(Rational.of(value));
  }

  private Value named(String name) {
    return switch (name) {
      case "pi" -> Value.of(NamedConstants.pi(bits));
      case "e" -> Value.of(NamedConstants.e(bits));
      case "catalan" -> Value.of(NamedConstants.catalan(bits));
      case "euler" -> Value.of(NamedConstants.euler(bits));
      default ->
          Constants.find(name)
              .map(Constant::formula)
              .map(FormulaParser::parse)
              .map(this::evaluate)
              .orElseThrow(() -> Stop.notCovered(name));
    };
  }

  private Value binary(Formula.Operator operator, Value a, Value b) {
    return switch (operator) {
      case ADD -> a.add(b, bits);
      case SUBTRACT -> a.add(b.negate(), bits);
      case MULTIPLY -> a.multiply(b, bits);
      case DIVIDE -> a.divide(b, bits);
      case POWER -> Powers.of(a, b, bits);
    };
  }

  private Value call(Formula.Call call) {
    List<Value> arguments = call.arguments().stream().map(this::evaluate).toList();
    return SeriesFunction.named(call.function(), arguments.size())
        .orElseThrow(() -> Stop.notCovered(call.function()))
        .apply(arguments, bits);
  }
}
