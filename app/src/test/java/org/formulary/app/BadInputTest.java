package org.formulary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.formulary.app.CommandLineSession.Result;
import org.formulary.approximation.ApproximationDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is one line and an exit code. */
class BadInputTest {
  @TempDir private Path folder;

  private final CommandLineSession session = CommandLineSession.toy();

  private void fails(int code, String message, String... arguments) {
    Result r = session.on(folder.resolve("x.db"), arguments);
    assertThat(r.errorLines())
        .singleElement()
        .asString()
        .startsWith("formulary: ")
        .contains(message);
    assertThat(r.code()).isEqualTo(code);
    assertThat(r.out()).isEmpty();
    assertThat(folder.resolve("x.db")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--time|0|option --time \"0\": allowed is a time above 0",
        "--time|-5s|option --time \"-5s\": allowed",
        "--time|0.0000000001s|option --time",
        "--time|soon|option --time \"soon\"",
        "--time|99999999h|option --time",
        "--evaluations|0|option --evaluations \"0\": allowed is a whole number ≥ 1",
        "--evaluations|1e6|option --evaluations",
        "--islands|0|option --islands \"0\": allowed is a whole number from 1 to 1000",
        "--threads|0|option --threads \"0\": allowed",
        "--threads|-1|option --threads \"-1\": allowed",
        "--seed|x|option --seed \"x\": allowed is a whole number of 64 bits",
        "--number|7|option --number \"7\": allowed is 0 to 1",
        "--campaign|nowhere.yaml|option --campaign: nowhere.yaml: there is no such file",
        "--nmuber|0.3|unknown option \"--nmuber\", similar: --number",
        "--number=0.3|0.4|unexpected argument \"0.4\""
      })
  void ofASearchIsNamedWithWhatIsAllowed(String option, String value, String message) {
    fails(ExitCode.BAD_INPUT, message, "search", "fractions", option, value);
  }

  @Test
  void ofOptionsThatExcludeEachOther() {
    fails(
        2,
        "--evaluations are both given",
        "search",
        "fractions",
        "--time",
        "1s",
        "--evaluations",
        "5");
    fails(2, "both given", "list", "--json", "--csv");
  }

  @Test
  void ofWordsOnTheCommandLine() {
    assertOne(session.run(), 2, "which command? allowed: search");
    assertOne(session.run("serach"), 2, "\"serach\", similar: search");
    assertOne(session.run("search"), 2, "search what? allowed: fractions");
    assertOne(session.run("search", "fractoins"), 2, "similar: fractions");
    assertOne(session.run("show"), 2, "ID");
    assertOne(session.run("export", "abcd"), 2, "--format");
    assertOne(session.run("verify"), 2, "verify what?");
    assertOne(session.run("verify", "abcd", "--program", "1/2^2"), 2, "verify what?");
    assertOne(session.run("verify", "abcd", "--number", "0.3"), 2, "option --number: allowed with");
    assertOne(
        session.run("verify", "abcd", "--domain", "fractions"), 2, "option --domain: allowed");
    assertOne(
        session.run("verify", "--domain", "nothing", "--program", "1/2^1"),
        2,
        "allowed: fractions");
  }

  private static void assertOne(Result r, int code, String message) {
    assertThat(r.errorLines())
        .singleElement()
        .asString()
        .startsWith("formulary: ")
        .contains(message);
    assertThat(r.code()).isEqualTo(code);
  }

  @Test
  void ofAProgramHasACaretUnderTheColumn() {
    Result r = session.run("verify", "--program", "x", "--number", "0.3");
    assertThat(r.code()).isEqualTo(2);
    assertThat(r.errorLines())
        .containsExactly("formulary: option --program: not a fraction", "  x", "  ^");
    Result start = session.on(folder.resolve("x.db"), "search", "fractions", "--seed-from", "x");
    assertThat(start.errorLines())
        .containsExactly("formulary: option --seed-from: not a fraction", "  x", "  ^");
  }

  @Test
  void ofAFormulaHasACaretUnderTheColumn() {
    Result r =
        new CommandLineSession(new ApproximationDomain())
            .on(
                folder.resolve("x.db"),
                "search",
                "approximation",
                "--function",
                "exp(x",
                "--interval",
                "0,1");
    assertThat(r.code()).isEqualTo(2);
    assertThat(r.errorLines())
        .hasSize(3)
        .first()
        .asString()
        .contains("option --function", "column 4");
    assertThat(r.errorLines().getLast().indexOf('^')).isEqualTo(r.errorLines().get(1).indexOf('('));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--target|exp3|--target \"exp3\" is unknown",
        "--interval|1,0|--interval \"1,0\"",
        "--interval|1,1|--interval \"1,1\"",
        "--max-ops|0|--max-ops \"0\"",
        "--operations|+,%|--operations \"+,%\"",
        "--error|big|--error \"big\""
      })
  void ofAnApproximationIsNamedToo(String option, String value, String message) {
    String target = option.equals("--target") ? "--max-ops=3" : "--target=exp2";
    Result r =
        new CommandLineSession(new ApproximationDomain())
            .on(folder.resolve("x.db"), "search", "approximation", target, option, value);
    assertOne(r, 2, message);
  }

  @Test
  void ofACampaignFile() throws IOException {
    assertFile("colour: red\n", "unknown key \"colour\", allowed: db, evaluations");
    assertFile("number: 0.3\nnumber: 0.4\n", "is not YAML");
    assertFile("number: [\n", "is not YAML");
    assertFile("number:\n", "key \"number\" has no value");
    assertFile("number: {a: 1}\n", "key \"number\" has no value");
    assertFile("", "holds no options");
    assertFile("domain: approximation\n", "is for domain [approximation], not fractions");
    assertFile("islands: 0\n", "option --islands \"0\"");
    assertFile("resume: abcd\n", "unknown key \"resume\"");
  }

  private void assertFile(String yaml, String message) throws IOException {
    Path file = folder.resolve("c.yaml");
    Files.writeString(file, yaml);
    fails(2, message, "search", "fractions", "--campaign", file.toString());
  }

  @Test
  void ofAnArchiveThatIsNone() throws IOException, SQLException {
    Path text = folder.resolve("text.db");
    Files.writeString(
        text, "hello, this is not a database at all, however long one looks at it".repeat(20));
    Path foreign = folder.resolve("foreign.db");
    try (var c = DriverManager.getConnection("jdbc:sqlite:" + foreign);
        var s = c.createStatement()) {
      s.execute("create table t (a)");
    }
    for (List<String> command :
        List.of(
            List.of("search", "fractions"),
            List.of("list"),
            List.of("show", "abcd"),
            List.of("verify", "abcd"))) {
      String[] words = command.toArray(String[]::new);
      assertOne(session.on(text, words), 3, "is not an archive");
      assertOne(session.on(foreign, words), 3, "database of another program");
      assertOne(session.on(folder, words), 3, "is a folder");
    }
    assertThat(text).content().startsWith("hello");
    assertOne(
        session.on(folder.resolve("no/x.db"), "search", "fractions"), 3, "there is no folder");
  }

  @Test
  void ofAnArchiveThatIsMissing() {
    fails(3, "no archive there", "list");
    fails(3, "no archive there", "show", "abcd");
    fails(3, "no archive there", "search", "fractions", "--resume");
  }

  @Test
  void ofAnIdThatNothingHas() {
    Path db = folder.resolve("y.db");
    session.on(db, "search", "fractions", "--evaluations", "100", "--islands", "1");
    assertOne(session.on(db, "show", "ffff0000ffff"), 3, "no entry has an id that starts with");
    assertOne(session.on(db, "show", "xyz"), 3, "is not an id");
    assertOne(session.on(db, "search", "fractions", "--resume", "0000"), 3, "no campaign");
    assertOne(session.on(db, "search", "fractions", "--resume"), 3, "no unfinished campaign");
    assertOne(session.on(db, "list", "--status", "good"), 2, "allowed is lead, result, refuted");
    assertOne(session.on(db, "list", "--max", "bits=many"), 2, "option --max bits=many");
    assertOne(session.on(db, "list", "--max", "bits=1", "--min", "bits=2"), 2, "option --min");
    assertOne(session.on(db, "list", "--limit", "0"), 2, "option --limit \"0\"");
  }

  @Test
  void defectsAreOneLineUnlessDebugging() {
    assertThat(Failures.code(new OutOfMemoryError())).isEqualTo(ExitCode.INTERNAL);
    java.io.StringWriter brief = new java.io.StringWriter();
    int code =
        Failures.report(new IllegalStateException("a\nb"), false, new java.io.PrintWriter(brief));
    assertThat(code).isEqualTo(ExitCode.INTERNAL);
    assertThat(brief.toString().lines()).singleElement().asString().contains("a b", "--debug");
    java.io.StringWriter full = new java.io.StringWriter();
    Failures.report(new IllegalStateException("a"), true, new java.io.PrintWriter(full));
    assertThat(full.toString()).contains("BadInputTest.defectsAreOneLineUnlessDebugging");
  }
}
