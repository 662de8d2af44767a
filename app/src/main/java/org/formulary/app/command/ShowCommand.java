package org.formulary.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.formulary.app.Environment;
import org.formulary.app.search.SearchSettings;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.Readable;
import org.formulary.app.text.Shell;
import org.formulary.results.RuntimeInfo;
import org.formulary.results.store.Archive;
import org.formulary.results.store.StoredAttestation;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code formulary show}. */
@Command(name = "show", description = "Show all that is known of an entry.")
public final class ShowCommand implements Runnable {
  private final Environment environment;

  @Mixin private ArchiveOption archive;

  @Parameters(paramLabel = "ID", description = "the first digits of an id, four or more")
  private String id;

  public ShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    try (Archive open = Archive.openReadOnly(archive.file)) {
      StoredEntry stored = open.entry(id);
      Problem<?> problem = Problems.of(environment, open, stored);
      program(stored, problem);
      stored.attestations().forEach(a -> certificate(a, stored.objectives().getFirst()));
      section("Attributes");
      Readable.attributes(problem, stored.entry().notation())
          .forEach((name, value) -> field(Numbers.words(name), value));
      provenance(stored, SearchSettings.words(Problems.spec(open, stored), archive.file));
      next(stored, problem);
    }
  }

  private void program(StoredEntry stored, Problem<?> problem) {
    String notation = stored.entry().notation();
    field("entry", stored.entry().id().hex());
    field("status", Numbers.words(stored.status().name()).replace(" ", ""));
    field("problem", stored.entry().problem().toString());
    field("program", Readable.formula(problem, notation));
    field("notation", notation);
    field("latex", Readable.latex(problem, notation).strip());
    section("Objectives, as evaluated");
    for (int i = 0; i < stored.objectives().size(); i++) {
      Objective o = stored.objectives().get(i);
      String unit = o.unit().isEmpty() || o.unit().equals(o.name()) ? "" : " " + o.unit();
      field(Numbers.words(o.name()), Numbers.of(stored.entry().scores().get(i)) + unit);
    }
  }

  private void certificate(StoredAttestation a, Objective objective) {
    Verification v = a.verification();
    section("Certificate of " + a.at());
    field("outcome", Findings.outcome(v.outcome()));
    field("claim", v.claim());
    v.bound().ifPresent(b -> field("bound", Numbers.bound(b, objective) + " (" + b + ")"));
    field("method", v.method());
    v.facts().forEach((name, value) -> field(Numbers.words(name), value));
    field("time", Numbers.time(v.time()));
    runtime(a.runtime());
  }

  private void provenance(StoredEntry stored, List<String> repeat) {
    Provenance from = stored.entry().provenance();
    section("Provenance");
    field("campaign", from.campaign());
    field("seed", Long.toString(from.seed()));
    if (from.island() < 0) {
      field("unit of the sweep", Long.toString(from.generation()));
    } else {
      field("island", Integer.toString(from.island()));
      field("generation", Long.toString(from.generation()));
    }
    field("parents", from.parents().stream().map(EntryId::hex).collect(Collectors.joining(" ")));
    field("found", stored.foundAt().toString());
    runtime(stored.runtime());
    field("repeat", command(repeat));
  }

  private void runtime(RuntimeInfo info) {
    field("computed by", "formulary " + info.toolVersion() + "; " + info.jdk());
    field("on", info.machine());
  }

  private void next(StoredEntry stored, Problem<?> problem) {
    String shortId = Findings.shortId(stored.entry().id().hex());
    List<String> words =
        new ArrayList<>(
            List.of("export", shortId, "--format", problem.presentation().formats().getFirst()));
    words.addAll(SearchSettings.database(archive.file));
    section("Next");
    environment.out().println("  " + command(words));
  }

  private String command(List<String> words) {
    return environment.command() + " " + Shell.line(words);
  }

  private void section(String title) {
    environment.out().println();
    environment.out().println(title);
  }

  private void field(String name, String value) {
    PrintWriter out = environment.out();
    out.println("  %-22s %s".formatted(name, value.replace("\n", "\n" + " ".repeat(25))));
  }
}
