package org.formulary.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.formulary.app.ExitCode;
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

    /** The output of a search, also of one whose front is verified in part: it says which. */
    String front() {
      return exitCode == ExitCode.NOT_VERIFIED ? out : orThrow().out;
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

  /** A search for programs, as {@code search approximation} with the given options, to its end. */
  static Result search(Path db, String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("search", "approximation"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--db", db.toString(), "--json"));
    return run(arguments.toArray(String[]::new));
  }

  static Running start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /** As {@link #start(String...)}, in a JVM with options such as {@code -Dname=value}. */
  static Running start(List<String> jvmOptions, String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-XX:+UseParallelGC", "-Xmn128m")); // as the launcher does
    command.addAll(jvmOptions);
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
    return folder().resolve("formulary.db");
  }

  /** A new folder that goes, with all that is in it, when this process ends. */
  static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("formulary-benchmark");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete " + folder));
    return folder;
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      inside.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("benchmarks: cannot delete " + folder + ": " + e.getMessage());
    }
  }
}
