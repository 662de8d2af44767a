package org.formulary.search.campaign;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Campaign specifications as JSON. The text is canonical: keys in a fixed order, options sorted by
 * name, no white space; so equal specifications have equal texts.
 *
 * <pre>{@code
 * {"domain":"approximation","options":{"interval":"0,1","target":"exp2"},"seed":1,"islands":2,
 *  "budget":{"time":"PT60S"},"startFrom":[]}
 * }</pre>
 *
 * The budget is {@code {"evaluations":n}} (per island) or {@code {"time":"PT60S"}} (ISO 8601).
 */
public final class CampaignSpecJson {
  private static final Set<String> KEYS =
      Set.of("domain", "options", "seed", "islands", "budget", "startFrom");

  private CampaignSpecJson() {}

  public static String print(CampaignSpec spec) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("domain", spec.problem().domain());
    ObjectNode options = json.putObject("options");
    spec.problem().options().forEach(options::put);
    json.put("seed", spec.seed());
    json.put("islands", spec.islands());
    ObjectNode budget = json.putObject("budget");
    switch (spec.budget()) {
      case Budget.Evaluations e -> budget.put("evaluations", e.perIsland());
      case Budget.Time t -> budget.put("time", t.duration().toString());
    }
    ArrayNode startFrom = json.putArray("startFrom");
    spec.startFrom().forEach(startFrom::add);
    return json.toString();
  }

  /**
   * Reads a specification; {@code startFrom} may be missing.
   *
   * @throws InvalidSpecException naming the key, the value and what is allowed
   */
  public static CampaignSpec parse(String text) {
    JsonNode json = read(text);
    if (!json.isObject()) {
      throw new InvalidSpecException("", "a campaign is a JSON object, was " + json);
    }
    for (String key : json.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw new InvalidSpecException(
            key,
            "unknown key \""
                + key
                + "\" in a campaign, allowed: "
                + String.join(", ", new TreeSet<>(KEYS)));
      }
    }
    TreeMap<String, String> options = new TreeMap<>();
    JsonNode given = require(json, "options", json.path("options").isObject(), "an object");
    for (var option : given.properties()) {
      require(given, option.getKey(), option.getValue().isString(), "a string");
      options.put(option.getKey(), option.getValue().stringValue());
    }
    JsonNode domain = require(json, "domain", json.path("domain").isString(), "a string");
    try {
      return new CampaignSpec(
          new ProblemSpec(domain.stringValue(), options),
          wholeNumber(json, "seed"),
          Math.toIntExact(wholeNumber(json, "islands")),
          budget(json),
          startFrom(json));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidSpecException("", "not a campaign: " + e.getMessage());
    }
  }

  private static JsonNode read(String text) {
    try {
      return mapper().readTree(text);
    } catch (JacksonException e) {
      throw new InvalidSpecException("", "not JSON: " + e.getOriginalMessage());
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  }

  private static Budget budget(JsonNode json) {
    JsonNode budget = require(json, "budget", json.path("budget").size() == 1, oneBudget());
    if (budget.has("evaluations")) {
      return new Budget.Evaluations(wholeNumber(budget, "evaluations"));
    }
    JsonNode time = require(budget, "time", budget.path("time").isString(), oneBudget());
    try {
      return new Budget.Time(Duration.parse(time.stringValue()));
    } catch (DateTimeParseException e) {
      throw wrong("time", time, "a duration such as PT60S");
    }
  }

  private static String oneBudget() {
    return "{\"evaluations\":n} or {\"time\":\"PT60S\"}";
  }

  private static List<String> startFrom(JsonNode json) {
    List<String> list = new ArrayList<>();
    if (json.has("startFrom")) {
      JsonNode given = require(json, "startFrom", json.path("startFrom").isArray(), "an array");
      for (JsonNode notation : given) {
        if (!notation.isString()) {
          throw wrong("startFrom", notation, "strings only");
        }
        list.add(notation.stringValue());
      }
    }
    return list;
  }

  private static long wholeNumber(JsonNode json, String key) {
    JsonNode value = json.path(key);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    return require(json, key, fits, "a whole number of at most 64 bits").longValue();
  }

  private static JsonNode require(JsonNode json, String key, boolean holds, String allowed) {
    JsonNode value = json.path(key);
    if (!holds) {
      throw wrong(key, value, allowed);
    }
    return value;
  }

  private static InvalidSpecException wrong(String key, JsonNode value, String allowed) {
    String was = value.isMissingNode() ? "is missing" : "is " + value;
    return new InvalidSpecException(key, "campaign: " + key + " " + was + ", allowed: " + allowed);
  }
}
