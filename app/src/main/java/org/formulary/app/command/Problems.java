package org.formulary.app.command;

import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.app.Interruption;
import org.formulary.app.text.Findings;
import org.formulary.app.text.ProgressLine;
import org.formulary.results.store.Archive;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Progress;

/** Problems made again from what the archive recorded. */
final class Problems {
  private Problems() {}

  /** The problem of an entry. Throws {@link Failure} where this version cannot make it. */
  static Problem<?> of(Environment environment, Archive archive, StoredEntry stored) {
    Entry entry = stored.entry();
    CampaignSpec spec = spec(archive, stored);
    ProgressLine line = line(environment);
    try {
      Problem<?> problem =
          environment.domain(entry.domain()).problem(spec.problem(), progress(environment, line));
      if (!problem.id().equals(entry.problem())) {
        throw Failure.archive(
            "entry %s is of problem \"%s\", which this version knows as \"%s\""
                .formatted(Findings.shortId(entry.id().hex()), entry.problem(), problem.id()));
      }
      return problem;
    } finally {
      line.clear();
    }
  }

  /** The specification of the campaign that found an entry first. */
  static CampaignSpec spec(Archive archive, StoredEntry stored) {
    return archive.campaign(stored.entry().provenance().campaign()).record().spec();
  }

  /** Throws {@link Failure} if the entry's text was changed since it was archived. */
  static void requireIntact(Entry entry) {
    if (!EntryId.of(entry.problem(), entry.notation()).equals(entry.id())) {
      throw Failure.archive(
          "entry %s was altered: its program does not have this id".formatted(entry.id()));
    }
  }

  static ProgressLine line(Environment environment) {
    return new ProgressLine(
        environment.err(),
        environment.terminal().err(),
        environment.terminal().columns(),
        System::nanoTime);
  }

  static Progress progress(Environment environment, ProgressLine line) {
    return Interruption.progress(
        environment.interrupted(),
        (what, done, total) ->
            line.update(() -> what + " " + done + (total > 0 ? " of " + total : "")));
  }
}
