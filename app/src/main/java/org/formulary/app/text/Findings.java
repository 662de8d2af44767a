package org.formulary.app.text;

import java.util.List;
import java.util.Optional;
import org.formulary.results.store.StoredAttestation;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;

/** Entries and certificates in words. The first objective is what certificates are about. */
public final class Findings {
  private static final int SHORT_ID = 10;

  private Findings() {}

  /** The first digits of an id. */
  public static String shortId(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  /** {@code 5 operations}, or the id where there is no second objective. */
  public static String label(Entry entry, List<Objective> objectives) {
    if (objectives.size() < 2) {
      return shortId(entry.id().hex());
    }
    Objective second = objectives.get(1);
    String unit = second.unit().isEmpty() ? Numbers.words(second.name()) : second.unit();
    double cost = entry.scores().get(1);
    String one = cost == 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return Numbers.of(cost) + " " + one;
  }

  /** {@code max relative error ≤ 4.3447e-06 (proved, 0.2 s)}. */
  public static String sentence(Verification v, Objective objective) {
    String time = Numbers.time(v.time());
    return switch (v.outcome()) {
      case PROVED, SAMPLED ->
          "%s (%s, %s)".formatted(claim(v, objective), outcome(v.outcome()), time);
      case REFUTED, INCOMPLETE -> "%s: %s (%s)".formatted(outcome(v.outcome()), v.claim(), time);
    };
  }

  /** {@code max relative error ≤ 4.3447e-06}, or the certificate's own words without a number. */
  public static String claim(Verification v, Objective objective) {
    return v.bound().isEmpty()
        ? v.claim()
        : Numbers.words(objective.name())
            + (v.outcome() == Outcome.SAMPLED ? " ≈ " : relation(objective))
            + Numbers.bound(v.bound().getAsDouble(), objective);
  }

  /** The outcome as a word. */
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case PROVED -> "proved";
      case SAMPLED -> "sampled";
      case REFUTED -> "refuted";
      case INCOMPLETE -> "not shown";
    };
  }

  private static String relation(Objective objective) {
    return objective.direction() == Direction.MINIMIZE ? " ≤ " : " ≥ ";
  }

  /** The certificate of an entry that is a result. */
  public static Optional<Verification> confirmed(StoredEntry entry) {
    return entry.certificate().map(StoredAttestation::verification).filter(Verification::confirms);
  }

  /** What may be said of the first objective: the bound shown, else the score as evaluated. */
  public static double value(StoredEntry entry) {
    return confirmed(entry)
        .filter(v -> v.bound().isPresent())
        .map(v -> v.bound().getAsDouble())
        .orElse(entry.entry().scores().get(0));
  }

  /** {@link #value} as text: {@code ≤} for what is proved, {@code ≈} for what is not. */
  public static String valueText(StoredEntry entry) {
    Objective objective = entry.objectives().getFirst();
    boolean proved =
        confirmed(entry)
            .filter(v -> v.outcome() == Outcome.PROVED && v.bound().isPresent())
            .isPresent();
    return proved
        ? relation(objective).strip() + " " + Numbers.bound(value(entry), objective)
        : "≈ " + Numbers.of(value(entry));
  }

  /** How it was shown, in few words. */
  public static String method(StoredEntry entry) {
    return entry
        .certificate()
        .map(StoredAttestation::verification)
        .map(v -> v.outcome() == Outcome.SAMPLED ? v.method() : outcome(v.outcome()))
        .orElse("not verified");
  }
}
