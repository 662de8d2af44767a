package org.formulary.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.Identification;
import org.formulary.truth.relation.Identified;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an identification found, for people and for programs. */
record IdentificationReport(String value, Enclosure given, Identification.Result result) {
  /** Bounds that are shown. */
  private static final int BOUNDS = 8;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "value      %s, known to %.0f bits", value, given.knownBits()));
    lines.add("attempts   %d forms".formatted(result.attempts()));
    if (!result.found().isEmpty()) {
      result.found().forEach(f -> add(lines, "conjecture", f));
      return lines;
    }
    lines.add("found      no formula of which so many digits agree that it is no accident");
    result.accident().ifPresent(a -> add(lines, "nearest", a));
    result.excluded().stream()
        .filter(b -> b.log2() >= 1)
        .limit(BOUNDS)
        .forEach(
            b ->
                lines.add(
                    "excluded   %s, all coefficients below 2^%d"
                        .formatted(b.form(), (int) b.log2())));
    if (result.excluded().size() > BOUNDS) {
      lines.add("           and %d more forms".formatted(result.excluded().size() - BOUNDS));
    }
    return lines;
  }

  private static void add(List<String> lines, String what, Identified f) {
    lines.add("%-10s %s".formatted(what, f.text()));
    lines.add(
        String.format(
            Locale.ROOT,
            "           %.0f bits match; the coefficients take %d, so that %.0f are needed%s",
            f.relation().matchedBits(),
            f.relation().coefficientBits(),
            Math.ceil(f.neededBits()),
            f.isSignificant() ? "" : ": give %d digits".formatted(digits(f.neededBits()))));
  }

  private static int digits(double bits) {
    return (int) Math.ceil(Enclosure.digitsOf(bits + 1)) + 1;
  }

  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("value", value);
    json.put("attempts", result.attempts());
    if (Double.isFinite(given.knownBits())) {
      json.put("knownBits", given.knownBits());
    }
    result.found().forEach(f -> add(json.withArray("conjectures").addObject(), f));
    result.accident().ifPresent(a -> add(json.putObject("accident"), a));
    result.excluded().stream()
        .filter(b -> b.log2() >= 1)
        .forEach(
            b -> {
              ObjectNode bound = json.withArray("excluded").addObject();
              bound.put("form", b.form());
              bound.put("log2OfCoefficients", (int) b.log2());
            });
    return json.toString();
  }

  private static void add(ObjectNode json, Identified f) {
    json.put("formula", f.text());
    json.put("form", f.form());
    json.put("matchedBits", f.relation().matchedBits());
    json.put("coefficientBits", f.relation().coefficientBits());
    json.put("neededBits", f.neededBits());
  }
}
