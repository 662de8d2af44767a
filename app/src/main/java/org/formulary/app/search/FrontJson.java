package org.formulary.app.search;

import java.util.List;
import org.formulary.app.text.Findings;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Verification;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The front of a campaign for other programs. The keys of the scores are the names of the
 * objectives; the first objective is the bound that was shown where one was, and {@code evaluated}
 * holds the score that steered the search.
 */
final class FrontJson {
  private static final double LARGEST_WHOLE = 0x1p53;

  private FrontJson() {}

  static String print(String campaign, List<StoredEntry> front, Families families) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("campaign", campaign);
    ArrayNode entries = json.putArray("front");
    for (StoredEntry e : front) {
      ObjectNode entry = entries.addObject();
      add(entry, e);
      if (families.count() > 0) {
        entry.put("family", families.first().get(e.entry().id()).hex());
      }
    }
    return json.toString();
  }

  private static void add(ObjectNode json, StoredEntry e) {
    json.put("id", e.entry().id().hex());
    List<Objective> objectives = e.objectives();
    for (int i = objectives.size() - 1; i > 0; i--) {
      put(json, objectives.get(i).name(), e.entry().scores().get(i));
    }
    put(json, objectives.getFirst().name(), Findings.value(e));
    json.put("program", e.entry().notation());
    json.put("verified", Findings.confirmed(e).isPresent());
    put(json, "evaluated", e.entry().scores().get(0));
    json.put("status", e.status().name());
    e.certificate().ifPresent(c -> certificate(json, c.verification()));
  }

  private static void certificate(ObjectNode json, Verification v) {
    json.put("outcome", v.outcome().name());
    json.put("method", v.method());
    json.put("verifySeconds", v.time().toNanos() / 1e9);
  }

  /** Whole numbers without a point; infinities as text, which JSON has no numbers for. */
  private static void put(ObjectNode json, String name, double value) {
    if (!Double.isFinite(value)) {
      json.put(name, Double.toString(value));
    } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
      json.put(name, (long) value);
    } else {
      json.put(name, value);
    }
  }
}
