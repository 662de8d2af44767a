package org.formulary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.formulary.app.CommandLineSession.Result;
import org.formulary.app.Environment.Terminal;
import org.formulary.continuedfractions.ContinuedFractionDomain;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.results.store.Status;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.campaign.CampaignRecord.State;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a search to exports, as a user goes. */
class SessionTest {
  private static final String[] SEARCH = {
    "search", "fractions", "--number", "0.3", "--evaluations", "2000", "--islands", "2"
  };

  @TempDir private Path folder;

  private final CommandLineSession session = CommandLineSession.toy();

  private Path db() {
    return folder.resolve("a b.db");
  }

  private static String[] with(String[] arguments, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  void endsWithTheFrontBesideBaselinesAndTheNextCommands() {
    Result r = session.on(db(), SEARCH);
    assertThat(r.code()).isZero();
    // 0.3 is a binary64 a little below 3/10, so that 1/2 is a little further off than 0.2: a bound
    // is rounded up.
    assertThat(r.out())
        .containsPattern("bits +max distance +certificate +best classical +max distance +factor")
        .containsPattern("1 +≤ 2.0001e-01 +proved +zero always +3.0000e-01 +1.50")
        .containsPattern("2 +≤ 5.0000e-02 +proved +zero always +3.0000e-01 +6.00")
        .contains(
            "beats the best classical solution (of 1) in 3 of 3 rows, by a factor of up to 24.0")
        .contains("next: ./formulary show ", "--format text '--db=" + db() + "'");
    assertThat(r.err())
        .contains("seed 1, 2 islands, 2 threads, 2,000 evaluations per island")
        .contains("./formulary search fractions --number=0.3 --evaluations=2000 --seed=1")
        .contains("problem   fractions number=0.3")
        .containsPattern(
            "verified [0-9a-f]{10} 2 bits: max distance ≤ 5.0000e-02 \\(proved, 0.00 s\\)")
        .containsPattern("start-up .* s, search .* evaluations.*, proofs .* s \\(\\d\\)");
  }

  @Test
  void partsAreSearchedOneAfterTheOtherAndPutTogether() {
    String[] search = SEARCH.clone();
    search[3] = "0.3,0.625";
    Result r = session.on(db(), search);
    assertThat(r.code()).isZero();
    assertThat(r.err())
        .contains("problem   fractions number=0.3", "problem   fractions number=0.625");
    String all = r.out().substring(r.out().indexOf("all 2 pieces, each with at most so many:"));
    assertThat(all)
        .containsPattern("bits +max distance on each piece +ids, piece by piece")
        .containsPattern("1 +≤ 2.0001e-01 +[0-9a-f]{10} [0-9a-f]{10}")
        .containsPattern("3 +≤ 5.0000e-02 +[0-9a-f]{10} [0-9a-f]{10}");
    assertThat(session.on(db(), with(search, "--json")).out().lines()).hasSize(2);
    search[3] = "0.3,7";
    assertThat(session.on(db(), search).code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void namesWhatWasRefutedOrNotShown() {
    Result refuted = session.on(db(), with(SEARCH, "--shift", "1.1"));
    assertThat(refuted.err())
        .containsPattern("(?m)^refuted [0-9a-f]{10} 1 bits?: refuted: 3/2\\^1 is above 1")
        .containsPattern(
            "(?m)^not all verified: of \\d entries of the front \\d refuted, 0 neither")
        .doesNotContainPattern("(?m)^verified");
    assertThat(refuted.code()).isEqualTo(ExitCode.NOT_VERIFIED);
    Result incomplete = session.on(db(), with(SEARCH, "--shift", "-0.8"));
    assertThat(incomplete.err())
        .containsPattern("(?m)^not verified [0-9a-f]{10} 1 bits?: .*-1/2\\^1 is below 0")
        .containsPattern(
            "(?m)^not all verified: of \\d entries of the front 0 refuted, \\d neither")
        .doesNotContainPattern("(?m)^verified");
    assertThat(incomplete.code()).isEqualTo(ExitCode.NOT_VERIFIED);
    assertThat(incomplete.out()).containsPattern("1 +≈ .*not verified");
  }

  @Test
  void anErrorIsOneLineAndTheCampaignCanBeResumed() {
    Result r =
        session.on(
            db(),
            "search",
            "fractions",
            "--shift",
            "-1.8",
            "--evaluations",
            "20000"); // so far from its start the number is reached late
    assertThat(r.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(r.errorLines().getLast())
        .startsWith("formulary: internal error: ")
        .contains("LinkageError: no method for this");
    assertThat(r.err()).doesNotContain("\tat ");
    try (Archive archive = Archive.openReadOnly(db())) {
      assertThat(archive.campaigns().getFirst().record().state()).isEqualTo(State.INTERRUPTED);
    }
  }

  @Test
  void stopsOutsideTheSearchToo() {
    session.on(db(), SEARCH);
    CommandLineSession stopping = CommandLineSession.toy().interruptedWhen(() -> true);
    for (Result r :
        List.of(
            stopping.on(db(), SEARCH),
            stopping.on(db(), "verify", idOf("1/2^2")),
            stopping.run("verify", "--program", "1/2^2"))) {
      assertThat(r.code()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(r.errorLines()).singleElement().asString().contains("interrupted");
      assertThat(r.out()).isEmpty();
    }
  }

  @Test
  void printsOneJsonObjectAndNothingElse() {
    Result r = session.on(db(), with(SEARCH, "--json"));
    assertThat(r.out().lines()).hasSize(1);
    JsonNode json = JsonMapper.builder().build().readTree(r.out());
    assertThat(json.propertyNames()).containsExactly("campaign", "front");
    JsonNode entry = json.get("front").get(json.get("front").size() - 1);
    assertThat(entry.get("id").asString()).matches("[0-9a-f]{32}");
    assertThat(entry.get("bits").isIntegralNumber()).isTrue();
    assertThat(entry.get("bits").asInt()).isEqualTo(1);
    assertThat(entry.get("maxDistance").asDouble())
        .isEqualTo(0.2, org.assertj.core.data.Offset.offset(1e-15));
    assertThat(entry.get("program").asString()).isEqualTo("1/2^1");
    assertThat(entry.get("verified").asBoolean()).isTrue();
  }

  @Test
  void relatesEntries() throws IOException {
    session.on(db(), SEARCH);
    String half = idOf("1/2^1");
    String quarter = idOf("1/2^2");
    Result all = session.on(db(), "relate", half);
    assertThat(all.code()).isZero();
    assertThat(all.out()).contains("\n    the point moves by 1\n").contains("related to 1 of ");
    Result two = session.on(db(), "relate", half, quarter);
    assertThat(two.out().lines()).hasSize(4).endsWith("related to 1 of 1 others compared");
    assertThat(session.on(db(), "relate", "ffff0").code()).isEqualTo(ExitCode.ARCHIVE);
  }

  @Test
  void reportsFamiliesOfClasses() {
    CommandLineSession fractions = new CommandLineSession(new ContinuedFractionDomain());
    String[] search = {
      "search",
      "continued-fraction",
      "--strategy",
      "mitm",
      "--constant",
      "pi",
      "--box",
      "4,3",
      "--degrees",
      "1,2"
    };
    Result r = fractions.on(db(), search);
    assertThat(r.code()).isZero();
    assertThat(r.out()).containsPattern("family +program").containsPattern("rows in [23] families");
    Result json = fractions.on(db(), with(search, "--json"));
    assertThat(json.out()).contains("\"family\":\"");
  }

  @Test
  void listsShowsExportsAndVerifiesWhatWasFound() throws IOException {
    session.on(db(), SEARCH);
    Result list = session.on(db(), "list", "--status", "result", "--max", "bits=2");
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("fractions number=0.3 r1", "1/2^2").doesNotContain("/2^5");
    String id = idOf("1/2^2");
    Result show = session.on(db(), "show", id.substring(0, 8));
    assertThat(show.code()).isZero();
    assertThat(show.out())
        .containsPattern("entry +" + id)
        .containsPattern("status +result")
        .containsPattern("program +0.25")
        .containsPattern("notation +1/2\\^2")
        .containsPattern("claim +the distance is exactly 0.04999")
        .containsPattern("arithmetic used +decimal")
        .containsPattern("parity +odd")
        .containsPattern("repeat +./formulary search fractions --number=0.3 --evaluations=2000");
    assertThat(session.on(db(), "export", id, "--format", "text").out()).isEqualTo("text 1/2^2\n");
    Result verify = session.on(db(), "verify", id);
    assertThat(verify.code()).isZero();
    assertThat(verify.out())
        .containsPattern("before +max distance ≤ 5.0")
        .containsPattern("now +max distance ≤ 5.0");
    try (Archive archive = Archive.openReadOnly(db())) {
      assertThat(archive.entry(id).attestations()).hasSize(2);
    }
    assertThat(session.on(db(), "list", "--json").out())
        .startsWith("{\"schema\":\"formulary-entries-1\"");
    assertThat(session.on(db(), "list", "--csv").out()).startsWith("schema,id,domain");
    assertThat(session.on(db(), "list", "--campaigns").out())
        .containsPattern("finished .*2,000 evaluations per island");
  }

  private String idOf(String notation) {
    return EntryId.of(new ProblemId("fractions number=0.3", 1), notation).hex();
  }

  @Test
  void exportsToAFileButNeverOverAnother() throws IOException {
    session.on(db(), SEARCH);
    Path file = folder.resolve("out.txt");
    String[] export = {"export", idOf("1/2^2"), "--format", "text", "--output", file.toString()};
    assertThat(session.on(db(), export).code()).isZero();
    Files.writeString(file, "mine");
    Result again = session.on(db(), export);
    assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.errorLines()).singleElement().asString().contains("exists already", "--force");
    assertThat(file).hasContent("mine");
    assertThat(session.on(db(), with(export, "--force")).code()).isZero();
    assertThat(file).hasContent("text 1/2^2");
  }

  @Test
  void anInterruptedAndResumedSearchEqualsAnUninterruptedOne() {
    Path whole = folder.resolve("whole.db");
    session.on(whole, SEARCH);
    AtomicInteger asked = new AtomicInteger();
    Result stopped =
        CommandLineSession.toy()
            .interruptedWhen(() -> asked.getAndIncrement() > 1)
            .on(db(), SEARCH);
    assertThat(stopped.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(stopped.err())
        .contains("what was found is kept", "./formulary search fractions --resume=");
    Result resumed = session.on(db(), with(SEARCH, "--resume"));
    assertThat(resumed.code()).isZero();
    assertThat(found(db())).isEqualTo(found(whole));
    try (Archive archive = Archive.openReadOnly(db())) {
      assertThat(archive.campaigns()).hasSize(1);
      assertThat(archive.campaigns().getFirst().record().state()).isEqualTo(State.FINISHED);
    }
  }

  private record Found(String notation, Scores scores, long generation, Status status) {}

  private static List<Found> found(Path file) {
    try (Archive archive = Archive.openReadOnly(file)) {
      return archive.entries(EntryFilter.ALL).stream().map(SessionTest::found).toList();
    }
  }

  private static Found found(StoredEntry stored) {
    Entry e = stored.entry();
    return new Found(e.notation(), e.scores(), e.provenance().generation(), stored.status());
  }

  @Test
  void resumesByIdWithTheRecordedOptionsAndRefusesOthers() {
    AtomicInteger asked = new AtomicInteger();
    CommandLineSession.toy().interruptedWhen(() -> asked.getAndIncrement() > 1).on(db(), SEARCH);
    String id;
    try (Archive archive = Archive.openReadOnly(db())) {
      id = archive.campaigns().getFirst().record().id();
    }
    Result other = session.on(db(), "search", "fractions", "--resume", id, "--seed", "2");
    assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(other.errorLines())
        .singleElement()
        .asString()
        .contains("option --seed \"2\"", "has 1");
    Result number = session.on(db(), "search", "fractions", "--resume", id, "--number", "0.5");
    assertThat(number.errorLines()).singleElement().asString().contains("option --number \"0.5\"");
    Result shift = session.on(db(), "search", "fractions", "--resume", id, "--shift", "0.5");
    assertThat(shift.errorLines()).singleElement().asString().contains("--shift \"0.5\"", "has 0;");
    Result resumed =
        session.on(db(), "search", "fractions", "--resume", id.substring(0, 6), "--shift", "0");
    assertThat(resumed.code()).isZero();
    Result again = session.on(db(), "search", "fractions", "--resume", id);
    assertThat(again.code()).isEqualTo(ExitCode.ARCHIVE);
    assertThat(again.errorLines()).singleElement().asString().contains("is finished");
  }

  @Test
  void readsACampaignFileThatTheCommandLineOverrides() throws IOException {
    Path file = folder.resolve("c.yaml");
    Files.writeString(
        file,
        """
        domain: fractions
        number: 0.25
        evaluations: 1000
        islands: 1
        seed: 7
        seed-from: ["1/2^2"]
        """);
    session.on(db(), "search", "fractions", "--campaign", file.toString(), "--seed", "8");
    try (Archive archive = Archive.openReadOnly(db())) {
      var spec = archive.campaigns().getFirst().record().spec();
      assertThat(spec.seed()).isEqualTo(8);
      assertThat(spec.islands()).isEqualTo(1);
      assertThat(spec.startFrom()).containsExactly("1/2^2");
      assertThat(spec.problem().option("number")).contains("0.25");
    }
  }

  @Test
  void verifiesAUsersOwnProgram() {
    Result good = session.run("verify", "--program", "3/2^3", "--number", "0.3");
    assertThat(good.code()).isZero();
    assertThat(good.out()).contains("max distance ≤ 7.5001e-02 (proved");
    Result bad = session.run("verify", "--program", "9/2^3", "--number", "0.3");
    assertThat(bad.code()).isEqualTo(ExitCode.NOT_VERIFIED);
    assertThat(bad.out()).contains("refuted: 9/2^3 is above 1");
  }

  @Test
  void onATerminalOneLineIsWrittenOver() {
    Result r =
        CommandLineSession.toy()
            .on(new Terminal(true, true, 60))
            .on(db(), "search", "fractions", "--time", "400ms", "--threads", "1");
    assertThat(r.code()).isZero();
    assertThat(r.err()).contains("\r\u001b[K");
    assertThat(r.out()).doesNotContain("\r");
    List<String> live = List.of(r.err().split("\r\u001b\\[K|\n"));
    assertThat(live.stream().filter(l -> l.contains(" of 0.4s")))
        .isNotEmpty()
        .allMatch(l -> l.length() < 60);
  }
}
