package org.formulary.results.store;

import java.nio.file.Path;
import java.util.List;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Verification.Outcome;

/**
 * Writes the archive that the golden files hold. For a new schema version N run the main method
 * with {@code src/test/resources/org/formulary/results/store/golden-vN.db} in the folder {@code
 * results}, on the test class path; never overwrite an older file.
 */
final class GoldenFile {
  static final Entry FIRST = Samples.entry(1, "(+ x 0x1.8p1)", 0x1.123456789abcdp-20, 3);
  static final Entry SECOND = Samples.entry(2, "x", 0.1, 0);
  private static final Entry DOMINATED = Samples.entry(2, "(neg x)", 0.1, 1);

  private GoldenFile() {}

  public static void main(String[] arguments) {
    write(Path.of(arguments[0]));
  }

  static void write(Path file) {
    try (Archive archive = Archive.open(file, Samples.RUNTIME)) {
      Samples.prepare(archive, 2);
      archive.add(List.of(FIRST));
      Entry again = Samples.entry(2, FIRST.notation(), 0x1.123456789abcdp-20, 3);
      archive.add(List.of(again, SECOND, DOMINATED));
      archive.attest(FIRST.id(), Samples.verification(Outcome.SAMPLED, 1));
      archive.attest(FIRST.id(), Samples.verification(Outcome.PROVED, 2));
      archive.attest(DOMINATED.id(), Samples.verification(Outcome.REFUTED, 3));
      archive.save(Samples.campaignId(1), 1, "state at 1");
      archive.save(Samples.campaignId(1), 2, "state at 2");
    }
  }
}
