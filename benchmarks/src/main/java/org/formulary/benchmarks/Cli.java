package org.formulary.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.formulary.app.Main;

/** Runs the formulary command in processes of its own, as a user would. */
final class Cli {
  private Cli() {}

  /** What a finished command said. */
  record Result(int exitCode, String out, String err) {
    Result orThrow() {
      if (exitCode != 0) {
        throw new IllegalStateException("exit code %d: %s".formatted(exitCode, err.strip()));
      }
      return this;
    }
  }

  /** A command under way; its outputs go to files. */
  record Running(Process process, Path out, Path err) {
    Result finish() throws InterruptedException {
      return new Result(process.waitFor(), text(out), text(err));
    }

    String errSoFar() {
      return text(err);
    }

    private static String text(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Result run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).finish();
  }

  static Running start(String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseParallelGC");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path out = temporary(".out");
    Path err = temporary(".err");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  /** A file that goes when this process ends. */
  static Path temporary(String suffix) throws IOException {
    Path file = Files.createTempFile("formulary-benchmark", suffix);
    file.toFile().deleteOnExit();
    return file;
  }

  /** The path of a database that does not exist yet, in a folder of its own. */
  static Path database() throws IOException {
    return Files.createTempDirectory("formulary-benchmark").resolve("formulary.db");
  }
}
