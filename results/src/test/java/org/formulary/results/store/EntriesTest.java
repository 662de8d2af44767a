package org.formulary.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.formulary.results.store.Samples.PROBLEM;
import static org.formulary.results.store.Samples.campaignId;
import static org.formulary.results.store.Samples.entry;
import static org.formulary.results.store.Samples.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesTest {
  private static final ProblemId DIGITS = new ProblemId("digits 100% of=pi_2", 3);
  private static final List<Objective> DIGITS_OBJECTIVES =
      List.of(
          new Objective("digits", "decimal digits", Direction.MAXIMIZE),
          Objective.minimize("operations", "operations"));

  @TempDir Path folder;
  private Archive archive;
  private final List<StoredEntry> all = new ArrayList<>();

  @BeforeEach
  void fill() {
    archive = Archive.open(folder.resolve("a.db"), Samples.RUNTIME);
    Samples.prepare(archive, 3);
    archive.problem(DIGITS, DIGITS_OBJECTIVES);
    Random random = new Random(7);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      ProblemId problem = random.nextInt(3) == 0 ? DIGITS : PROBLEM;
      int campaign = 1 + random.nextInt(3);
      entries.add(entry(campaign, problem, "p" + i, random.nextInt(8), random.nextInt(8)));
    }
    archive.add(entries);
    for (Entry e : entries) {
      switch (random.nextInt(4)) {
        case 0 -> archive.attest(e.id(), verification(Outcome.PROVED, 1));
        case 1 -> archive.attest(e.id(), verification(Outcome.REFUTED, 2));
        default -> {}
      }
    }
    all.addAll(archive.entries(EntryFilter.ALL));
  }

  @AfterEach
  void close() {
    archive.close();
  }

  @Test
  void everyFilterAgreesWithItsMeaning() {
    assertThat(all).hasSize(120);
    check(EntryFilter.ALL.withDomain("approximation"), e -> true);
    check(EntryFilter.ALL.withDomain("approx"), e -> false);
    check(EntryFilter.ALL.withProblem("TARGET=exp2"), e -> e.entry().problem().equals(PROBLEM));
    check(EntryFilter.ALL.withProblem("0% of=pi_2"), e -> e.entry().problem().equals(DIGITS));
    check(EntryFilter.ALL.withProblem("0%_"), e -> false);
    check(EntryFilter.ALL.withProblem("\\"), e -> false);
    check(EntryFilter.ALL.withProblem("' or 1=1 --"), e -> false);
    check(EntryFilter.ALL.withStatus(Status.LEAD), e -> e.status() == Status.LEAD);
    check(
        EntryFilter.ALL.withStatus(Status.RESULT, Status.REFUTED), e -> e.status() != Status.LEAD);
    check(
        EntryFilter.ALL.withCampaign(campaignId(2)),
        e -> e.entry().provenance().campaign().equals(campaignId(2)));
    check(
        EntryFilter.ALL.withBounds("operations", 2, 4),
        e -> e.entry().scores().get(1) >= 2 && e.entry().scores().get(1) <= 4);
    check(
        EntryFilter.ALL
            .withBounds("digits", 3, Double.POSITIVE_INFINITY)
            .withBounds("operations", Double.NEGATIVE_INFINITY, 3)
            .withStatus(Status.RESULT),
        e ->
            e.entry().problem().equals(DIGITS)
                && e.entry().scores().get(0) >= 3
                && e.entry().scores().get(1) <= 3
                && e.status() == Status.RESULT);
    check(EntryFilter.ALL.withBounds("no such objective", 0, 1), e -> false);
  }

  @Test
  void orderIsByProblemThenByTheObjectiveBetterFirst() {
    Comparator<StoredEntry> problem = Comparator.comparing(e -> e.entry().problem().text());
    Comparator<StoredEntry> better =
        Comparator.comparing(
            e -> e.entry().problem().equals(DIGITS) ? -e.entry().scores().get(0) : 0.0);
    Comparator<StoredEntry> id = Comparator.comparing(e -> e.entry().id());
    assertThat(archive.entries(EntryFilter.ALL.withOrderBy("digits")))
        .isSortedAccordingTo(problem.thenComparing(better).thenComparing(id))
        .hasSize(120);
    assertThat(archive.entries(EntryFilter.ALL.withOrderBy("maxRelativeError")))
        .isSortedAccordingTo(
            problem
                .thenComparing(
                    e -> e.entry().problem().equals(DIGITS) ? 0.0 : e.entry().scores().get(0))
                .thenComparing(id));
  }

  @Test
  void limitKeepsTheBeginning() {
    EntryFilter filter = EntryFilter.ALL.withOrderBy("operations");
    List<StoredEntry> whole = archive.entries(filter);
    assertThat(archive.entries(filter.withLimit(17))).isEqualTo(whole.subList(0, 17));
    assertThat(archive.entries(filter.withLimit(1000))).isEqualTo(whole);
  }

  @Test
  void frontIsWhatNothingFoundByTheCampaignDominates() {
    for (int c = 1; c <= 3; c++) {
      String campaign = campaignId(c);
      List<StoredEntry> found =
          all.stream()
              .filter(e -> e.entry().provenance().campaign().equals(campaign))
              .filter(e -> e.status() != Status.REFUTED)
              .toList();
      List<StoredEntry> expected =
          found.stream()
              .filter(e -> found.stream().noneMatch(o -> dominatesNaively(o, e)))
              .toList();
      assertThat(archive.front(campaign)).containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(archive.front("unknown")).isEmpty();
  }

  @Test
  void impossibleFiltersAreRefused() {
    assertThatThrownBy(() -> EntryFilter.ALL.withLimit(0)).hasMessageContaining("limit");
    assertThatThrownBy(() -> EntryFilter.ALL.withBounds("x", 2, 1)).hasMessageContaining("[2.0");
    assertThatThrownBy(() -> EntryFilter.ALL.withBounds("x", Double.NaN, 1))
        .hasMessageContaining("NaN");
  }

  private void check(EntryFilter filter, Predicate<StoredEntry> meaning) {
    assertThat(archive.entries(filter))
        .as(filter.toString())
        .isEqualTo(all.stream().filter(meaning).toList());
  }

  private static boolean dominatesNaively(StoredEntry a, StoredEntry b) {
    if (!a.entry().problem().equals(b.entry().problem())) {
      return false;
    }
    double sign = a.entry().problem().equals(DIGITS) ? -1 : 1;
    double x = sign * (a.entry().scores().get(0) - b.entry().scores().get(0));
    double y = a.entry().scores().get(1) - b.entry().scores().get(1);
    return x <= 0 && y <= 0 && (x < 0 || y < 0);
  }
}
