package org.formulary.search.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignSpecJsonTest {
  @Test
  void textIsTheDocumentedOne() {
    CampaignSpec spec =
        new CampaignSpec(
            ProblemSpec.of("approximation", Map.of("target", "exp2", "interval", "0,1")),
            1,
            2,
            new Budget.Time(Duration.ofSeconds(60)),
            List.of("(+ x 1)"));
    assertThat(CampaignSpecJson.print(spec))
        .isEqualTo(
            "{\"domain\":\"approximation\",\"options\":{\"interval\":\"0,1\",\"target\":\"exp2\"},"
                + "\"seed\":1,\"islands\":2,\"budget\":{\"time\":\"PT1M\"},"
                + "\"startFrom\":[\"(+ x 1)\"]}");
  }

  @Test
  void everySpecificationComesBack() {
    for (int seed = 0; seed < 300; seed++) {
      CampaignSpec spec = spec(new Random(seed));
      String text = CampaignSpecJson.print(spec);
      assertThat(CampaignSpecJson.parse(text)).as("seed " + seed).isEqualTo(spec);
      assertThat(CampaignSpecJson.print(CampaignSpecJson.parse(text))).isEqualTo(text);
    }
  }

  @Test
  void orderOfKeysInTheInputDoesNotMatter() {
    String text =
        "{\"budget\":{\"evaluations\":5},\"seed\":3,\"options\":{\"b\":\"2\",\"a\":\"1\"},"
            + "\"islands\":1,\"domain\":\"d\"}";
    assertThat(CampaignSpecJson.print(CampaignSpecJson.parse(text)))
        .isEqualTo(
            "{\"domain\":\"d\",\"options\":{\"a\":\"1\",\"b\":\"2\"},\"seed\":3,\"islands\":1,"
                + "\"budget\":{\"evaluations\":5},\"startFrom\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense | not JSON
          [1] | a campaign is a JSON object
          {"x":1} | unknown key "x"
          {"options":{}} | domain is missing, allowed: a string
          {"options":{"a":1}} | a is 1, allowed: a string
          {"domain":"d","options":{}} | seed is missing
          {"domain":"d","options":{},"seed":1.5} | seed is 1.5
          {"domain":"d","options":{},"seed":9223372036854775808} | at most 64 bits
          {"domain":"d","options":{},"seed":1,"islands":99999999999} | integer overflow
          {"domain":"d","options":{},"seed":1,"islands":1} | budget is missing
          {"domain":"d","options":{},"seed":1,"islands":1,"budget":{}} | budget is {}
          {"domain":"d","options":{},"seed":1,"islands":1,"budget":{"time":"60"}} | such as PT60S
          {"domain":"d","options":{},"seed":1,"islands":1,"budget":{"time":"PT0S"}} | time must be > 0
          {"domain":"d","options":{},"seed":1,"islands":0,"budget":{"time":"PT1S"}} | islands must be
          {"domain":"d","options":{},"seed":1,"seed":1} | Duplicate
          """)
  void wrongTextIsRefusedInOneLine(String text, String message) {
    assertThatThrownBy(() -> CampaignSpecJson.parse(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  private static CampaignSpec spec(Random random) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      options.put("k" + random.nextInt(9), text(random));
    }
    List<String> startFrom = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      startFrom.add(text(random));
    }
    Budget budget =
        random.nextBoolean()
            ? new Budget.Evaluations(1 + (random.nextLong() >>> 1) / 2)
            : new Budget.Time(Duration.ofNanos(1 + (random.nextLong() >>> 2)));
    return new CampaignSpec(
        ProblemSpec.of(text(random), options),
        random.nextLong(),
        1 + random.nextInt(100),
        budget,
        startFrom);
  }

  /** Any characters but lone surrogates, which no UTF-8 text has. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(12), 0, 0x1_0fff)
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
