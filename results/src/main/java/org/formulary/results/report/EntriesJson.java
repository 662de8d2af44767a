package org.formulary.results.report;

import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.formulary.results.RuntimeInfo;
import org.formulary.results.store.StoredAttestation;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Verification;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Entries as one JSON object {@code {"schema":"formulary-entries-1","entries":[…]}}, written as
 * they come. Numbers round-trip to the bit; infinities are the strings {@code "Infinity"} and
 * {@code "-Infinity"}; seeds use all 64 bits.
 */
public final class EntriesJson {
  /** Names the format; the number is raised when a reader of the old format would go wrong. */
  public static final String SCHEMA = "formulary-entries-1";

  private EntriesJson() {}

  /** Writes the entries and flushes, but does not close. */
  public static void write(Iterable<StoredEntry> entries, Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeArrayPropertyStart("entries");
      for (StoredEntry entry : entries) {
        json.writeRaw("\n");
        write(entry, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  private static void write(StoredEntry stored, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", stored.entry().id().hex());
    json.writeStringProperty("domain", stored.entry().domain());
    json.writeStringProperty("problem", stored.entry().problem().text());
    json.writeNumberProperty("problemRevision", stored.entry().problem().revision());
    json.writeStringProperty("status", stored.status().name());
    json.writeStringProperty("notation", stored.entry().notation());
    json.writeArrayPropertyStart("scores");
    List<Objective> objectives = stored.objectives();
    for (int i = 0; i < objectives.size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("name", objectives.get(i).name());
      json.writeStringProperty("unit", objectives.get(i).unit());
      json.writeStringProperty("direction", objectives.get(i).direction().name());
      json.writeNumberProperty("value", stored.entry().scores().get(i));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("provenance");
    write(stored.entry().provenance(), json);
    json.writeStringProperty("foundAt", stored.foundAt().toString());
    write(stored.runtime(), json);
    json.writeEndObject();
    json.writeArrayPropertyStart("attestations");
    stored.attestations().forEach(a -> write(a, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Provenance from, JsonGenerator json) {
    json.writeStringProperty("campaign", from.campaign());
    json.writeNumberProperty("seed", from.seed());
    json.writeNumberProperty("island", from.island());
    json.writeNumberProperty("generation", from.generation());
    json.writeArrayPropertyStart("parents");
    from.parents().stream().map(EntryId::hex).forEach(json::writeString);
    json.writeEndArray();
  }

  private static void write(RuntimeInfo runtime, JsonGenerator json) {
    json.writeStringProperty("toolVersion", runtime.toolVersion());
    json.writeStringProperty("jdk", runtime.jdk());
    json.writeStringProperty("machine", runtime.machine());
  }

  private static void write(StoredAttestation attestation, JsonGenerator json) {
    Verification v = attestation.verification();
    json.writeStartObject();
    json.writeStringProperty("outcome", v.outcome().name());
    json.writeStringProperty("method", v.method());
    json.writeStringProperty("claim", v.claim());
    if (v.bound().isPresent()) {
      json.writeNumberProperty("bound", v.bound().getAsDouble());
    }
    json.writeObjectPropertyStart("facts");
    for (Map.Entry<String, String> fact : v.facts().entrySet()) {
      json.writeStringProperty(fact.getKey(), fact.getValue());
    }
    json.writeEndObject();
    json.writeNumberProperty(
        "seconds", v.time().toNanos() / (double) Duration.ofSeconds(1).toNanos());
    json.writeStringProperty("attestedAt", attestation.at().toString());
    write(attestation.runtime(), json);
    json.writeEndObject();
  }
}
