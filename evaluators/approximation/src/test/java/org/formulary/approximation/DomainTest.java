package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.formulary.expressions.Op;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTest {
  private static ApproximationSpec read(String options) {
    Map<String, String> map = new HashMap<>();
    for (String option : options.split(";")) {
      String[] pair = option.strip().split("=", 2);
      if (pair.length == 2) {
        map.put(pair[0], pair[1]);
      }
    }
    return SpecReader.read(ProblemSpec.of("approximation", map));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval=0,1 | target | target is missing | --function",
        "target=exp2;function=x;interval=0,1 | target | both given | one of them",
        "target=expo | target | expo | exp2",
        "function=x+ | function | function | ^",
        "function=exp(x) | interval | interval is missing | A,B",
        "target=exp2;interval=1 | interval | \"1\" | A < B",
        "target=exp2;interval=1,0 | interval | \"1,0\" | A < B",
        "target=exp2;interval=1,1 | interval | \"1,1\" | A < B",
        "target=exp2;interval=0,y | interval | \"0,y\" | y",
        "target=exp2;interval=0,1/0 | interval | \"0,1/0\" | 0",
        "target=exp2;error=ulp | error | \"ulp\" | absolute, relative",
        "target=exp2;operations=+,pow | operations | \"pow\" | + - * / neg sqrt fma",
        "target=exp2;operations= | operations | \"\" | + - * / neg sqrt fma",
        "target=exp2;max-ops=0 | max-ops | \"0\" | 1 to 20",
        "target=exp2;max-ops=21 | max-ops | \"21\" | 1 to 20",
        "target=exp2;max-ops=many | max-ops | \"many\" | 1 to 20",
        "target=exp2;strategy=swim | strategy | \"swim\" | evolve, sweep, both",
        "target=exp2;constraints=convex | constraints | \"convex\" | below, above, increasing",
        "target=exp2;constraints= | constraints | \"\" | below, above, increasing",
        "target=exp2;constraints=below,above | constraints | \"below,above\" | one of below, above",
        "target=exp2;norm=mean | norm | \"mean\" | max, rms",
        "target=exp2;constraints=below;norm=rms | constraints | \"below\" | one of them",
        "target=exp2;exact-at=1.5 | exact-at | \"1.5\" | outside the interval",
        "target=exp2;exact-at=0.5 | exact-at | \"0.5\" | not known to be a binary64 number",
        "target=exp2;exact-at=zero | exact-at | \"zero\" | zero",
        "target=exp2;exact-at=0;norm=rms | exact-at | \"0.0\" | one of them",
        "target=exp2;exact-at=0;constraints=below | exact-at | \"0.0\" | one of them",
        "target=exp2;constraints=below;weight=x | constraints | \"below\" | one of them",
        "target=exp2;strategy=sweep;max-ops=7 | max-ops | 7 | 1 to 6",
      })
  void messagesNameTheKeyTheValueAndWhatIsAllowed(
      String options, String key, String value, String allowed) {
    assertThatThrownBy(() -> read(options))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value)
        .hasMessageContaining(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x- | weight | ^",
        "x-0.5 | \"x-0.5\" is negative at x = 0.0 | ≥ 0",
        "1/x | \"1/x\" is not finite | x = 0",
        "x-x | \"x-x\" is 0 everywhere | ≥ 0",
      })
  void weightsThatAreNoneAreRefused(String weight, String problem, String allowed) {
    ProblemSpec spec = ProblemSpec.of("approximation", Map.of("target", "exp", "weight", weight));
    assertThatThrownBy(() -> new ApproximationDomain().problem(spec, Progress.NONE))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("weight")
        .hasMessageContaining(problem)
        .hasMessageContaining(allowed);
  }

  @Test
  void defaultsAreThoseOfTheTarget() {
    ApproximationSpec exp2 = read("target=exp2");
    assertThat(exp2.errorKind()).isEqualTo(ErrorKind.RELATIVE);
    assertThat(exp2.operations()).containsExactly(Op.ADD, Op.SUB, Op.MUL, Op.DIV);
    assertThat(exp2.maxOperations()).isEqualTo(8);
    assertThat(exp2.id(1))
        .hasToString("approximation function=exp2(x) interval=0,1 error=relative r1");
    assertThat(read("function=exp2(x);interval=0,1").id(1)).isEqualTo(exp2.id(1));
    assertThat(read("target=gelu").errorKind()).isEqualTo(ErrorKind.ABSOLUTE);
  }

  @Test
  void anIntervalOfMoreEndsStandsForPieces() {
    ApproximationDomain domain = new ApproximationDomain();
    ProblemSpec erf =
        ProblemSpec.of("approximation", Map.of("target", "erf", "interval", "0,1,2,4"));
    assertThat(domain.parts(erf))
        .extracting(part -> SpecReader.read(part).interval())
        .containsExactly(Interval.of(0, 1), Interval.of(1, 2), Interval.of(2, 4));
    assertThat(domain.parts(erf.with("interval", "besselJ(1, 0),besselJ(0, 0),2")))
        .extracting(part -> SpecReader.read(part).interval())
        .containsExactly(Interval.of(0, 1), Interval.of(1, 2));
    assertThat(
            SpecReader.read(
                    ProblemSpec.of(
                        "approximation", Map.of("target", "exp2", "exact-at", "besselJ(1, 0),1")))
                .exactPoints())
        .isEqualTo("0.0,1.0");
    ProblemSpec one = erf.with("interval", "0,1");
    assertThat(domain.parts(one)).containsExactly(one);
    assertThatThrownBy(() -> domain.parts(erf.with("interval", "0,2,1")))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("interval \"2,1\": allowed is A,B with A < B");
    ProblemSpec exp2 =
        ProblemSpec.of(
            "approximation", Map.of("target", "exp2", "interval", "0,1,2,3", "exact-at", "0, 1"));
    assertThat(domain.parts(exp2))
        .extracting(part -> part.option("exact-at").orElse("none"))
        .containsExactly("0, 1", " 1", "none");
    assertThatThrownBy(() -> domain.parts(exp2.with("exact-at", "4")))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("outside the interval");
  }

  @Test
  void theIdDoesNotDependOnWhatTheSearchMayUse() {
    assertThat(read("target=exp2;operations=+,*;max-ops=3").id(1))
        .isEqualTo(read("target=exp2").id(1));
    assertThat(read("target=exp2;error=absolute").id(1)).isNotEqualTo(read("target=exp2").id(1));
  }
}
