package org.formulary.app.search;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.ProgressLine;
import org.formulary.search.archive.Entry;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.CampaignMonitor;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Verification;
import org.formulary.search.island.Island;

/** Shows a campaign on the progress line. */
final class SearchMonitor implements CampaignMonitor {
  private static final int ID_DIGITS = 10;

  private final CampaignRecord campaign;
  private final List<Objective> objectives;
  private final boolean everyNicheCounts;
  private final ProgressLine line;
  private final BooleanSupplier interrupted;
  private final long start = System.nanoTime();
  private volatile Status last;
  private volatile boolean searching = true;
  private Duration proofs = Duration.ZERO;
  private int verified;
  private int refuted;
  private int incomplete;

  /** A monitor of a campaign that is new or resumed, as recorded before. */
  SearchMonitor(
      CampaignRecord campaign, Problem<?> problem, ProgressLine line, BooleanSupplier interrupted) {
    this.campaign = campaign;
    this.objectives = problem.objectives();
    this.everyNicheCounts = problem.everyNicheCounts();
    this.line = line;
    this.interrupted = interrupted;
  }

  @Override
  public void barrier(Status status) {
    last = status;
    tick();
  }

  /** Shows how the search stands now. */
  void tick() {
    Status status = last;
    if (searching) {
      line.update(() -> status == null ? elapsed(Duration.ZERO) : text(status));
    }
  }

  private String elapsed(Duration atBarrier) {
    Duration now = Duration.ofNanos(System.nanoTime() - start).plus(campaign.searched());
    Duration shown = now.compareTo(atBarrier) > 0 ? now : atBarrier;
    return Numbers.time(shown)
        + (campaign.spec().budget() instanceof Budget.Time(Duration total)
            ? " of " + Budgets.text(total)
            : "");
  }

  private String text(Status s) {
    String progress =
        switch (campaign.spec().budget()) {
          case Budget.Time _ -> elapsed(s.searched());
          case Budget.Evaluations(long n) ->
              elapsed(s.searched())
                  + "  "
                  + Math.min(
                      100,
                      100
                          * (campaign.evaluations() + s.counters().evaluations())
                          / Math.max(1, n * campaign.spec().islands()))
                  + " %";
        };
    String sweep =
        s.unitsDone() < s.units()
            ? String.format(Locale.ROOT, "  sweep %d of %d%s", s.unitsDone(), s.units(), rest(s))
            : "";
    Island.Counters c = s.counters();
    double looked = Math.max(1, c.cacheHits() + c.cacheMisses());
    return String.format(
        Locale.ROOT,
        "%s%s  %s evaluated  %s/s  cache %.0f %%  %s",
        progress,
        sweep,
        Numbers.count(c.evaluations()),
        Numbers.count(rate(s)),
        100 * c.cacheHits() / looked,
        best(s));
  }

  private String best(Status s) {
    if (everyNicheCounts) {
      return s.best().size() + " found";
    }
    StringJoiner best = new StringJoiner(" ");
    s.best().forEach((niche, value) -> best.add(niche + ":" + Numbers.brief(value)));
    return best.toString();
  }

  /** How long the rest of a sweep takes, at the pace so far; nothing before its first unit. */
  private static String rest(Status s) {
    if (s.unitsDone() == 0) {
      return "";
    }
    double units = (s.units() - s.unitsDone()) / (double) s.unitsDone();
    return ", about %s more"
        .formatted(Numbers.time(Duration.ofMillis(Math.round(units * s.searched().toMillis()))));
  }

  private static long rate(Status s) {
    return Math.round(s.counters().evaluations() / Math.max(1e-3, s.sinceStart().toNanos() / 1e9));
  }

  @Override
  public void archived(Entry entry) {}

  @Override
  public void verifying(Entry entry) {
    searching = false;
    if (verified == 0) {
      line.phase();
    }
    line.update(() -> "proving " + Findings.label(entry, objectives));
  }

  @Override
  public void verified(Entry entry, Verification verification) {
    verified++;
    proofs = proofs.plus(verification.time());
    line.print(
        "%s %s %s: %s"
            .formatted(
                word(verification),
                entry.id().hex().substring(0, ID_DIGITS),
                Findings.label(entry, objectives),
                Findings.sentence(verification, objectives.getFirst())));
  }

  private String word(Verification verification) {
    return switch (verification.outcome()) {
      case PROVED, SAMPLED -> "verified";
      case REFUTED -> {
        refuted++;
        yield "refuted";
      }
      case INCOMPLETE -> {
        incomplete++;
        yield "not verified";
      }
    };
  }

  @Override
  public boolean stopRequested() {
    return interrupted.getAsBoolean();
  }

  /** What stands against the verified front, if anything does: for the last line of a search. */
  Optional<String> objection() {
    if (verified == 0) {
      return Optional.of("the front is empty: nothing was found");
    }
    return refuted + incomplete == 0
        ? Optional.empty()
        : Optional.of(
            "not all verified: of %d entries of the front %d refuted, %d neither shown nor refuted"
                .formatted(verified, refuted, incomplete));
  }

  /** {@code search 60.2 s (5,812,345 evaluations, 96,900/s, engine 12 %), proofs 2.1 s (7)}. */
  String timing() {
    String search = last == null ? "search 0 s" : searched(last);
    return search + ", proofs " + Numbers.time(proofs) + " (" + verified + ")";
  }

  private static String searched(Status s) {
    Island.Counters c = s.counters();
    String text =
        String.format(
            Locale.ROOT,
            "search %s (%s evaluations, %s/s, engine overhead %.0f %%)",
            Numbers.time(s.sinceStart()),
            Numbers.count(c.evaluations()),
            Numbers.count(rate(s)),
            100 * Math.max(0, 1 - s.evaluateShare()));
    long sampled = c.trueHits() + c.falseHits();
    if (sampled > 0) {
      text +=
          ", cache hits %s of %s false by sampling"
              .formatted(Numbers.count(c.falseHits()), Numbers.count(sampled));
    }
    if (s.units() > 0) {
      text +=
          s.unitsDone() < s.units()
              ? ", sweep ended after %d of %d units%s".formatted(s.unitsDone(), s.units(), rest(s))
              : ", sweep complete (%d units)".formatted(s.units());
    }
    return text;
  }
}
