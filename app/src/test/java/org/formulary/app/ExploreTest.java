package org.formulary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.formulary.app.CommandLineSession.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreTest {
  @TempDir private Path folder;

  private Result explore(String... more) {
    return explore(CommandLineSession.toy(), more);
  }

  private Result explore(CommandLineSession session, String... more) {
    String[] all = new String[4 + more.length];
    System.arraycopy(new String[] {"explore", "squares", "--out", out().toString()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return session.run(all);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path unit(int n) {
    return out().resolve("units/unit-%06d.columns.gz".formatted(n));
  }

  @Test
  void measuresAllUnitsAndWritesTheReport() throws IOException {
    Result r = explore("--csv", folder.resolve("all.csv").toString());
    assertThat(r.code()).isZero();
    assertThat(r.out()).contains("sum 435", "sums.csv", "plot.svg", "all.csv");
    assertThat(out().resolve("sums.json")).hasContent("[{\"sum\":435}]");
    assertThat(Files.readString(out().resolve("plot.svg"))).contains("n &lt; 2", "n^2, units");
    assertThat(Files.readAllLines(folder.resolve("all.csv")))
        .hasSize(31)
        .startsWith("n,root,text", "0,,\"0, \"\"n\"\"\"", "1,1.0,\"1, \"\"n\"\"\"");
  }

  @Test
  void measuresOnlyWhatIsMissing() throws IOException {
    explore();
    Object kept = Files.getLastModifiedTime(unit(0));
    Files.delete(unit(1));
    Files.writeString(out().resolve("units/unit-7.tmp"), "left by a process that was killed");
    Result r = explore("--json", "--threads", "1");
    assertThat(r.out()).isEqualTo("{\"sums\":[{\"sum\":435}]}\n");
    assertThat(r.err()).contains("2 of 3 units are there already");
    assertThat(Files.getLastModifiedTime(unit(0))).isEqualTo(kept);
    assertThat(out().resolve("units/unit-7.tmp")).doesNotExist();
  }

  @Test
  void stopsWhenTheUserAsksAndGoesOn() {
    AtomicInteger asked = new AtomicInteger();
    CommandLineSession stopping =
        CommandLineSession.toy().interruptedWhen(() -> asked.getAndIncrement() >= 1);
    Result r = explore(stopping, "--threads", "1");
    assertThat(r.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(r.err()).contains("stopped: 1 of 3 units", "the same command goes on");
    assertThat(explore().out()).contains("sum 435");
  }

  @Test
  void refusesTheFolderOfAnotherSurvey() {
    explore();
    Result r = explore("--units", "4");
    assertThat(r.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(r.err())
        .contains("--out", "holds another survey: \"squares units=3\", not \"squares units=4\"");
  }

  @Test
  void saysWhichFileIsDamaged() throws IOException {
    explore();
    byte[] bytes = Files.readAllBytes(unit(2));
    Files.write(unit(2), java.util.Arrays.copyOf(bytes, bytes.length - 5));
    Result r = explore();
    assertThat(r.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(r.err()).contains("unit-000002.columns.gz is damaged: delete it and run again");
  }

  @Test
  void namesOptionsAtFault() {
    CommandLineSession session = CommandLineSession.toy();
    assertThat(session.run("explore").err()).contains("explore what? allowed: squares");
    assertThat(session.run("explore", "squares").err()).contains("--out is missing");
    assertThat(explore("--threads", "0").err()).contains("option --threads");
    assertThat(explore("--units", "101").err()).contains("option --units", "up to 100");
  }
}
