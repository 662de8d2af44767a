package org.formulary.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code benchmarks/run}. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures what is asked of Formulary, and says where it falls short.",
    footer = {
      "",
      "Examples:",
      "  benchmarks/run --list",
      "  benchmarks/run exp2-quick",
      "  benchmarks/run --json determinism kill-resume",
      "  benchmarks/run --self-check",
      "",
      "Exit codes: 0 all as asked, 1 falls short, 2 bad input, 4 could not be measured."
    })
final class Main implements Callable<Integer> {
  static final List<Benchmark<?>> ALL =
      List.of(
          new Exp2Quick(),
          new Exp2Front(),
          new FitThroughput(),
          new Fingerprints(),
          new VerifyFront(),
          new KillResume(),
          new UserFunction(),
          new Determinism(),
          new FreshClone(),
          new Simplification(),
          new EngineAblation(),
          new TargetsVsClassical(),
          new StoredBaselines(),
          new VerifiedBounds(),
          new EsmaDomains(),
          new ReductionFamilies(),
          new MitmDomains(),
          new MatrixFields(),
          new NoFalseClaims(),
          new EvolveBlind(),
          new EvolveAblation(),
          new ExploreBox());

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Benchmarks to run.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "List the benchmarks and what each asks.")
  private boolean list;

  @Option(names = "--json", description = "Print the measurements as JSON.")
  private boolean json;

  @Option(
      names = "--self-check",
      description =
          "Run each benchmark small (all, or those named), which must pass, and again with its"
              + " planted defect, which must fail.")
  private boolean selfCheck;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main()).setExecutionExceptionHandler(Main::report).execute(arguments));
  }

  private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("benchmarks: " + e.getMessage());
    return 4;
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      ALL.forEach(b -> out.printf("%-20s %s%n", b.name(), b.question()));
      return 0;
    }
    if (names.isEmpty() && !selfCheck) {
      err.println("benchmarks: name one or more of " + allNames() + ", or --list");
      return 2;
    }
    for (String name : names) {
      if (ALL.stream().noneMatch(b -> b.name().equals(name))) {
        err.printf("benchmarks: unknown benchmark %s, allowed are %s%n", name, allNames());
        return 2;
      }
    }
    boolean passed = true;
    for (Benchmark<?> b : chosen()) {
      passed &= selfCheck ? selfCheck(b) : run(b);
    }
    return passed ? 0 : 1;
  }

  private List<Benchmark<?>> chosen() {
    if (names.isEmpty()) {
      return ALL;
    }
    List<Benchmark<?>> chosen = new ArrayList<>();
    for (String name : names) {
      ALL.stream().filter(b -> b.name().equals(name)).forEach(chosen::add);
    }
    return chosen;
  }

  private static String allNames() {
    return String.join(", ", ALL.stream().map(Benchmark::name).toList());
  }

  private <D> boolean run(Benchmark<D> b) throws Exception {
    List<Benchmark.Row> rows = b.judge(b.measure(line -> err.println("  " + line)));
    boolean passed = rows.stream().allMatch(Benchmark.Row::passed);
    if (json) {
      out.println(json(b, rows, passed));
    } else {
      table(b, rows, passed);
    }
    return passed;
  }

  private <D> boolean selfCheck(Benchmark<D> b) throws Exception {
    List<String> problems = SelfCheck.of(b, line -> err.println("  " + line));
    out.printf("%-20s %s%n", b.name(), problems.isEmpty() ? "self-check passed" : problems);
    return problems.isEmpty();
  }

  private void table(Benchmark<?> b, List<Benchmark.Row> rows, boolean passed) {
    out.println(b.name() + ": " + b.question());
    int what = rows.stream().mapToInt(r -> r.what().length()).max().orElse(0);
    int asked = rows.stream().mapToInt(r -> r.asked().length()).max().orElse(0);
    for (Benchmark.Row r : rows) {
      out.printf(
          "  %-4s %-" + what + "s  asked %-" + asked + "s  measured %s%n",
          r.passed() ? "ok" : "FAIL",
          r.what(),
          r.asked(),
          r.measured());
    }
    out.println(passed ? "passed" : "FALLS SHORT");
  }

  private static ObjectNode json(Benchmark<?> b, List<Benchmark.Row> rows, boolean passed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("benchmark", b.name()).put("passed", passed);
    ArrayNode array = json.putArray("rows");
    for (Benchmark.Row r : rows) {
      array
          .addObject()
          .put("what", r.what())
          .put("asked", r.asked())
          .put("measured", r.measured())
          .put("passed", r.passed());
    }
    return json;
  }
}
