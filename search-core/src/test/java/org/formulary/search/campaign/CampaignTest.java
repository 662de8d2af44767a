package org.formulary.search.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.formulary.search.archive.Entry;
import org.formulary.search.campaign.NeedleProblem.Search;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.engine.Individual;
import org.formulary.search.island.Lead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final int EPOCHS = 6;

  private final NeedleProblem problem = new NeedleProblem("needles");

  private static CampaignSpec spec(long seed, int islands) {
    return new CampaignSpec(
        ProblemSpec.of("needles", Map.of()),
        seed,
        islands,
        new Budget.Evaluations(EPOCHS * Archipelago.EPOCH),
        List.of());
  }

  private Memory uninterrupted(long seed, int threads) {
    return uninterrupted(problem, seed, threads);
  }

  private static Memory uninterrupted(NeedleProblem problem, long seed, int threads) {
    Memory memory = new Memory();
    try (LocalRunner runner = new LocalRunner(threads)) {
      Campaign<Integer> campaign =
          Campaign.start(ID, spec(seed, 3), problem, memory.ports(runner, threads), Instant.EPOCH);
      assertThat(campaign.run().state()).isEqualTo(CampaignRecord.State.FINISHED);
      assertThat(memory.claims.keySet())
          .containsExactlyElementsOf(campaign.front().stream().map(Entry::id).sorted().toList());
    }
    return memory;
  }

  @Test
  void oneThreadAndManyGiveTheSameArchive() {
    Memory one = uninterrupted(1, 1);
    Memory many = uninterrupted(1, 3);
    assertThat(one.entries).isNotEmpty().isEqualTo(many.entries);
    assertThat(one.claims).isEqualTo(many.claims);
    assertThat(states(one)).isEqualTo(states(many));
    assertThat(uninterrupted(2, 1).entries).isNotEqualTo(one.entries);
  }

  @Test
  void refutesScoresThatAreTooGoodUntilNoneIsLeft() {
    Memory memory = new Memory();
    try (LocalRunner runner = new LocalRunner(1)) {
      Campaign<Integer> campaign =
          Campaign.start(
              ID,
              spec(1, 3),
              new NeedleProblem("needles", 1.2, Search.EVOLVE),
              memory.ports(runner, 1),
              Instant.EPOCH);
      assertThat(campaign.run().state()).isEqualTo(CampaignRecord.State.FINISHED);
      assertThat(campaign.front()).isEmpty();
    }
    assertThat(memory.claims.values()).isNotEmpty().allMatch(c -> c.contains("is too good"));
  }

  /** The checkpoints without the search time, which the clock of the test makes. */
  private static List<String> states(Memory memory) {
    return memory.checkpoints.values().stream()
        .map(text -> text.replaceFirst("\"searchedNanos\":\\d+,", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void interruptedAtAnyBarrierAndResumedEqualsUninterrupted(long seed) {
    Memory expected = uninterrupted(seed, 2);
    try (LocalRunner runner = new LocalRunner(2)) {
      for (int k = 0; k < EPOCHS; k++) {
        Memory memory = new Memory();
        memory.stopAfter = k;
        CampaignRecord stopped =
            Campaign.start(ID, spec(seed, 3), problem, memory.ports(runner, 2), Instant.EPOCH)
                .run();
        assertThat(stopped.state()).isEqualTo(CampaignRecord.State.INTERRUPTED);
        memory.stopAfter = Integer.MAX_VALUE;
        CampaignRecord finished = Campaign.resume(stopped, problem, memory.ports(runner, 2)).run();
        assertThat(finished.state()).isEqualTo(CampaignRecord.State.FINISHED);
        assertThat(memory.entries).as("stopped at %d", k).isEqualTo(expected.entries);
        assertThat(memory.claims).as("stopped at %d", k).isEqualTo(expected.claims);
        assertThat(states(memory).getLast()).isEqualTo(states(expected).getLast());
        assertThat(finished.evaluations()).isEqualTo(expected.records.getLast().evaluations());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Search.class,
      names = {"SWEEP", "BOTH"})
  void aSweepInterruptedAtAnyBarrierAndResumedEqualsUninterrupted(Search search) {
    NeedleProblem swept = new NeedleProblem("needles", 1, search);
    Memory expected = uninterrupted(swept, 1, 2);
    assertThat(expected.entries).isNotEmpty().isEqualTo(uninterrupted(swept, 1, 1).entries);
    int barriers = expected.checkpoints.size();
    assertThat(barriers).isEqualTo(search == Search.SWEEP ? 5 : 5 + EPOCHS);
    try (LocalRunner runner = new LocalRunner(2)) {
      for (int k = 0; k < barriers; k++) {
        Memory memory = new Memory();
        memory.stopAfter = k;
        CampaignRecord stopped =
            Campaign.start(ID, spec(1, 3), swept, memory.ports(runner, 2), Instant.EPOCH).run();
        assertThat(stopped.state()).isEqualTo(CampaignRecord.State.INTERRUPTED);
        memory.stopAfter = Integer.MAX_VALUE;
        CampaignRecord finished = Campaign.resume(stopped, swept, memory.ports(runner, 2)).run();
        assertThat(memory.entries).as("stopped at %d", k).isEqualTo(expected.entries);
        assertThat(finished.evaluations()).isEqualTo(expected.records.getLast().evaluations());
      }
    }
  }

  @Test
  void aSweepLooksAtEverythingAndItsBestAreWhereAnEvolutionStarts() {
    Memory sweep = uninterrupted(new NeedleProblem("needles", 1, Search.SWEEP), 1, 1);
    assertThat(sweep.records.getLast().evaluations()).isEqualTo(70 * 500);
    assertThat(sweep.entries.values()).allMatch(e -> e.provenance().island() == Lead.NO_ISLAND);

    Memory both = uninterrupted(new NeedleProblem("needles", 1, Search.BOTH), 1, 1);
    CheckpointText.Checkpoint<Integer> first =
        new CheckpointText<>(problem).read(both.checkpoints.get(5L));
    List<Integer> swept =
        first.enumeration().orElseThrow().leads().stream().map(Lead::candidate).toList();
    assertThat(swept).isNotEmpty();
    assertThat(first.islands())
        .hasSize(3)
        .allSatisfy(
            i ->
                assertThat(i.population().stream().map(Individual::candidate))
                    .containsAnyElementsOf(swept));
  }

  @Test
  void aSweepEndsWhenItsBudgetIsSpent() {
    CampaignSpec whole = spec(1, 1);
    CampaignSpec little =
        new CampaignSpec(whole.problem(), 1, 1, new Budget.Evaluations(9000), List.of());
    Memory memory = new Memory();
    try (LocalRunner runner = new LocalRunner(1)) {
      CampaignRecord record =
          Campaign.start(
                  ID,
                  little,
                  new NeedleProblem("needles", 1, Search.SWEEP),
                  memory.ports(runner, 1),
                  Instant.EPOCH)
              .run();
      assertThat(record.state()).isEqualTo(CampaignRecord.State.FINISHED);
      assertThat(record.evaluations()).isEqualTo(2 * 16 * 500);
    }
  }

  @Test
  void whereTheNewestCheckpointIsLostTheOlderOneLeadsToTheSameEnd() {
    Memory expected = uninterrupted(4, 1);
    Memory memory = new Memory();
    memory.stopAfter = 4;
    try (LocalRunner runner = new LocalRunner(1)) {
      CampaignRecord stopped =
          Campaign.start(ID, spec(4, 3), problem, memory.ports(runner, 1), Instant.EPOCH).run();
      memory.checkpoints.remove(4L);
      memory.stopAfter = Integer.MAX_VALUE;
      Campaign.resume(stopped, problem, memory.ports(runner, 1)).run();
    }
    assertThat(memory.entries).isEqualTo(expected.entries);
    assertThat(memory.claims).isEqualTo(expected.claims);
  }

  @Test
  void aCheckpointReadsBackToTheSameBits() {
    Memory memory = uninterrupted(5, 1);
    CheckpointText<Integer> text = new CheckpointText<>(problem);
    for (String written : memory.checkpoints.values()) {
      CheckpointText.Checkpoint<Integer> read = text.read(written);
      assertThat(text.write(read)).isEqualTo(written);
      assertThat(text.read(text.write(read))).isEqualTo(read);
      assertThat(read.islands()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{\"format\":\"formulary-checkpoint-1\"}",
        "{\"format\":\"formulary-checkpoint-5\"}",
        "{\"format\":\"formulary-checkpoint-5\",\"spec\":3,\"islands\":[{}],\"archived\":[]}"
      })
  void otherTextIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> new CheckpointText<>(problem).read(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCheckpointOfAnotherSpecificationIsRefused() {
    Memory memory = new Memory();
    memory.stopAfter = 1;
    try (LocalRunner runner = new LocalRunner(1)) {
      Campaign.Ports ports = memory.ports(runner, 1);
      CampaignRecord stopped = Campaign.start(ID, spec(1, 1), problem, ports, Instant.EPOCH).run();
      CampaignRecord other =
          new CampaignRecord(ID, spec(2, 1), stopped.state(), Instant.EPOCH, stopped.searched(), 0);
      for (Runnable resume :
          List.<Runnable>of(
              () -> Campaign.resume(other, problem, ports),
              () -> Campaign.resume(stopped, new NeedleProblem("pins"), ports))) {
        assertThatThrownBy(resume::run)
            .isInstanceOf(InvalidSpecException.class)
            .hasMessageContaining("another specification")
            .hasMessageContaining(ID);
      }
    }
  }

  @Test
  void aUsersStartIsEvaluatedAndRecorded() {
    CampaignSpec plain = spec(1, 1);
    CampaignSpec given =
        new CampaignSpec(
            plain.problem(), 1, 1, new Budget.Evaluations(1), List.of("needle 1", "needle 2"));
    Memory memory = new Memory();
    try (LocalRunner runner = new LocalRunner(1)) {
      Campaign.start(ID, given, problem, memory.ports(runner, 1), Instant.EPOCH).run();
    }
    String state = memory.checkpoints.values().iterator().next();
    assertThat(new CheckpointText<>(problem).read(state).spec()).contains("\"needle 1\"");
  }

  @Test
  void parentsOfEntriesAreIdsOfCandidates() {
    Map<Boolean, Long> born =
        uninterrupted(6, 1).entries.values().stream()
            .collect(
                Collectors.partitioningBy(
                    e -> e.provenance().parents().isEmpty(), Collectors.counting()));
    assertThat(born.get(false)).isPositive();
  }
}
