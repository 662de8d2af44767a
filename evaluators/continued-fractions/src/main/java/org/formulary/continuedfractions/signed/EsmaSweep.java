package org.formulary.continuedfractions.signed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.continuedfractions.image.Image;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.truth.constant.Constant;

/**
 * All images with numbers up to a size, with all sign words. A unit has one numerator; from it goes
 * the shortest fraction of each class.
 */
public final class EsmaSweep implements Strategy.Sweep<SignedFraction> {
  private final Esma.Known known;
  private final int largest;
  private final List<SignWord> words;

  /**
   * The sweep of a constant.
   *
   * @param largest the largest size of the numbers of an image
   * @param depth terms from which recurrences are found, and from as many again confirmed
   */
  public EsmaSweep(Constant constant, int largest, List<SignWord> words, int depth) {
    this(Esma.Known.of(constant, depth), largest, words);
  }

  EsmaSweep(Esma.Known known, int largest, List<SignWord> words) {
    this.known = known;
    this.largest = largest;
    this.words = List.copyOf(words);
  }

  @Override
  public int units() {
    return (2 * largest + 1) * (2 * largest + 1);
  }

  /**
   * All fractions of a unit that obey a recurrence, in the order of the enumeration.
   *
   * @param pairs of an image and a sign word that were looked at
   */
  public record Hits(List<SignedFraction> fractions, long pairs) {}

  /** What a unit finds, classes not yet merged. */
  public Hits hits(int unit, Progress progress) {
    int p = unit / (2 * largest + 1) - largest;
    int q = unit % (2 * largest + 1) - largest;
    Esma esma = new Esma(known);
    List<SignedFraction> found = new ArrayList<>();
    long pairs = 0;
    for (int s = 0; s <= largest; s++) {
      for (int r = -largest; r <= largest && !progress.cancelled(); r++) {
        if (!Image.isPrimitive(p, q, r, s)) {
          continue;
        }
        Image image = new Image(p, q, r, s);
        if (isPositive(image)) {
          words.forEach(word -> esma.find(image, word).ifPresent(found::add));
          pairs += words.size();
        }
      }
    }
    return new Hits(found, pairs);
  }

  private boolean isPositive(Image image) {
    return image.numerator(known.few()).lower().signum()
        == image.denominator(known.few()).lower().signum();
  }

  @Override
  public Strategy.Slice<SignedFraction> run(int unit, Progress progress) {
    Hits hits = hits(unit, progress);
    return new Strategy.Slice<>(List.copyOf(shortest(hits.fractions())), hits.pairs());
  }

  /** Of each class of fractions the shortest. */
  public static Collection<SignedFraction> shortest(List<SignedFraction> fractions) {
    Map<String, SignedFraction> classes = new TreeMap<>();
    for (SignedFraction f : fractions) {
      classes.merge(TailClass.key(f), f, (old, other) -> other.size() < old.size() ? other : old);
    }
    return classes.values();
  }
}
