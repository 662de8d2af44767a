package org.formulary.app.command;

import java.util.List;
import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.app.text.Findings;
import org.formulary.app.text.ProgressLine;
import org.formulary.app.text.Readable;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.results.store.Status;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code formulary relate}. */
@Command(
    name = "relate",
    description = {
      "Show how an entry arises from others, by steps that are proved;",
      "of one alone, from all results of its kind in the archive."
    })
public final class RelateCommand implements Runnable {
  private final Environment environment;

  @Mixin private ArchiveOption archive;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "the first digits of ids")
  private List<String> ids;

  public RelateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    try (Archive open = Archive.openReadOnly(archive.file)) {
      StoredEntry first = open.entry(ids.getFirst());
      List<StoredEntry> others =
          ids.size() == 1
              ? open.entries(
                  EntryFilter.ALL.withDomain(first.entry().domain()).withStatus(Status.RESULT))
              : ids.stream().skip(1).map(open::entry).toList();
      relate(Problems.of(environment, open, first), first, others);
    }
  }

  private <P> void relate(Problem<P> problem, StoredEntry first, List<StoredEntry> others) {
    P candidate = problem.notation().parse(first.entry().notation());
    List<StoredEntry> compared =
        others.stream()
            .filter(other -> !other.entry().id().equals(first.entry().id()))
            .filter(other -> isOfItsForm(problem, other))
            .toList();
    environment.out().println(name(problem, first));
    ProgressLine line = Problems.line(environment);
    Progress progress = Problems.progress(environment, line);
    int done = 0;
    int related = 0;
    try {
      for (StoredEntry other : compared) {
        progress.report("compared", ++done, compared.size());
        List<String> relation =
            problem.relation(candidate, problem.notation().parse(other.entry().notation()));
        if (!relation.isEmpty()) {
          related++;
          line.clear();
          environment.out().println("  " + name(problem, other));
          relation.forEach(step -> environment.out().println("    " + step));
        }
        if (progress.cancelled()) {
          break;
        }
      }
    } finally {
      line.clear();
    }
    environment.out().println("related to %d of %d others compared".formatted(related, done));
  }

  /** Throws {@link Failure} where an entry that was named cannot be compared. */
  private <P> boolean isOfItsForm(Problem<P> problem, StoredEntry other) {
    try {
      problem.notation().parse(other.entry().notation());
      return true;
    } catch (InvalidSpecException e) {
      if (ids.size() > 1) {
        throw Failure.badInput(
            "entry %s is of another form than %s: allowed are entries of one kind of search"
                .formatted(Findings.shortId(other.entry().id().hex()), ids.getFirst()));
      }
      return false;
    }
  }

  private String name(Problem<?> problem, StoredEntry e) {
    return Findings.shortId(e.entry().id().hex())
        + "  "
        + Readable.formula(problem, e.entry().notation());
  }
}
