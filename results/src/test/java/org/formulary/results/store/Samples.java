package org.formulary.results.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.formulary.results.RuntimeInfo;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CampaignRecord.State;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;

/** Records for tests. */
public final class Samples {
  public static final RuntimeInfo RUNTIME =
      new RuntimeInfo("0.0-test", "Test JDK 25", "TestOS, riscv64, 2 cpus");
  public static final ProblemId PROBLEM =
      new ProblemId("approximation target=exp2 interval=0,1 error=relative", 1);
  public static final List<Objective> OBJECTIVES =
      List.of(
          Objective.minimize("maxRelativeError", ""),
          Objective.minimize("operations", "operations"));

  private Samples() {}

  /** An id that shares its first {@code 28} digits with other numbers below 65536. */
  public static String campaignId(int number) {
    return String.format("c0ffee00c0ffee00c0ffee00%08x", number);
  }

  public static CampaignSpec spec(long seed) {
    return new CampaignSpec(
        ProblemSpec.of("approximation", Map.of("target", "exp2", "interval", "0,1")),
        seed,
        2,
        new Budget.Evaluations(1000),
        List.of());
  }

  public static CampaignRecord campaign(int number) {
    return new CampaignRecord(
        campaignId(number),
        spec(number),
        State.RUNNING,
        Instant.parse("2026-01-02T03:04:05.123456789Z").plusSeconds(number),
        Duration.ofNanos(1_234_567_891L),
        42);
  }

  public static Entry entry(int campaign, String notation, double error, double operations) {
    return entry(campaign, PROBLEM, notation, error, operations);
  }

  public static Entry entry(int campaign, ProblemId problem, String notation, double... scores) {
    return Entry.of(
        "approximation",
        problem,
        notation,
        Scores.of(scores),
        new Provenance(
            campaignId(campaign),
            Long.MIN_VALUE + campaign,
            1,
            1L << 40,
            List.of(EntryId.of("one parent"), EntryId.of("another"))));
  }

  public static Verification verification(Outcome outcome, long nanos) {
    return new Verification(
        outcome,
        "taylor-model bound with subdivision",
        "max relative error ≤ 1.25e-9 on [0, 1]",
        OptionalDouble.of(0x1.5798ee2308c3ap-30),
        new TreeMap<>(Map.of("arithmetic", "balls, 128 bits", "boxes", "17", "quote", "\"\\\n")),
        Duration.ofNanos(nanos));
  }

  /** Tells the archive of the problem and of campaigns 1 … n. */
  public static void prepare(Archive archive, int campaigns) {
    archive.problem(PROBLEM, OBJECTIVES);
    for (int i = 1; i <= campaigns; i++) {
      archive.campaign(campaign(i));
    }
  }
}
