package org.formulary.approximation.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final List<Op> ALL = List.of(Op.values());

  @Test
  void aCandidateComesBackFromItsDraftAndFromText() {
    Property.forAll(random -> Drafts.candidate(Drafts.random(random, ALL, random.nextInt(25))))
        .cases(3000)
        .check(
            c -> {
              assertThat(CandidateText.read(CandidateText.write(c))).isEqualTo(c);
              // A cancellation of shared sub-expressions apart, the draft has the same content.
              assertThat(Drafts.candidate(Draft.of(c))).isEqualTo(c);
            });
  }

  @Test
  void textKeepsLowPartsAndSignsOfZero() {
    Candidate c =
        Candidate.of(
            new Skeleton(1, 2, List.of(Instruction.of(Op.FMA, 0, 1, 2)), 3),
            new double[] {-0.0, 0.1},
            new double[] {0, 1e-18});
    assertThat(CandidateText.read(CandidateText.write(c))).isEqualTo(c);
    assertThat(CandidateText.write(c)).startsWith("-0x0.0p0:0x0.0p0,0x1.999999999999ap-4:0x1.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "||",
        "1|0|",
        "0x1p0:0x0p0|9|",
        "|1|? 0 0",
        "|1|+ 0",
        "|1|+ 0 0 0 0",
        "|1|+ 0 7",
        "a:b|0|"
      })
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> CandidateText.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compactingKeepsTheCandidate() {
    RandomGenerator random = new SplittableRandom(1);
    int compacted = 0;
    for (int n = 0; n < 500; n++) {
      Draft d = Draft.identity();
      while (d.size() <= Draft.MAX_NODES / 2) {
        Move.values()[random.nextInt(Move.values().length)].apply(d, ALL, random);
      }
      Candidate before = Drafts.candidate(d);
      int size = d.size();
      d.compact();
      assertThat(Drafts.candidate(d)).isEqualTo(before);
      assertThat(d.size()).isEqualTo(Drafts.operations(d));
      compacted += d.size() < size ? 1 : 0;
    }
    assertThat(compacted).isGreaterThan(300);
  }

  @Test
  void aDraftAndItsCandidateHaveOneFingerprint() {
    Probes probes = new Probes();
    RandomGenerator random = new SplittableRandom(2);
    int different = 0;
    for (int n = 0; n < 5000; n++) {
      Draft d = Drafts.random(random, Drafts.ARITHMETIC, random.nextInt(25));
      new Reducer().reduce(d);
      different += probes.of(d).equals(probes.of(Drafts.candidate(d))) ? 0 : 1;
    }
    // Two operands of one shape, one of them used elsewhere too: their order depends on writing.
    assertThat(different).isLessThan(50);
  }

  @Test
  void theOrderOfCommutativeOperandsDoesNotMatter() {
    Probes probes = new Probes();
    for (String[] pair :
        new String[][] {
          {"2+x*x", "x*x+2"},
          {"(x+1)*(x*x)", "(x*x)*(1+x)"},
          {"(x+1)*(x+2)", "(x+2)*(x+1)"},
          {"1/(x*x+2)+x*3", "3*x+1/(2+x*x)"},
        }) {
      assertThat(probes.of(Drafts.parse(pair[0]))).isEqualTo(probes.of(Drafts.parse(pair[1])));
      Draft swapped = Drafts.parse(pair[0]);
      for (int v = 0; v < swapped.size(); v++) {
        if (swapped.op(v).commutative()) {
          Edge.swapOperands(swapped, v);
        }
      }
      assertThat(probes.of(swapped)).isEqualTo(probes.of(Drafts.parse(pair[0])));
    }
  }

  @Test
  void theConstantsDoNotMatterAndTheSkeletonDoes() {
    Probes probes = new Probes();
    assertThat(probes.of(Drafts.parse("x*3+2"))).isEqualTo(probes.of(Drafts.parse("x*7+5")));
    // All programs of up to two operations out of + and *, and single − and /.
    List<String> forms =
        List.of(
            "x", "3", "x+3", "x*3", "3/x", "3-x", "x*x", "x+x", "x*x+3", "x*x*3", "x*x*x", "x*x+x",
            "(x+3)*x", "(3-x)*x", "3/x+5", "3/x+x", "3/x-x", "x-3/x", "3/(x+5)", "3/(5-x)",
            "3/(x*x)", "x/(x+3)", "x/(3-x)", "(x+3)/x", "x-x*x", "x*x-x", "3-x*x", "x+x*3");
    Map<Fingerprint, String> seen = new HashMap<>();
    for (String form : forms) {
      assertThat(seen.put(probes.of(Drafts.parse(form)), form)).as(form).isNull();
    }
  }

  @Test
  void startsAreSmallAndNichesCountOperations() {
    ProgramEncoding encoding = new ProgramEncoding(Drafts.ARITHMETIC, 3);
    RandomGenerator random = new SplittableRandom(3);
    Set<Integer> niches = new HashSet<>();
    for (int n = 0; n < 1000; n++) {
      niches.add(encoding.niche(encoding.start(random)));
    }
    assertThat(niches).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(encoding.niches()).isEqualTo(4);
    assertThat(encoding.niche(Drafts.candidate(Drafts.parse("x*x*x*x*x*x")))).isEqualTo(-1);
    assertThat(encoding.niche(Drafts.candidate(Drafts.parse("x+1/3")))).isEqualTo(1);
  }

  @Test
  void alteredProgramsStayWithinTheLargestCount() {
    ProgramEncoding encoding = new ProgramEncoding(ALL, 6);
    RandomGenerator random = new SplittableRandom(4);
    Candidate c = encoding.start(random);
    int[] count = new int[7];
    for (int n = 0; n < 20_000; n++) {
      Draft d = Draft.of(c);
      int niche = encoding.alter(d, new Reducer(), random);
      c = Drafts.candidate(d);
      assertThat(niche).isBetween(0, 6);
      assertThat(encoding.niche(c)).isLessThanOrEqualTo(niche).isNotNegative();
      count[niche]++;
    }
    assertThat(count[6]).isGreaterThan(500);
  }

  private static ISeq<Phenotype<CandidateGene<Candidate>, Fitness>> altered(
      Candidate parent, Worth worth) {
    ProgramEncoding encoding = new ProgramEncoding(Drafts.ARITHMETIC, 8);
    List<Phenotype<CandidateGene<Candidate>, Fitness>> population = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      CandidateGene<Candidate> gene = CandidateGene.of(parent, 3, () -> parent);
      population.add(Phenotype.of(CandidateChromosome.genotype(gene), 3));
    }
    return RandomRegistry.with(new SplittableRandom(5))
        .call(() -> new ProgramAlterer(encoding, worth).alter(ISeq.of(population), 9).population());
  }

  @Test
  void offspringRememberTheirParentAndBehaviour() {
    Candidate parent = Drafts.candidate(Drafts.parse("1/(x*x+2)+x*3"));
    int children = 0;
    Probes probes = new Probes();
    for (var p : altered(parent, (behaviour, niche, reachable) -> true)) {
      CandidateGene<Candidate> gene = p.genotype().gene();
      assertThat(p.generation()).isEqualTo(9);
      if (gene.parent().isPresent()) {
        children++;
        assertThat(gene.parent()).contains(parent);
        assertThat(gene.birth()).isEqualTo(3);
        assertThat(gene.behaviour()).contains(probes.of(gene.allele()));
      } else {
        assertThat(gene.birth()).as("an immigrant").isEqualTo(9);
      }
    }
    assertThat(children).isBetween(485, 500);
  }

  @Test
  void offspringNobodyWantsAreAlteredAgainAndGivenUp() {
    Candidate parent = Drafts.candidate(Drafts.parse("1/(x*x+2)+x*3"));
    int[] asked = {0};
    int unchanged = 0;
    for (var p :
        altered(
            parent,
            (behaviour, niche, reachable) -> {
              asked[0]++;
              return false;
            })) {
      unchanged += p.generation() == 3 && p.genotype().gene().allele() == parent ? 1 : 0;
    }
    assertThat(unchanged).isBetween(485, 500);
    assertThat(asked[0]).isEqualTo(unchanged * ProgramAlterer.PATIENCE);
  }

  /** How many of 500 offspring of a parent born in generation 3 are it from other constants. */
  private static int refits(long generation, boolean refitBefore, boolean settled) {
    ProgramEncoding encoding = new ProgramEncoding(Drafts.ARITHMETIC, 8);
    Candidate parent = Drafts.candidate(Drafts.parse("1/(x*x+2)+x*3"));
    CandidateGene<Candidate> first = CandidateGene.of(parent, 3, () -> parent);
    CandidateGene<Candidate> gene = refitBefore ? first.child(parent) : first;
    Fingerprint behaviour = new Probes().of(parent);
    Fitness fitness = new Fitness(1e-3, 5, behaviour);
    List<Phenotype<CandidateGene<Candidate>, Fitness>> population =
        Collections.nCopies(500, Phenotype.of(CandidateChromosome.genotype(gene), 3, fitness));
    Worth nothingNew =
        new Worth() {
          @Override
          public boolean trying(Fingerprint behaviour, int niche, double reachable) {
            return false;
          }

          @Override
          public boolean settled(Fingerprint behaviour) {
            return settled;
          }
        };
    int refits = 0;
    for (var p :
        RandomRegistry.with(new SplittableRandom(5))
            .call(
                () ->
                    new ProgramAlterer(encoding, nothingNew)
                        .alter(ISeq.of(population), generation)
                        .population())) {
      CandidateGene<Candidate> child = p.genotype().gene();
      if (child != gene && child.parent().isPresent()) {
        refits++;
        assertThat(child.behaviour()).contains(behaviour);
        assertThat(child.allele().skeleton()).isEqualTo(parent.skeleton());
        assertThat(child.allele().constants()).isNotEqualTo(parent.constants());
      }
    }
    return refits;
  }

  @Test
  void oldParentsAreFittedAgainUnlessThatIsSettled() {
    assertThat(refits(19, false, false)).isBetween(100, 150);
    assertThat(refits(18, false, false)).as("still young").isZero();
    assertThat(refits(4, true, false)).as("just improved by it").isBetween(100, 150);
    assertThat(refits(19, false, true)).isZero();
    assertThat(refits(19, true, true)).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void restartsKeepTheBehaviourAndDrawConstantsAnew(boolean near) {
    ProgramEncoding encoding = new ProgramEncoding(Drafts.ARITHMETIC, 8);
    Candidate c = Drafts.candidate(Drafts.parse("1/(x*x+2)+x*3"));
    Candidate other = encoding.restart(c, near, new SplittableRandom(1)).orElseThrow();
    assertThat(other.skeleton()).isEqualTo(c.skeleton());
    assertThat(other.constants()).isNotEqualTo(c.constants());
    assertThat(new Probes().of(other)).isEqualTo(new Probes().of(c));
    Candidate none = Drafts.candidate(Drafts.parse("x*x"));
    assertThat(encoding.restart(none, near, new SplittableRandom(1))).isEmpty();
  }

  @Test
  void onlyNearRestartsStayNear() {
    ProgramEncoding encoding = new ProgramEncoding(Drafts.ARITHMETIC, 8);
    Candidate c = Drafts.candidate(Drafts.parse("x + 1000000"));
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double near = encoding.restart(c, true, random).orElseThrow().constants()[0];
      assertThat(Math.abs(near)).isBetween(32.0, 5e6);
      assertThat(encoding.restart(c, false, random).orElseThrow().constants()[0])
          .isBetween(-32.0, 32.0);
    }
  }
}
