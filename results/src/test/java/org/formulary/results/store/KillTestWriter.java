package org.formulary.results.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Verification.Outcome;

/** The process {@link KillTest} kills: writes for ever and announces what is safe. */
final class KillTestWriter {
  /** Ends each line, so that half a line is known for one. */
  static final String END = " .";

  private KillTestWriter() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    int campaign = Integer.parseInt(arguments[1]);
    Random random = new Random(campaign);
    try (Archive archive = Archive.open(file, Samples.RUNTIME)) {
      archive.problem(Samples.PROBLEM, Samples.OBJECTIVES);
      archive.campaign(Samples.campaign(campaign));
      announce("campaign " + Samples.campaignId(campaign));
      for (long batch = 0; ; batch++) {
        List<Entry> entries = batch(campaign, batch, 1 + random.nextInt(9));
        archive.add(entries);
        entries.forEach(e -> announce("entry " + e.id()));
        Entry one = entries.getFirst();
        archive.attest(one.id(), Samples.verification(Outcome.PROVED, batch));
        announce("attested " + one.id());
        archive.save(Samples.campaignId(campaign), batch, batch + " ".repeat(20_000));
        announce("checkpoint " + Samples.campaignId(campaign) + " " + batch);
      }
    }
  }

  private static List<Entry> batch(int campaign, long batch, int size) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String notation = String.format(Locale.ROOT, "%04d%06d%02d %d", campaign, batch, size, i);
      entries.add(Samples.entry(campaign, notation, 1.0 / (batch + 1), i));
    }
    return entries;
  }

  private static void announce(String what) {
    PrintStream out = System.out;
    out.print(what + END + "\n");
    out.flush();
  }
}
