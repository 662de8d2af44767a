package org.formulary.truth.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.formulary.testkit.Property;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.RelationSearch.Outcome;
import org.junit.jupiter.api.Test;

class RelationSearchTest {
  /** Random numbers to so many bits, the last of which the others determine by a relation. */
  private record Planted(List<BigInteger> relation, List<Enclosure> numbers, int polls) {
    double log2Largest() {
      return Enclosure.log2(relation.stream().map(BigInteger::abs).reduce(BigInteger::max).get());
    }
  }

  private static Planted draw(RandomGenerator random) {
    int n = random.nextInt(2, 6);
    int bits = random.nextInt(40, 300);
    int size = random.nextInt(1, 12);
    List<BigInteger> relation = new ArrayList<>();
    List<BigInteger> units = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < n - 1; i++) {
      relation.add(BigInteger.valueOf(random.nextInt(-(1 << size), (1 << size) + 1)));
      units.add(new BigInteger(bits, new Random(random.nextLong())).setBit(bits - 1));
      sum = sum.add(relation.getLast().multiply(units.getLast()));
    }
    BigInteger last = BigInteger.valueOf(random.nextInt(1, 1 << size));
    relation.add(last.negate());
    BigInteger quotient = sum.divide(last);
    List<Enclosure> numbers = new ArrayList<>();
    units.forEach(u -> numbers.add(new Enclosure(u, u, bits)));
    numbers.add(
        new Enclosure(quotient.subtract(BigInteger.ONE), quotient.add(BigInteger.ONE), bits));
    return new Planted(relation, numbers, random.nextInt(400));
  }

  @Test
  void nothingIsExcludedThatIsThere() {
    Property.forAll(RelationSearchTest::draw)
        .cases(600)
        .check(
            p -> {
              int[] polls = {0};
              for (int limit : new int[] {Integer.MAX_VALUE, p.polls()}) {
                Outcome outcome =
                    RelationSearch.search(p.numbers(), m -> true, 1, () -> ++polls[0] > limit);
                assertThat(outcome.log2Excluded()).isLessThanOrEqualTo(p.log2Largest() + 1e-9);
              }
            });
  }

  @Test
  void significantRelationsAreFound() {
    Property.forAll(RelationSearchTest::draw)
        .cases(600)
        .check(
            p -> {
              IntegerRelation planted =
                  IntegerRelation.between(p.numbers(), p.relation()).orElseThrow();
              Outcome outcome = RelationSearch.search(p.numbers(), m -> true, 1, () -> false);
              if (planted.isSignificant(1)) {
                IntegerRelation found = outcome.relation().orElseThrow();
                assertThat(found.isSignificant(1)).isTrue();
                assertThat(found.coefficientBits()).isLessThanOrEqualTo(planted.coefficientBits());
              }
            });
  }

  @Test
  void boundsAreNotEmpty() {
    List<Enclosure> pair =
        List.of(
            Enclosure.of(
                new BigDecimal("0.7390851332151606416553120876738734"), BigDecimal.ZERO, 100),
            Enclosure.of(1, 100));
    Outcome outcome = RelationSearch.search(pair, m -> true, 1, () -> false);
    assertThat(outcome.log2Excluded()).isBetween(44.0, 51.0);
  }
}
