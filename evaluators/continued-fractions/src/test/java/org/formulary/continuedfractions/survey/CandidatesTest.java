package org.formulary.continuedfractions.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.formulary.continuedfractions.hypergeometric.ClosedForm;
import org.formulary.truth.Enclosure;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  @Test
  void namesTheConstantsOfClasses() {
    Named pi = Named.of("pi");
    Enclosure fourByPi = Enclosure.ofDigits("1.2732395447351626861510701069801148962756771659237");
    assertThat(MoebiusRelation.of(fourByPi, pi, 1000)).contains("4/(pi)");
    assertThat(MoebiusRelation.of(fourByPi, Named.of("ln2"), 1000)).isEmpty();
    Enclosure cubeRoot = Enclosure.ofDigits("1.2599210498948731647672106072782283505702514647015");
    assertThat(MoebiusRelation.algebraicDegree(cubeRoot, 4, 1000)).contains(3);
    assertThat(MoebiusRelation.algebraicDegree(fourByPi, 4, 1000)).isEmpty();
  }

  @Test
  void candidatesHaveValues() {
    for (String[] f :
        List.of(
            new String[] {"1 2", "0 0 1"},
            new String[] {"2 3", "0 0 -2"},
            new String[] {"1", "0 2 4"})) {
      assertThat(
              new Candidates()
                  .of(ClosedForm.of(MeasurementTest.fraction(f[0], f[1])).orElseThrow()))
          .hasSizeGreaterThan(15);
    }
  }
}
