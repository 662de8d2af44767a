package org.formulary.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.formulary.results.store.Samples.PROBLEM;
import static org.formulary.results.store.Samples.entry;
import static org.formulary.results.store.Samples.verification;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.results.store.Samples;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EntriesReportTest {
  private static final double ERROR = Math.nextUp(1.1e-9);
  private static final ProblemId OTHER = new ProblemId("zzz digits", 2);

  @TempDir Path folder;
  private Entry proved;
  private List<StoredEntry> entries;

  @BeforeEach
  void fill() {
    try (Archive archive = Archive.open(folder.resolve("a.db"), Samples.RUNTIME)) {
      Samples.prepare(archive, 1);
      archive.problem(OTHER, List.of(new Objective("digits", "", Direction.MAXIMIZE)));
      proved = entry(1, PROBLEM, "a, \"b\"\nc", ERROR, 7);
      archive.add(List.of(proved, entry(1, OTHER, "d", Double.POSITIVE_INFINITY)));
      archive.attest(proved.id(), verification(Outcome.PROVED, 1_500_000_000));
      archive.attest(proved.id(), verification(Outcome.INCOMPLETE, 1));
      entries = archive.entries(EntryFilter.ALL);
    }
  }

  @Test
  void jsonHoldsEverythingToTheBit() {
    StringWriter out = new StringWriter();
    EntriesJson.write(entries, out);
    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.path("schema").stringValue()).isEqualTo("formulary-entries-1");
    assertThat(json.path("entries").size()).isEqualTo(2);
    JsonNode first = json.path("entries").path(0);
    assertThat(first.path("id").stringValue()).isEqualTo(proved.id().hex());
    assertThat(first.path("notation").stringValue()).isEqualTo(proved.notation());
    assertThat(first.path("status").stringValue()).isEqualTo("RESULT");
    assertThat(first.path("scores").path(0).path("name").stringValue())
        .isEqualTo("maxRelativeError");
    assertThat(first.path("scores").path(0).path("value").doubleValue()).isEqualTo(ERROR);
    JsonNode provenance = first.path("provenance");
    assertThat(provenance.path("seed").longValue()).isEqualTo(proved.provenance().seed());
    assertThat(provenance.path("parents").size()).isEqualTo(2);
    assertThat(provenance.path("toolVersion").stringValue()).isEqualTo("0.0-test");
    JsonNode attestation = first.path("attestations").path(0);
    assertThat(attestation.path("bound").doubleValue()).isEqualTo(0x1.5798ee2308c3ap-30);
    assertThat(attestation.path("facts").path("quote").stringValue()).isEqualTo("\"\\\n");
    assertThat(attestation.path("seconds").doubleValue()).isEqualTo(1.5);
    assertThat(json.path("entries").path(1).path("scores").path(0).path("value").stringValue())
        .isEqualTo("Infinity");
  }

  @Test
  void emptyListIsStillADocument() throws IOException {
    StringWriter out = new StringWriter();
    EntriesJson.write(List.of(), out);
    assertThat(out).hasToString("{\"schema\":\"formulary-entries-1\",\"entries\":[]}\n");
    StringBuilder csv = new StringBuilder();
    EntriesCsv.write(List.of(), csv);
    assertThat(csv.toString().lines()).hasSize(1);
  }

  @Test
  void csvHasAColumnPerObjectiveAndQuotesWhatItMust() throws IOException {
    StringBuilder out = new StringBuilder();
    EntriesCsv.write(entries, out);
    String foundAt = entries.getFirst().foundAt().toString();
    String campaign = Samples.campaignId(1);
    String parents =
        String.join(" ", proved.provenance().parents().stream().map(p -> p.hex()).toList());
    String tail =
        campaign
            + ",-9223372036854775807,1,1099511627776,"
            + parents
            + ","
            + foundAt
            + ",0.0-test,Test JDK 25,\"TestOS, riscv64, 2 cpus\"\n";
    assertThat(out.toString())
        .isEqualTo(
            "schema,id,domain,problem,problemRevision,status,notation,"
                + "maxRelativeError,operations,digits,outcome,method,bound,"
                + "campaign,seed,island,generation,parents,foundAt,toolVersion,jdk,machine\n"
                + "formulary-entries-1,"
                + proved.id()
                + ",approximation,\"approximation target=exp2 interval=0,1 error=relative\",1,"
                + "RESULT,\"a, \"\"b\"\"\nc\","
                + ERROR
                + ",7.0,,PROVED,taylor-model bound with subdivision,"
                + 0x1.5798ee2308c3ap-30
                + ","
                + tail
                + "formulary-entries-1,"
                + entries.getLast().entry().id()
                + ",approximation,zzz digits,2,LEAD,d,,,Infinity,,,,"
                + tail);
  }
}
