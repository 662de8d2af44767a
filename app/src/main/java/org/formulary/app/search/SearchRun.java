package org.formulary.app.search;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.formulary.app.Environment;
import org.formulary.app.ExitCode;
import org.formulary.app.Failure;
import org.formulary.app.Interruption;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.ProgressLine;
import org.formulary.app.text.Shell;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.results.store.Status;
import org.formulary.results.store.StoredCampaign;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.ParetoFront;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CampaignRecord.State;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;

/** Runs one campaign, new or resumed, and reports. */
public final class SearchRun {
  private final Environment environment;
  private final Domain domain;
  private final SearchSettings settings;
  private final ProgressLine line;
  private boolean announced;
  private List<StoredEntry> found = List.of();

  public SearchRun(Environment environment, Domain domain, SearchSettings settings) {
    this.environment = environment;
    this.domain = domain;
    this.settings = settings;
    this.line =
        new ProgressLine(
            environment.err(),
            environment.terminal().err(),
            environment.terminal().columns(),
            System::nanoTime);
  }

  /** Runs to the end or to an interruption; the exit code. */
  public int run() {
    requireUsable(settings.db());
    Optional<CampaignRecord> resumed = settings.resume().map(this::find);
    CampaignSpec spec = resumed.map(CampaignRecord::spec).orElse(settings.spec());
    CampaignRecord before =
        resumed.orElseGet(
            () ->
                new CampaignRecord(newId(), spec, State.RUNNING, Instant.now(), Duration.ZERO, 0));
    long start = System.nanoTime();
    Problem<?> problem = problem(before);
    try (Archive archive = Archive.open(settings.db());
        LocalRunner runner = new LocalRunner(settings.threads())) {
      SearchMonitor monitor = new SearchMonitor(before, problem, line, environment.interrupted());
      Campaign.Ports ports =
          new Campaign.Ports(
              archive, archive, runner, settings.threads(), monitor, System::nanoTime);
      Campaign<?> campaign = campaign(before, resumed.isPresent(), problem, ports);
      Duration startUp = Duration.ofNanos(System.nanoTime() - start);
      line.phase();
      CampaignRecord after;
      try (Ticker _ = new Ticker(monitor::tick)) {
        after = campaign.run();
      } catch (RuntimeException | Error e) {
        recordInterruption(archive, before.id(), e);
        throw e;
      }
      if (after.state() != State.FINISHED) {
        return interrupted(after);
      }
      report(archive, after, problem);
      line.print("start-up " + Numbers.time(startUp) + ", " + monitor.timing());
      Optional<String> objection = monitor.objection();
      objection.ifPresent(line::print);
      return objection.isPresent() ? ExitCode.NOT_VERIFIED : ExitCode.OK;
    } finally {
      line.clear();
    }
  }

  /** The front, after {@link #run} to the end. */
  List<StoredEntry> found() {
    return found;
  }

  /** A campaign that failed can be resumed; what fails here as well does not hide the failure. */
  private static void recordInterruption(Archive archive, String id, Throwable failure) {
    try {
      CampaignRecord last = archive.campaign(id).record();
      archive.campaign(
          new CampaignRecord(
              id,
              last.spec(),
              State.INTERRUPTED,
              last.submitted(),
              last.searched(),
              last.evaluations()));
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** A file that is no archive should not come to light after the start-up. */
  private static void requireUsable(Path db) {
    if (Files.exists(db)) {
      Archive.open(db).close();
    } else if (!Files.isDirectory(db.toAbsolutePath().getParent())) {
      throw Failure.archive(
          db + ": there is no folder " + db.toAbsolutePath().getParent() + "; create it first");
    }
  }

  private CampaignRecord find(String prefix) {
    if (!Files.exists(settings.db())) {
      throw Failure.archive(settings.db() + ": no archive there, so nothing to resume");
    }
    try (Archive archive = Archive.openExisting(settings.db())) {
      if (prefix.isEmpty()) {
        return archive
            .lastUnfinished(settings.spec())
            .map(StoredCampaign::record)
            .orElseThrow(
                () ->
                    Failure.archive(
                        settings.db()
                            + ": no unfinished campaign has exactly these options; give its id, see"
                            + " 'formulary list --campaigns'"));
      }
      CampaignRecord record = archive.campaign(prefix).record();
      if (!record.spec().problem().domain().equals(domain.name())) {
        throw Failure.badInput(
            "option --resume: campaign %s is of domain %s, not %s"
                .formatted(prefix, record.spec().problem().domain(), domain.name()));
      }
      if (record.state() == State.FINISHED) {
        throw Failure.archive(
            "campaign %s is finished: see 'formulary list --campaign %s'"
                .formatted(Findings.shortId(record.id()), Findings.shortId(record.id())));
      }
      settings.requireAgreement(record.spec(), domain.schema());
      return record;
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private Problem<?> problem(CampaignRecord campaign) {
    Set<String> notes = Collections.synchronizedSet(new LinkedHashSet<>());
    Problem<?> problem =
        domain.problem(
            campaign.spec().problem(),
            Interruption.progress(
                environment.interrupted(),
                (what, done, total) -> {
                  if (done == 0 && total == 0) {
                    notes.add(what);
                  }
                  line.update(
                      () -> {
                        announce(campaign);
                        return what + " " + done + (total > 0 ? " of " + total : "");
                      });
                }));
    requireStarts(problem, campaign.spec().startFrom());
    announce(campaign);
    line.print("problem   " + problem.id().text());
    notes.forEach(note -> line.print("note      " + note));
    return problem;
  }

  private static void requireStarts(Problem<?> problem, List<String> startFrom) {
    for (String program : startFrom) {
      try {
        problem.notation().parse(program);
      } catch (InvalidSpecException e) {
        String reason = e.getMessage().replaceFirst("^" + Pattern.quote(e.key()) + ":? *", "");
        throw new InvalidSpecException(EngineOptions.SEED_FROM, reason);
      }
    }
  }

  /** What runs and how to run it again; once, and not before the options were found to be good. */
  private synchronized void announce(CampaignRecord campaign) {
    if (announced) {
      return;
    }
    announced = true;
    CampaignSpec spec = campaign.spec();
    line.print(
        "campaign  %s: seed %d, %d islands, %d threads, %s"
            .formatted(
                Findings.shortId(campaign.id()),
                spec.seed(),
                spec.islands(),
                settings.threads(),
                Budgets.describe(spec.budget())));
    line.print("repeat    " + command(SearchSettings.words(spec, settings.db())));
  }

  private String command(List<String> words) {
    List<String> all = new ArrayList<>(List.of(environment.command()));
    all.addAll(words);
    return Shell.line(all);
  }

  private static <P> Campaign<P> campaign(
      CampaignRecord record, boolean resume, Problem<P> problem, Campaign.Ports ports) {
    return resume
        ? Campaign.resume(record, problem, ports)
        : Campaign.start(record.id(), record.spec(), problem, ports, record.submitted());
  }

  private int interrupted(CampaignRecord campaign) {
    List<String> words =
        new ArrayList<>(
            List.of("search", domain.name(), "--resume=" + Findings.shortId(campaign.id())));
    words.addAll(SearchSettings.database(settings.db()));
    line.print(
        "interrupted after "
            + Numbers.time(campaign.searched())
            + " of search; what was found is kept. Go on with");
    line.print("  " + command(words));
    return ExitCode.INTERRUPTED;
  }

  /**
   * The front, or all where every niche counts, of the entries that were looked at by a proof and
   * not refuted.
   */
  private static List<StoredEntry> front(Archive archive, String campaign, Problem<?> problem) {
    List<StoredEntry> attested =
        archive
            .entries(EntryFilter.ALL.withCampaign(campaign).withStatus(Status.RESULT, Status.LEAD))
            .stream()
            .filter(e -> !e.attestations().isEmpty())
            .toList();
    return ParetoFront.reported(problem, attested, e -> e.entry().scores(), e -> e.entry().id());
  }

  private void report(Archive archive, CampaignRecord campaign, Problem<?> problem) {
    List<StoredEntry> front = front(archive, campaign.id(), problem);
    found = front;
    PrintWriter out = environment.out();
    Families families = problem.everyNicheCounts() ? families(problem, front) : Families.NONE;
    if (settings.json()) {
      line.clear();
      out.println(FrontJson.print(campaign.id(), front, families));
      out.flush();
      return;
    }
    line.update(() -> "classical baselines");
    FrontReport report =
        Interruption.await(
            environment.interrupted(), () -> new FrontReport(problem, front, families));
    List<String> lines = report.lines(environment.terminal().columns());
    line.clear();
    out.println();
    lines.forEach(out::println);
    out.println();
    report.summary().ifPresent(out::println);
    report
        .best()
        .ifPresent(
            e -> {
              String id = Findings.shortId(e.entry().id().hex());
              List<String> db = SearchSettings.database(settings.db());
              out.println("next: " + command(concat(List.of("show", id), db)));
              problem.presentation().formats().stream()
                  .findFirst()
                  .ifPresent(
                      f ->
                          out.println(
                              "      "
                                  + command(concat(List.of("export", id, "--format", f), db))));
            });
    out.flush();
  }

  private Families families(Problem<?> problem, List<StoredEntry> front) {
    return Families.of(
        problem,
        front,
        Interruption.progress(
            environment.interrupted(),
            (what, done, total) -> line.update(() -> what + " " + done + " of " + total)));
  }

  private static List<String> concat(List<String> a, List<String> b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
