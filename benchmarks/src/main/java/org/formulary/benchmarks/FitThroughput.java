package org.formulary.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.formulary.approximation.ApproximationDomain;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignMonitor;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;

/** Fits per second and the share of time outside them, in the run of exp2-quick. */
final class FitThroughput implements Benchmark<FitThroughput.Data> {
  /**
   * What was measured.
   *
   * @param reported candidates scored, by the campaign's own count
   * @param counted calls of evaluate that scored, counted around the problem
   */
  record Data(
      long reported, long counted, double seconds, double evaluateShare, double askedRate) {}

  @Override
  public String name() {
    return "fit-throughput";
  }

  @Override
  public String question() {
    return "at least 60,000 fits a second on 2 threads, cache hits and rejects not counted; under"
        + " 20 % of the time outside evaluate";
  }

  @Override
  public Data measure(Log log) {
    return run(log, Duration.ofSeconds(60), 8, 60_000);
  }

  @Override
  public Data quick(Log log) {
    return run(log, Duration.ofSeconds(2), 4, 0);
  }

  private static Data run(Log log, Duration time, int maxOps, double askedRate) {
    ProblemSpec spec =
        ProblemSpec.of(
            "approximation",
            Map.of("target", "exp2", "interval", "0,1", "max-ops", Integer.toString(maxOps)));
    Problem<?> problem = new ApproximationDomain().problem(spec, Progress.NONE);
    log.say("searching for " + time.toSeconds() + " s");
    return run(new CountingProblem<>(problem), spec, time, askedRate);
  }

  private static <P> Data run(
      CountingProblem<P> problem, ProblemSpec spec, Duration time, double askedRate) {
    Unrecorded.Last last = new Unrecorded.Last(() -> false);
    long before;
    try (LocalRunner runner = new LocalRunner(2)) {
      CampaignSpec campaign = new CampaignSpec(spec, 1, 4, new Budget.Time(time), List.of());
      Campaign<P> started =
          Campaign.start(
              "0".repeat(32), campaign, problem, Unrecorded.ports(runner, 2, last), Instant.EPOCH);
      before = problem.fits();
      started.run();
    }
    CampaignMonitor.Status s = last.status();
    return new Data(
        s.counters().evaluations() - s.counters().rejected(),
        problem.fits() - before,
        s.sinceStart().toNanos() * 1e-9,
        s.evaluateShare(),
        askedRate);
  }

  @Override
  public Data plant(Data d) {
    return new Data(2 * d.reported(), d.counted(), d.seconds(), d.evaluateShare(), d.askedRate());
  }

  @Override
  public String defect() {
    return "each fit is counted twice";
  }

  @Override
  public List<Row> judge(Data d) {
    double rate = d.reported() / d.seconds();
    double overhead = 1 - d.evaluateShare();
    boolean timed = d.askedRate() > 0;
    return List.of(
        new Row(
            "fits reported and counted around the problem",
            "equal",
            d.reported() + " and " + d.counted(),
            d.reported() == d.counted()),
        new Row(
            "fits per second, 2 threads",
            String.format(Locale.ROOT, "≥ %.0f", d.askedRate()),
            String.format(Locale.ROOT, "%.0f", rate),
            rate >= d.askedRate()),
        new Row(
            "share of the threads' time outside evaluate and refine",
            timed ? "< 20 %" : "any",
            String.format(Locale.ROOT, "%.1f %%", 100 * overhead),
            !timed || overhead < 0.2));
  }
}
