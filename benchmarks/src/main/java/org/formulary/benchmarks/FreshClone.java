package org.formulary.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clones the repository and runs the two commands of its README. */
final class FreshClone implements Benchmark<FreshClone.Data> {
  private static final String MARK = "<!-- set-up command: ";

  /** A command and how it ended. */
  record Step(String command, int exitCode, long seconds) {}

  record Data(List<Step> steps, int asked) {}

  @Override
  public String name() {
    return "fresh-clone";
  }

  @Override
  public String question() {
    return "a fresh clone passes both commands of the README";
  }

  @Override
  public Data measure(Log log) throws Exception {
    Path clone = clone(log);
    List<String> commands = commands(Files.readString(clone.resolve("README.md")));
    List<Step> steps = new ArrayList<>();
    for (String command : commands) {
      steps.add(run(log, clone, command));
    }
    return new Data(steps, 2);
  }

  /** Clones and looks the commands up; running them takes minutes. */
  @Override
  public Data quick(Log log) throws Exception {
    Path clone = clone(log);
    List<Step> steps = new ArrayList<>();
    for (String command : commands(Files.readString(clone.resolve("README.md")))) {
      steps.add(run(log, clone, "command -v " + command.split(" ")[0]));
    }
    return new Data(steps, 2);
  }

  private static Path clone(Log log) throws Exception {
    Path clone = Cli.folder().resolve("formulary");
    Path repository = repository();
    log.say("cloning to " + clone);
    run(log, repository, "git clone -q . '" + clone + "'");
    return clone;
  }

  private static Path repository() {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.exists(p.resolve("README.md")) && Files.exists(p.resolve(".git"))) {
        return p;
      }
    }
    throw new IllegalStateException("not inside a clone of the repository");
  }

  /** The commands that follow the marks in the README, each the first line of a code block. */
  static List<String> commands(String readme) {
    List<String> commands = new ArrayList<>();
    String[] lines = readme.split("\n");
    for (int i = 0; i + 2 < lines.length; i++) {
      if (lines[i].startsWith(MARK)) {
        commands.add(lines[i + 2].strip());
      }
    }
    return commands;
  }

  private static Step run(Log log, Path directory, String command)
      throws IOException, InterruptedException {
    log.say("running: " + command);
    long start = System.nanoTime();
    Path output = Cli.temporary(".log");
    int code =
        new ProcessBuilder("bash", "-c", command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      log.say(Files.readString(output));
    }
    return new Step(command, code, (System.nanoTime() - start) / 1_000_000_000);
  }

  @Override
  public Data plant(Data data) {
    List<Step> steps = new ArrayList<>(data.steps());
    Step last = steps.removeLast();
    steps.add(new Step(last.command(), 1, last.seconds()));
    return new Data(steps, data.asked());
  }

  @Override
  public String defect() {
    return "the second command fails";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "commands in the README",
            Integer.toString(data.asked()),
            Integer.toString(data.steps().size()),
            data.steps().size() == data.asked()));
    for (Step s : data.steps()) {
      rows.add(
          new Row(
              s.command(),
              "exit code 0",
              s.exitCode() + " in " + s.seconds() + " s",
              s.exitCode() == 0));
    }
    return rows;
  }
}
