package org.formulary.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.formulary.search.campaign.Budget;
import org.formulary.search.domain.InvalidSpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {
  @ParameterizedTest
  @CsvSource({
    "60s, PT60S",
    "60, PT60S",
    "2m, PT2M",
    "1.5h, PT1H30M",
    "250ms, PT0.25S",
    "0.1s, PT0.1S",
    "1d, P1D"
  })
  void timesHaveUnits(String text, Duration expected) {
    assertThat(Budgets.time(text)).isEqualTo(new Budget.Time(expected));
    assertThat(Budgets.time(Budgets.text(expected))).isEqualTo(new Budget.Time(expected));
  }

  @Test
  void timesThatAreNoneAreRefused() {
    for (String text :
        new String[] {"", "0", "0s", "-1s", "1e3", "s", "1 week", "NaN", "9999999999s"}) {
      assertThatThrownBy(() -> Budgets.time(text))
          .isInstanceOf(InvalidSpecException.class)
          .hasMessageContaining("time \"" + text + "\"");
    }
  }
}
