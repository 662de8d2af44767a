package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {
  private static final Map<String, DoubleUnaryOperator> LIBRARY =
      Map.ofEntries(
          Map.entry("exp2", x -> StrictMath.pow(2, x)),
          Map.entry("exp", StrictMath::exp),
          Map.entry("expm1", StrictMath::expm1),
          Map.entry("log", StrictMath::log),
          Map.entry("log2", x -> StrictMath.log(x) / StrictMath.log(2)),
          Map.entry("log1p", StrictMath::log1p),
          Map.entry("sin", StrictMath::sin),
          Map.entry("cos", StrictMath::cos),
          Map.entry("tan", StrictMath::tan),
          Map.entry("asin", StrictMath::asin),
          Map.entry("acos", StrictMath::acos),
          Map.entry("atan", StrictMath::atan),
          Map.entry("sinh", StrictMath::sinh),
          Map.entry("cosh", StrictMath::cosh),
          Map.entry("tanh", StrictMath::tanh),
          Map.entry("asinh", x -> StrictMath.log(x + StrictMath.sqrt(x * x + 1))),
          Map.entry("acosh", x -> StrictMath.log(x + StrictMath.sqrt(x * x - 1))),
          Map.entry("atanh", x -> StrictMath.log1p(2 * x / (1 - x)) / 2),
          Map.entry("sqrt", StrictMath::sqrt),
          Map.entry("rsqrt", x -> 1 / StrictMath.sqrt(x)),
          Map.entry("cbrt", StrictMath::cbrt),
          Map.entry("sigmoid", x -> 1 / (1 + StrictMath.exp(-x))),
          Map.entry("softplus", x -> StrictMath.log1p(StrictMath.exp(x))),
          Map.entry("silu", x -> x / (1 + StrictMath.exp(-x))));

  static Stream<Target> targets() {
    return Targets.all().stream();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetPassesItsOwnCheck(Target target) {
    ReferenceTables tables =
        new ReferenceTables(java.util.Optional.empty(), new ReferenceTable.Effort(17, 2));
    TargetCheck check =
        new TargetCheck("target", target.function(), target.interval(), target.errorKind());
    TargetCheck.Passed passed = check.run(tables, 16, Progress.NONE);
    assertThat(passed.table().values()).hasSize(17);
    assertThat(passed.warning()).isEmpty();
    DoubleUnaryOperator library = LIBRARY.get(target.name());
    for (int i = 0; library != null && i < 17; i++) {
      double expected = library.applyAsDouble(passed.table().points().get(i).doubleValue());
      assertThat(passed.table().values().get(i).doubleValue())
          .isCloseTo(
              expected, org.assertj.core.data.Offset.offset(4e-16 + 4e-16 * Math.abs(expected)));
    }
  }

  @Test
  void namesDifferAndAreWords() {
    assertThat(Targets.all()).extracting(Target::name).doesNotHaveDuplicates();
    assertThat(Targets.all()).allMatch(t -> t.name().matches("[a-z][A-Za-z0-9]*"));
    assertThat(Targets.all()).noneMatch(t -> t.description().isBlank());
  }

  @Test
  void softTargetsAreWhatTheirNamesSay() {
    BinaryRational one = BinaryRational.ONE;
    // Φ(1), OEIS A239382, and log(1 + e).
    assertThat(Targets.named("gelu").function().value(one, 20))
        .isEqualByComparingTo("0.84134474606854294859");
    BigDecimal softplus = Targets.named("softplus").function().value(one, 15);
    assertThat(softplus).isEqualByComparingTo("1.31326168751822");
  }

  @Test
  void anUnknownTargetIsRefusedWithTheListOfNames() {
    assertThatThrownBy(() -> Targets.named("exp3"))
        .isInstanceOfSatisfying(
            InvalidSpecException.class, e -> assertThat(e.key()).isEqualTo("target"))
        .hasMessageStartingWith("target \"exp3\" is unknown, allowed are exp2, exp, ");
  }
}
