package org.formulary.results.store;

import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.results.RuntimeInfo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Values as texts of columns. Streams JSON: binding it to objects would take longer to load. */
final class Column {
  private static final JsonFactory JSON = new JsonFactory();

  /** Always nine decimals, so that texts sort like instants. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Column() {}

  static String text(Instant instant) {
    return INSTANT.format(instant);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.parse(row.getString(column));
  }

  /** The three columns every record of a computation has. */
  static RuntimeInfo runtime(ResultSet row) throws SQLException {
    return new RuntimeInfo(
        row.getString("tool_version"), row.getString("jdk"), row.getString("machine"));
  }

  static String array(List<String> texts) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartArray();
      texts.forEach(json::writeString);
      json.writeEndArray();
    }
    return out.toString();
  }

  static List<String> parseArray(String text) {
    List<String> texts = new ArrayList<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        texts.add(json.getString());
      }
    }
    return texts;
  }

  static String object(SortedMap<String, String> map) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      for (Map.Entry<String, String> e : map.entrySet()) {
        json.writeStringProperty(e.getKey(), e.getValue());
      }
      json.writeEndObject();
    }
    return out.toString();
  }

  static SortedMap<String, String> parseObject(String text) {
    TreeMap<String, String> map = new TreeMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String key = json.currentName();
        json.nextToken();
        map.put(key, json.getString());
      }
    }
    return map;
  }
}
