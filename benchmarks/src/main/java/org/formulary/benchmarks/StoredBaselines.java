package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.formulary.approximation.ApproximationDomain;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ClassicalFront;
import org.formulary.truth.ClassicalFront.Line;
import org.formulary.truth.Target;
import org.formulary.truth.Targets;

/** Whether the stored classical forms are those that are computed today. */
final class StoredBaselines implements Benchmark<List<StoredBaselines.Compared>> {
  /** What is stored of a target and what is computed. */
  record Compared(String target, List<Line> stored, List<Line> computed) {}

  /** Errors that differ by less than this part are equal. */
  private static final double EQUAL = 1e-3;

  @Override
  public String name() {
    return "classical-baselines";
  }

  @Override
  public String question() {
    return "the best classical forms of every named target, to %d operations, are those stored"
        .formatted(ClassicalFront.MOST_OPERATIONS);
  }

  @Override
  public List<Compared> measure(Log log) {
    return compared(log, Targets.all());
  }

  @Override
  public List<Compared> quick(Log log) {
    return compared(log, List.of(Targets.named("exp")));
  }

  private static List<Compared> compared(Log log, List<Target> targets) {
    List<Line> stored = ClassicalFront.all();
    List<Compared> compared = new ArrayList<>();
    for (Target target : targets) {
      String name = target.name();
      List<Line> computed = computed(name);
      computed.forEach(line -> log.say(line.csv()));
      compared.add(
          new Compared(
              name, stored.stream().filter(l -> l.target().equals(name)).toList(), computed));
    }
    return compared;
  }

  private static List<Line> computed(String target) {
    String most = Integer.toString(ClassicalFront.MOST_OPERATIONS);
    Problem<?> problem =
        new ApproximationDomain()
            .problem(
                ProblemSpec.of("approximation", Map.of("target", target, "max-ops", most)),
                Progress.NONE);
    return ClassicalFront.front(target, problem.presentation().baselines());
  }

  @Override
  public List<Compared> plant(List<Compared> data) {
    return data.stream()
        .map(
            c ->
                new Compared(
                    c.target(),
                    c.stored().stream()
                        .map(
                            l ->
                                new Line(
                                    l.target(),
                                    l.operations(),
                                    1.01 * l.error(),
                                    l.form(),
                                    l.program()))
                        .toList(),
                    c.computed()))
        .toList();
  }

  @Override
  public String defect() {
    return "the stored errors are a per cent larger";
  }

  @Override
  public List<Row> judge(List<Compared> data) {
    return data.stream().map(StoredBaselines::row).toList();
  }

  private static Row row(Compared c) {
    boolean same = c.stored().size() == c.computed().size();
    for (int i = 0; same && i < c.stored().size(); i++) {
      Line a = c.stored().get(i);
      Line b = c.computed().get(i);
      same =
          a.operations() == b.operations() && Math.abs(a.error() - b.error()) <= EQUAL * b.error();
    }
    return new Row(
        c.target(),
        c.stored().size() + " stored",
        String.format(
            Locale.ROOT, "%d computed, %s", c.computed().size(), same ? "equal" : "others"),
        same);
  }
}
