package org.formulary.app.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.formulary.app.Failure;
import org.formulary.search.domain.SpecSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Options of a search in a YAML file: names as on the command line without hyphens in front, and
 * {@code domain} where the file wants to say it.
 *
 * <pre>{@code
 * domain: approximation
 * target: exp2
 * interval: 0,1
 * time: 60s
 * }</pre>
 */
final class CampaignFile {
  private static final String DOMAIN = "domain";
  private static final Set<String> ENGINE =
      Set.of(
          EngineOptions.TIME,
          EngineOptions.EVALUATIONS,
          EngineOptions.SEED,
          EngineOptions.ISLANDS,
          EngineOptions.THREADS,
          EngineOptions.SEED_FROM,
          EngineOptions.DB,
          EngineOptions.JSON);

  private CampaignFile() {}

  /** The options of the file. */
  static Given read(Path file, String domain, SpecSchema schema) {
    JsonNode yaml = tree(file);
    if (!yaml.isObject()) {
      throw wrong(file, "holds no options, allowed are lines such as \"time: 60s\"");
    }
    Set<String> allowed = new TreeSet<>(ENGINE);
    schema.keys().forEach(k -> allowed.add(k.name()));
    TreeMap<String, List<String>> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : yaml.properties()) {
      String key = entry.getKey();
      List<String> texts = texts(file, key, entry.getValue());
      if (key.equals(DOMAIN)) {
        if (!texts.equals(List.of(domain))) {
          throw wrong(file, "is for domain %s, not %s".formatted(texts, domain));
        }
      } else if (allowed.contains(key)) {
        // A sequence is how YAML writes "0,1" too.
        values.put(
            key, key.equals(EngineOptions.SEED_FROM) ? texts : List.of(String.join(",", texts)));
      } else {
        throw wrong(
            file, "unknown key \"%s\", allowed: %s".formatted(key, String.join(", ", allowed)));
      }
    }
    return new Given(values);
  }

  private static JsonNode tree(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw wrong(file, Files.exists(file) ? "cannot be read as text" : "there is no such file");
    }
    try {
      return YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(text);
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      throw wrong(
          file,
          "is not YAML" + line + ": " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private static List<String> texts(Path file, String key, JsonNode value) {
    List<JsonNode> nodes = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(nodes::add);
    } else {
      nodes.add(value);
    }
    if (nodes.isEmpty() || nodes.stream().anyMatch(n -> !n.isValueNode() || n.isNull())) {
      throw wrong(
          file, "key \"%s\" has no value, allowed: a text, a number or a list".formatted(key));
    }
    return nodes.stream().map(JsonNode::asString).toList();
  }

  private static Failure wrong(Path file, String what) {
    return Failure.badInput("option --campaign: %s: %s".formatted(file, what));
  }
}
