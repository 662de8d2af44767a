package org.formulary.expressions.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the compilers and interpreters that the exports are checked with. */
final class Shell {
  /** What a command printed, standard error included, and its exit code. */
  record Output(int code, String text) {}

  private Shell() {}

  static Output run(Path directory, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(directory, "output", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError(
          "the tests of the exports need '%s' on the PATH; install it".formatted(command[0]), e);
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after 60 s: " + String.join(" ", command));
    }
    return new Output(process.exitValue(), Files.readString(log));
  }

  static List<String> linesOf(Path directory, String... command)
      throws IOException, InterruptedException {
    Output output = run(directory, command);
    if (output.code() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed:\n" + output.text());
    }
    return output.text().lines().toList();
  }
}
