package org.formulary.continuedfractions.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedEuclidTest {
  private static Enclosure constant(String name, int bits) {
    return Constants.of("constant", name).enclosure(bits);
  }

  private static List<BigInteger> fast(Image image, SignWord signs, Enclosure c, int most) {
    long[] terms = new long[most];
    int count = new SignedEuclid().expand(image, signs, c, terms);
    List<BigInteger> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(BigInteger.valueOf(terms[i]));
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pi; +; 3 7 15 1 292 1 1 1 2 1 3 1 14", // OEIS A001203
        "e; +; 2 1 2 1 1 4 1 1 6 1 1 8 1", // OEIS A003417
        "pi; -; 4 2 2 2 2 2 2 17 294 3 4 5 16",
        "1/pi; +; 0 3 7 15 1 292 1",
        "sqrt(2); +-; 1 3 1 2 1 2 1",
      })
  void knownExpansions(String name, String signs, String terms) {
    List<String> wanted = List.of(terms.split(" "));
    assertThat(
            SignedTerms.of(
                    new Image(0, 1, 1, 0),
                    SignWord.parse(signs),
                    constant(name, 300),
                    wanted.size())
                .stream()
                .map(BigInteger::toString))
        .containsExactlyElementsOf(wanted);
  }

  /** The fast terms are those of the specification, and nearly as many. */
  @ParameterizedTest
  @ValueSource(strings = {"pi", "e", "zeta(3)", "sqrt(2)", "exp(pi*sqrt(163))", "1/10^9*pi"})
  void agreesWithTheSpecification(String name) {
    SplittableRandom random = new SplittableRandom(1);
    Enclosure c = constant(name, 1700);
    List<SignWord> words = SignWord.ofPeriods(1, 3);
    int compared = 0;
    for (int n = 0; n < 400; n++) {
      int[] m = random.ints(4, -9, 10).toArray();
      if (!Image.isPrimitive(m[0], m[1], m[2], m[3])) {
        continue;
      }
      Image image = new Image(m[0], m[1], m[2], m[3]);
      SignWord signs = words.get(random.nextInt(words.size()));
      List<BigInteger> slow = SignedTerms.of(image, signs, c, 2000);
      List<BigInteger> fast = fast(image, signs, c, 2000);
      assertThat(fast.size()).isLessThanOrEqualTo(slow.size());
      assertThat(fast).isEqualTo(slow.subList(0, fast.size()));
      if (!slow.isEmpty()) {
        compared++;
        double bits = 2 * log2Denominator(slow, signs);
        double reached = fast.isEmpty() ? 0 : 2 * log2Denominator(fast, signs);
        assertThat(reached).as("%s %s %s", name, image, signs).isGreaterThan(bits - 500);
      }
    }
    assertThat(compared).isGreaterThan(70);
  }

  private static double log2Denominator(List<BigInteger> terms, SignWord signs) {
    return Enclosure.log2(SignedFraction.convergents(terms, signs).q().abs());
  }

  @Test
  void endsBeforeATermBeyondALong() {
    assertThat(
            fast(new Image(0, 1, 1, 0), SignWord.parse("+"), constant("1 + 10^(-30)/pi", 1700), 9))
        .isEqualTo(List.of(BigInteger.ONE));
  }

  @Test
  void negativeImagesHaveNoTerms() {
    Enclosure pi = constant("pi", 200);
    assertThat(fast(new Image(0, -1, 1, 0), SignWord.parse("+"), pi, 10)).isEmpty();
    assertThat(fast(new Image(-4, 1, 1, 0), SignWord.parse("+"), pi, 10)).isEmpty();
    assertThat(fast(new Image(4, -1, 1, 0), SignWord.parse("+"), pi, 4)).hasSize(4);
  }

  @Test
  void convergentsAreThoseOfTheRecurrence() {
    List<BigInteger> terms =
        new SplittableRandom(2).ints(37, 1, 99).mapToObj(BigInteger::valueOf).toList();
    SignWord signs = SignWord.parse("+-+");
    BigInteger p = terms.getFirst();
    BigInteger pBefore = BigInteger.ONE;
    BigInteger q = BigInteger.ONE;
    BigInteger qBefore = BigInteger.ZERO;
    for (int i = 1; i < terms.size(); i++) {
      BigInteger sign = BigInteger.valueOf(signs.sign(i - 1));
      BigInteger nextP = terms.get(i).multiply(p).add(sign.multiply(pBefore));
      BigInteger nextQ = terms.get(i).multiply(q).add(sign.multiply(qBefore));
      pBefore = p;
      qBefore = q;
      p = nextP;
      q = nextQ;
    }
    Convergents product = SignedFraction.convergents(terms, signs);
    assertThat(product.p()).isEqualTo(p);
    assertThat(product.q()).isEqualTo(q);
  }
}
