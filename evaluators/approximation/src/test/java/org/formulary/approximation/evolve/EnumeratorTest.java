package org.formulary.approximation.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Op;
import org.formulary.hashing.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumeratorTest {
  private static final List<Op> FIELD = List.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV);

  private static List<Candidate> all(List<Op> operations, int count) {
    Enumerator enumerator = new Enumerator(operations, count);
    List<Candidate> programs = new ArrayList<>();
    for (int part = 0; part < enumerator.parts(); part++) {
      enumerator.run(part, programs::add);
    }
    return programs;
  }

  private static Set<Fingerprint> behaviours(List<Candidate> programs) {
    Probes probes = new Probes();
    Set<Fingerprint> behaviours = new HashSet<>();
    programs.forEach(p -> behaviours.add(probes.of(p)));
    return behaviours;
  }

  @Test
  void ofOneOperationThereAreFive() {
    // x + c, c − x, c·x, c/x and x·x; x/c is c·x with another c, and x + x, x − x, x/x reduce.
    assertThat(all(FIELD, 1)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+,-,*,/", "+,-,*,/,sqrt", "*,fma"})
  void everyRandomProgramIsThere(String symbols) {
    List<Op> operations = new ArrayList<>();
    for (String symbol : symbols.split(",")) {
      operations.add(Op.ofSymbol(symbol).orElseThrow());
    }
    ProgramEncoding encoding = new ProgramEncoding(operations, 3);
    List<Set<Fingerprint>> known = new ArrayList<>();
    for (int count = 1; count <= 3; count++) {
      known.add(behaviours(all(operations, count)));
    }
    Probes probes = new Probes();
    SplittableRandom random = new SplittableRandom(1);
    Set<Fingerprint> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      Candidate program = encoding.random(1 + i % 4, random);
      int count = program.skeleton().instructions().size();
      // By a constant that is 0 nothing is divided, so that such programs are not reduced.
      boolean degenerate = Arrays.stream(program.constants()).anyMatch(c -> c == 0);
      if (count >= 1 && count <= 3 && !degenerate) {
        Fingerprint behaviour = probes.of(program);
        assertThat(known.get(count - 1)).as("%s", program).contains(behaviour);
        seen.add(behaviour);
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void programsHaveAsManyOperationsAsAsked() {
    List<Candidate> programs = all(FIELD, 3);
    assertThat(programs).allMatch(p -> p.skeleton().instructions().size() == 3);
    assertThat(behaviours(programs)).hasSameSizeAs(programs);
  }

  @Test
  void partsGoTogether() {
    assertThat(new Enumerator(FIELD, 3).parts()).isEqualTo(1);
    Enumerator four = new Enumerator(FIELD, 4);
    assertThat(four.parts()).isGreaterThan(5);
    List<Candidate> first = new ArrayList<>();
    four.run(2, p -> first.add(p) && first.size() < 10);
    assertThat(first).hasSize(10);
    List<Candidate> again = new ArrayList<>();
    four.run(2, p -> again.add(p) && again.size() < 10);
    assertThat(again).isEqualTo(first);
  }
}
