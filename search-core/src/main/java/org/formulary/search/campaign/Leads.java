package org.formulary.search.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.ParetoFront;
import org.formulary.search.archive.Provenance;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Verification;
import org.formulary.search.island.Lead;

/** The best lead of each niche, as archived, and their verification. */
final class Leads<P> {
  /** Evaluation sees finitely many points; a verified bound may lie this much above its score. */
  private static final double SCORE_TOLERANCE = 1.05;

  private final CampaignRecord campaign;
  private final Problem<P> problem;
  private final Campaign.Ports ports;
  private final SortedMap<Integer, Lead<P>> archived = new TreeMap<>();

  Leads(CampaignRecord campaign, Problem<P> problem, Campaign.Ports ports) {
    this.campaign = campaign;
    this.problem = problem;
    this.ports = ports;
  }

  /** The leads, by niche. */
  List<Lead<P>> all() {
    return List.copyOf(archived.values());
  }

  /** Sets what {@link #all} gave. */
  void restore(List<Lead<P>> before) {
    before.forEach(lead -> archived.put(lead.niche(), lead));
  }

  /** Archives those that are better than what is archived of their niche, in their order. */
  void offer(List<Lead<P>> found) {
    List<Entry> fresh = new ArrayList<>();
    for (Lead<P> lead : found) {
      Lead<P> known = archived.get(lead.niche());
      if (known == null || lead.clearlyBetter(known)) {
        archived.put(lead.niche(), lead);
        fresh.add(entry(lead));
      }
    }
    if (!fresh.isEmpty()) {
      ports.archive().add(fresh);
      fresh.forEach(ports.monitor()::archived);
    }
  }

  /** Offers what the leads can be rewritten to. */
  void shorten() {
    for (Lead<P> lead : all()) {
      problem
          .shortened(lead.candidate())
          .map(problem::refine)
          .ifPresent(
              e -> {
                if (e instanceof Evaluation.Scored<P>(P candidate, Scores scores, var _)) {
                  offer(List.of(lead.rewritten(candidate, scores, niche(candidate))));
                }
              });
    }
  }

  private int niche(P candidate) {
    return problem.strategy().candidates().niche(candidate);
  }

  private Entry entry(Lead<P> lead) {
    List<EntryId> parents =
        lead.parent()
            .map(p -> EntryId.of(problem.id(), problem.notation().print(p)))
            .map(List::of)
            .orElse(List.of());
    CampaignSpec spec = campaign.spec();
    return Entry.of(
        spec.problem().domain(),
        problem.id(),
        problem.notation().print(lead.candidate()),
        lead.scores(),
        new Provenance(campaign.id(), spec.seed(), lead.island(), lead.generation(), parents));
  }

  /** The non-dominated leads, or all where every niche counts, best first. */
  List<Entry> front() {
    List<Entry> all = archived.values().stream().map(this::entry).toList();
    return ParetoFront.reported(problem, all, Entry::scores, Entry::id);
  }

  /**
   * Verifies until every entry of the front was looked at; what is refuted leaves the front.
   *
   * @return whether it came to the end
   */
  boolean verifyFront() {
    Set<EntryId> seen = new HashSet<>();
    Optional<Entry> next = front().stream().findFirst();
    while (next.isPresent()) {
      if (ports.monitor().stopRequested()) {
        return false;
      }
      Entry entry = next.get();
      ports.monitor().verifying(entry);
      Verification verification = verified(entry);
      if (ports.monitor().stopRequested() && !verification.confirms()) {
        return false; // cancelled, so it says nothing about the entry
      }
      ports.archive().attest(entry.id(), verification);
      ports.monitor().verified(entry, verification);
      seen.add(entry.id());
      if (verification.outcome() == Verification.Outcome.REFUTED) {
        archived.values().removeIf(lead -> entry(lead).id().equals(entry.id()));
      }
      next = front().stream().filter(e -> !seen.contains(e.id())).findFirst();
    }
    return true;
  }

  /** The certificate; a bound far above the score refutes the score. */
  private Verification verified(Entry entry) {
    Verification v =
        problem.verify(
            problem.notation().parse(entry.notation()),
            Progress.until(ports.monitor()::stopRequested));
    double score = entry.scores().get(0);
    double bound = v.bound().orElse(score);
    if (!v.confirms() || bound <= score * SCORE_TOLERANCE) {
      return v;
    }
    String claim = "the score %s is too good: %s".formatted(score, v.claim());
    return Verification.refuted(v.method(), claim, v.facts(), v.time());
  }
}
