package org.formulary.continuedfractions.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.Survey;
import org.formulary.search.survey.SurveyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionSurveyTest {
  private static Survey survey(String degree, String box) {
    return new FractionExploration()
        .survey(ProblemSpec.of("fractions", Map.of("degree", degree, "box", box)));
  }

  @Test
  void reportsABox() {
    // Degrees to 2 with coefficients to 1: 26² fractions.
    Survey survey = survey("2", "1");
    List<DataTable> units = new ArrayList<>();
    for (int unit = 0; unit < survey.units(); unit++) {
      units.add(survey.measure(unit));
      assertThat(units.get(unit).columns()).isEqualTo(survey.columns());
    }
    assertThat(survey.measure(3)).isEqualTo(units.get(3));
    SurveyReport report = survey.report(units::get, Progress.NONE);
    Map<String, Long> counts = new HashMap<>();
    DataTable summary = report.tables().get("summary");
    for (int r = 0; r < summary.rows(); r++) {
      counts.put(summary.text(0, r), summary.whole(1, r));
    }
    assertThat(survey.rows()).isEqualTo(26 * 26);
    assertThat(counts)
        .containsEntry("fractions", 676L)
        .containsEntry("kind: unresolved", 0L)
        .containsKey("law: factorial");
    // a = 1, b = n^2 is 1/ln 2, b = n^2 + n an image of pi
    List<String> constants = new ArrayList<>();
    DataTable forms = report.tables().get("closed-forms");
    for (int r = 0; r < forms.rows(); r++) {
      constants.add(forms.text(forms.index("constant"), r));
    }
    assertThat(constants).contains("pi", "ln2", "e", "sqrt(5)");
    assertThat(report.figures()).containsKey("delta-by-rate");
    assertThat(report.lines()).anyMatch(l -> l.contains("676  fractions"));
  }

  @Test
  void findsFamiliesThatGoOnBeyondTheBox() {
    Survey survey = survey("1", "3");
    DataTable families = survey.report(survey::measure, Progress.NONE).tables().get("families");
    List<String> found = new ArrayList<>();
    int tested = 0;
    for (int r = 0; r < families.rows(); r++) {
      found.add(families.text(0, r) + ": " + families.text(1, r));
      tested += (int) families.whole(3, r);
      assertThat(families.whole(4, r)).isEqualTo(families.whole(3, r));
    }
    assertThat(tested).isPositive();
    assertThat(found).contains("e: a = n + (k); b = n");
  }

  @Test
  void oppositesHaveOppositeValues() {
    DataTable table = survey("1", "2").measure(3);
    int value = table.index("value");
    for (int r = 0; r < table.rows(); r += 2) {
      assertThat(table.whole(0, r)).isEqualTo(-table.whole(0, r + 1));
      assertThat(table.text(value, r + 1)).isEqualTo(FractionRows.opposite(table.text(value, r)));
    }
    assertThat(FractionRows.opposite("-3/2")).isEqualTo("3/2");
    assertThat(FractionRows.opposite("1/0")).isEqualTo("1/0");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 5, degree \"3\": allowed is a whole number from 0 to 2",
    "2, x, box \"x\": allowed is a whole number from 1 to 1000",
    "2, 100, days; allowed are boxes of up to 30 days"
  })
  void refusesWhatItCannotFinish(String degree, String box, String message) {
    assertThatThrownBy(() -> survey(degree, box))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(message);
  }
}
