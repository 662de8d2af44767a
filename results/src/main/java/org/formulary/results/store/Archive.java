package org.formulary.results.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.formulary.results.RuntimeInfo;
import org.formulary.results.store.Database.Settings;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.ParetoFront;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.CampaignSpecJson;
import org.formulary.search.campaign.CheckpointStore;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification;

/**
 * The archive: campaigns, entries, certificates and checkpoints in one SQLite file.
 *
 * <p>Every writing call is one transaction, synced to the disk when it returns. Entries are never
 * changed but for their status, certificates are only appended. Several processes may read and
 * write the same file; a writer waits up to ten seconds for another. Safe for use by several
 * threads. Whatever goes wrong is an {@link ArchiveException} with a message of one line.
 */
public final class Archive implements ArchiveSink, CheckpointStore, AutoCloseable {
  private final Database database;
  private final RuntimeInfo runtime;

  private Archive(Database database, RuntimeInfo runtime) {
    this.database = database;
    this.runtime = runtime;
  }

  /** Opens an archive for reading and writing; creates it if there is no file, or an empty one. */
  public static Archive open(Path file) {
    return open(file, RuntimeInfo.current());
  }

  /**
   * As {@link #open(Path)}.
   *
   * @param runtime what the records of this session state as their origin
   */
  public static Archive open(Path file, RuntimeInfo runtime) {
    return open(file, runtime, Settings.DEFAULT);
  }

  static Archive open(Path file, RuntimeInfo runtime, Settings settings) {
    Schema.prepare(file, settings);
    return new Archive(Database.connect(file, false, settings), runtime);
  }

  /** Opens an archive that exists, for reading and writing. Never creates a file. */
  public static Archive openExisting(Path file) {
    Schema.requireExisting(file);
    return open(file);
  }

  /** Opens an archive that exists and has the current schema. Never changes it. */
  public static Archive openReadOnly(Path file) {
    Schema.requireCurrent(file, Settings.DEFAULT);
    return new Archive(Database.connect(file, true, Settings.DEFAULT), RuntimeInfo.current());
  }

  @Override
  public void problem(ProblemId problem, List<Objective> objectives) {
    database.write(sql -> ObjectiveTable.save(sql, problem, objectives));
  }

  @Override
  public void campaign(CampaignRecord campaign) {
    database.write(sql -> CampaignTable.save(sql, campaign, runtime));
  }

  @Override
  public void add(List<Entry> entries) {
    database.write(sql -> EntryTable.add(sql, entries, runtime, Instant.now()));
  }

  @Override
  public void attest(EntryId entry, Verification verification) {
    database.write(
        sql -> AttestationTable.append(sql, entry, verification, runtime, Instant.now()));
  }

  @Override
  public void save(String campaign, long epoch, String state) {
    database.write(sql -> CheckpointTable.save(sql, campaign, epoch, state));
  }

  @Override
  public List<String> load(String campaign) {
    return database.read(sql -> CheckpointTable.load(sql, campaign));
  }

  /** All campaigns, the one submitted last first. */
  public List<StoredCampaign> campaigns() {
    return database.read(CampaignTable::all);
  }

  /** The one campaign whose id starts with these hexadecimal digits, at least four. */
  public StoredCampaign campaign(String idPrefix) {
    return database.read(sql -> CampaignTable.find(sql, idPrefix));
  }

  /** The campaign of exactly this specification that was submitted last and is not finished. */
  public Optional<StoredCampaign> lastUnfinished(CampaignSpec spec) {
    String text = CampaignSpecJson.print(spec);
    return database.read(sql -> CampaignTable.lastUnfinished(sql, text));
  }

  /** The one entry whose id starts with these hexadecimal digits, at least four. */
  public StoredEntry entry(String idPrefix) {
    return database.read(
        sql -> {
          EntryId id = new EntryId(IdPrefix.resolve(sql, "entry", idPrefix));
          return EntryQuery.of(id).run(sql).getFirst();
        });
  }

  /** The entries a filter lets through, in its order. */
  public List<StoredEntry> entries(EntryFilter filter) {
    EntryQuery query = EntryQuery.of(filter);
    return database.read(query::run);
  }

  /**
   * The non-dominated entries a campaign found, refuted ones left out, problem by problem, each
   * front sorted as by {@link ParetoFront}.
   *
   * @param campaign its full id
   */
  public List<StoredEntry> front(String campaign) {
    EntryFilter found =
        EntryFilter.ALL.withCampaign(campaign).withStatus(Status.LEAD, Status.RESULT);
    Map<ProblemId, List<StoredEntry>> byProblem = new LinkedHashMap<>();
    for (StoredEntry e : entries(found)) {
      byProblem.computeIfAbsent(e.entry().problem(), p -> new ArrayList<>()).add(e);
    }
    return byProblem.values().stream()
        .flatMap(
            group ->
                ParetoFront.of(
                    group,
                    e -> e.entry().scores(),
                    e -> e.entry().id(),
                    group.getFirst().objectives())
                    .stream())
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
