package org.formulary.approximation.evolve;

import io.jenetics.Alterer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * Programs of one input in Jenetics: graphs altered by {@link Move}s, one niche per operation
 * count.
 *
 * @param operations the operations a program may use
 * @param maxOperations the largest count kept
 * @param growth whether programs also grow by moves that start at their parent's error
 */
public record ProgramEncoding(List<Op> operations, int maxOperations, boolean growth)
    implements Encoding<Candidate> {
  /** How often each move is chosen, in the order of {@link Move}. */
  private static final int[] WEIGHTS = {3, 2, 4, 2, 1, 4};

  private static final int TOTAL = Arrays.stream(WEIGHTS).sum();

  /** Operations above the largest count that a reduction may well save. */
  private static final int SLACK = 1;

  /** Moves that find nothing to do are drawn again, at most so often. */
  private static final int DRAWS = 20;

  public ProgramEncoding {
    operations = List.copyOf(operations);
    if (operations.isEmpty() || maxOperations < 1) {
      throw new IllegalArgumentException(
          "needs operations and a count ≥ 1, was given %s and %d"
              .formatted(operations, maxOperations));
    }
  }

  /** With growth. */
  public ProgramEncoding(List<Op> operations, int maxOperations) {
    this(operations, maxOperations, true);
  }

  /** The identity with zero to three random insertions. */
  @Override
  public Candidate start(RandomGenerator random) {
    return random(random.nextInt(4), random);
  }

  /** The identity with so many random insertions, reduced. */
  public Candidate random(int insertions, RandomGenerator random) {
    Draft draft = Draft.identity();
    for (int i = 0; i < insertions; i++) {
      Move.INSERT.apply(draft, operations, random);
    }
    new Reducer().reduce(draft);
    return draft.candidate(new Probes());
  }

  /** The form in which a search holds a candidate; the low parts of constants are dropped. */
  public static Candidate reduced(Candidate candidate) {
    Draft draft = Draft.of(candidate);
    new Reducer().reduce(draft);
    return draft.candidate(new Probes());
  }

  /** The niche of a reduced draft. */
  int niche(Draft draft) {
    return niche(Long.bitCount(draft.live()));
  }

  private int niche(int count) {
    return count <= maxOperations ? count : -1;
  }

  /** One to five random moves, then a reduction; returns the niche of the result. */
  int alter(Draft draft, Reducer reducer, RandomGenerator random) {
    int moves = 1;
    while (moves < 5 && random.nextInt(5) < 3) {
      moves++;
    }
    for (int draw = 0; moves > 0 && draw < DRAWS; draw++) {
      if (move(random).apply(draft, operations, random)) {
        moves--;
      }
    }
    // A program at its largest would mostly grow out of bounds: let it lose something for it.
    for (int draw = 0;
        Long.bitCount(draft.live()) > maxOperations + SLACK && draw < DRAWS;
        draw++) {
      Move.REMOVE.apply(draft, operations, random);
    }
    int niche = niche(Long.bitCount(reducer.reduce(draft)));
    for (int draw = 0; niche < 0 && draw < DRAWS; draw++) {
      Move.REMOVE.apply(draft, operations, random);
      niche = niche(Long.bitCount(reducer.reduce(draft)));
    }
    return niche;
  }

  private Move move(RandomGenerator random) {
    int u = random.nextInt(growth ? TOTAL : TOTAL - WEIGHTS[Move.GROW.ordinal()]);
    int i = 0;
    while (u >= WEIGHTS[i]) {
      u -= WEIGHTS[i++];
    }
    return Move.values()[i];
  }

  @Override
  public List<Alterer<CandidateGene<Candidate>, Fitness>> alterers(Worth worth) {
    return List.of(new ProgramAlterer(this, worth));
  }

  /** Near: constants times 1 + s·N(0,1), with one s of 0.03 to 1 for all of them. */
  @Override
  public Optional<Candidate> restart(Candidate candidate, boolean near, RandomGenerator random) {
    double[] c = candidate.constants();
    if (c.length == 0) {
      return Optional.empty();
    }
    double spread = Math.scalb(1.0, -random.nextInt(6));
    for (int i = 0; i < c.length; i++) {
      c[i] = near ? c[i] * (1 + spread * Edge.bell(random)) : Edge.randomConstant(random);
    }
    return Optional.of(Candidate.of(candidate.skeleton(), c));
  }

  @Override
  public int niche(Candidate candidate) {
    Skeleton s = candidate.skeleton();
    // Where each instruction reads the input or an instruction, all count: the usual case.
    int count = s.instructions().size();
    for (Instruction in : s.instructions()) {
      if (constants(s, in) == in.op().arity()) {
        count = (int) OperationCount.PLAIN.of(s);
        break;
      }
    }
    return count <= maxOperations ? count : -1;
  }

  private static int constants(Skeleton s, Instruction in) {
    return (s.isConstant(in.a()) ? 1 : 0)
        + (in.b() >= 0 && s.isConstant(in.b()) ? 1 : 0)
        + (in.c() >= 0 && s.isConstant(in.c()) ? 1 : 0);
  }

  @Override
  public int niches() {
    return maxOperations + 1;
  }

  @Override
  public String write(Candidate candidate) {
    return CandidateText.write(candidate);
  }

  @Override
  public Candidate read(String text) {
    return CandidateText.read(text);
  }
}
