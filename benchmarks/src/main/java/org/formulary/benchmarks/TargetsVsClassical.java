package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.approximation.ApproximationDomain;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;

/** Fronts of ten functions against the best of the classical forms. */
final class TargetsVsClassical implements Benchmark<List<TargetsVsClassical.Target>> {
  /** The lowest errors with at most so many operations, by operations. */
  record Target(
      String name, SortedMap<Integer, Double> found, SortedMap<Integer, Double> classical) {}

  /** Those of the targets that are searched here and in {@link VerifiedBounds}. */
  static final List<String> TARGETS =
      List.of("exp", "expm1", "log2", "log1p", "sin", "cos", "tan", "atan", "erf", "besselJ0");

  private static final int FROM = 4;
  private static final int MOST = 10;

  /** Both are levelled on grids of their own. */
  private static final double AS_GOOD = 1.001;

  private static final double BETTER = 0.99;

  @Override
  public String name() {
    return "targets-vs-classical";
  }

  @Override
  public String question() {
    return "ten functions, 3 minutes each: from 4 to 10 operations never worse than the best"
        + " classical form and better at most counts";
  }

  @Override
  public List<Target> measure(Log log) throws Exception {
    List<Target> targets = new ArrayList<>();
    for (String name : TARGETS) {
      log.say(name);
      targets.add(target(name, MOST, "--time", "3m"));
    }
    return targets;
  }

  @Override
  public List<Target> quick(Log log) throws Exception {
    return List.of(target("exp", FROM, "--evaluations", "40000"));
  }

  private static Target target(String name, int maxOps, String budget, String amount)
      throws Exception {
    Map<String, String> values = Map.of("target", name, "max-ops", Integer.toString(maxOps));
    Problem<?> problem =
        new ApproximationDomain().problem(ProblemSpec.of("approximation", values), Progress.NONE);
    Front front =
        Front.parse(
            Cli.search(
                    Cli.database(),
                    "--target",
                    name,
                    "--max-ops",
                    Integer.toString(maxOps),
                    budget,
                    amount)
                .front(),
            problem.objectives().getFirst().name());
    SortedMap<Integer, Double> found = new TreeMap<>();
    SortedMap<Integer, Double> classical = new TreeMap<>();
    for (int n = FROM; n <= maxOps; n++) {
      int most = n;
      found.put(
          n,
          front.lines().stream()
              .filter(l -> l.verified() && l.operations() <= most)
              .mapToDouble(Front.Line::error)
              .min()
              .orElse(Double.POSITIVE_INFINITY));
      classical.put(
          n,
          problem.presentation().baselines().stream()
              .filter(b -> b.scores().get(1) <= most)
              .mapToDouble(b -> b.scores().get(0))
              .min()
              .orElse(Double.POSITIVE_INFINITY));
    }
    return new Target(name, found, classical);
  }

  @Override
  public List<Target> plant(List<Target> data) {
    return data.stream()
        .map(
            t -> {
              SortedMap<Integer, Double> worse = new TreeMap<>(t.found());
              worse.replaceAll((n, _) -> t.classical().get(n) * 1.01);
              return new Target(t.name(), worse, t.classical());
            })
        .toList();
  }

  @Override
  public String defect() {
    return "every front is a per cent worse than the classical forms";
  }

  @Override
  public List<Row> judge(List<Target> data) {
    return data.stream().map(TargetsVsClassical::row).toList();
  }

  private static Row row(Target t) {
    int worse = 0;
    int better = 0;
    List<String> factors = new ArrayList<>();
    for (int n : t.found().keySet()) {
      double factor = t.found().get(n) / t.classical().get(n);
      worse += factor <= AS_GOOD ? 0 : 1;
      better += factor < BETTER ? 1 : 0;
      factors.add(String.format(Locale.ROOT, "%d: %.3g (%.2g)", n, t.found().get(n), factor));
    }
    int counts = t.found().size();
    return new Row(
        "%s, error (part of the classical) by operations".formatted(t.name()),
        "worse at none, better at most",
        "worse at %d, better at %d of %d; %s"
            .formatted(worse, better, counts, String.join(", ", factors)),
        worse == 0 && 2 * better > counts);
  }
}
