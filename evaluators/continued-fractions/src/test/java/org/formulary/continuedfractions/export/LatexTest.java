package org.formulary.continuedfractions.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pi; \\pi",
        "8/(7*zeta3); \\frac{8}{7 \\zeta(3)}",
        "(2*pi + 3)/(pi - 1); \\frac{2 \\pi + 3}{\\pi - 1}",
        "(pi + 1)*2; (\\pi + 1) \\cdot 2",
        "1 - (2 - e); 1 - (2 - e)",
        "-pi; -\\pi",
        "pi^(1/2)*sqrt2; \\pi^{\\frac{1}{2}} \\sqrt{2}",
        "(pi + 1)^2; (\\pi + 1)^{2}",
        "gamma1_3*ln2; \\mathrm{gamma1\\_3} \\log(2)",
        "besselI(1, 2); \\operatorname{besselI}(1, 2)",
      })
  void formulas(String formula, String latex) {
    assertThat(Latex.of(formula)).isEqualTo(latex);
  }
}
