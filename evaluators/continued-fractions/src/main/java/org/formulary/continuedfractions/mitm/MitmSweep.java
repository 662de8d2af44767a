package org.formulary.continuedfractions.mitm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * Meet in the middle (arXiv 1907.00205): the values of all fractions of a family are looked up in a
 * table of the images of a constant. A unit has the fractions of some partial numerators.
 */
public final class MitmSweep implements Strategy.Sweep<Conjecture> {
  /** Fractions of a unit: a second, or some seconds where many are slow. */
  private static final long UNIT = 1 << 21;

  private static final long MOST_NUMERATORS = 1 << 16;
  private static final long MOST_UNITS = 1 << 30;

  private final Constant constant;
  private final Box box;
  private final Rules rules;
  private final ImageTable table;
  private final Check check;
  private final long numerators;
  private final long blocks;

  /**
   * The sweep of a family.
   *
   * @param largest the largest size of the numbers of an image
   */
  public MitmSweep(Constant constant, int largest, Family family, Rules rules) {
    this.constant = constant;
    this.box = Box.of(family);
    this.rules = rules;
    this.table = ImageTable.of(constant, largest);
    this.check = new Check(constant, table, rules);
    this.numerators = Math.clamp(UNIT / box.sizeOfA(), Lanes.WIDTH, MOST_NUMERATORS);
    this.blocks = Math.ceilDiv(box.sizeOfB(), numerators);
    if (box.sharedSize() > MOST_UNITS / blocks) {
      throw new InvalidSpecException(
          "ranges", "ranges: there are more than %d units of work".formatted(MOST_UNITS));
    }
  }

  @Override
  public int units() {
    return Math.toIntExact(box.sharedSize() * blocks);
  }

  /**
   * What a unit finds, classes not yet merged.
   *
   * @param fractions whose values were looked up
   * @param slow of them those that 32 terms did not determine
   */
  public record Hits(List<Match> matches, long fractions, long slow) {
    public Hits {
      matches = List.copyOf(matches);
    }
  }

  /** All matches of a unit. */
  public Hits hits(int unit, Progress progress) {
    long shared = unit / blocks;
    long from = unit % blocks * numerators;
    Block block =
        new Block(
            box.partialDenominators(shared),
            box.partialNumerators(shared, from, from + numerators),
            rules);
    Matcher matcher = new Matcher(table, rules, check);
    matcher.match(block, progress);
    return new Hits(matcher.matches(), matcher.fractions(), matcher.slow());
  }

  @Override
  public Strategy.Slice<Conjecture> run(int unit, Progress progress) {
    Hits hits = hits(unit, progress);
    return new Strategy.Slice<>(shortest(hits.matches()), hits.fractions());
  }

  /** Of each class of fractions the shortest. */
  public List<Conjecture> shortest(List<Match> matches) {
    Map<String, Conjecture> classes = new TreeMap<>();
    for (Match match : matches) {
      classes.merge(
          match.fraction().classKey(),
          conjecture(match),
          (old, other) -> other.size() < old.size() ? other : old);
    }
    return new ArrayList<>(classes.values());
  }

  /** A match as a conjecture. */
  public Conjecture conjecture(Match match) {
    String value = match.image().text(constant.factor());
    return new Conjecture(match.fraction(), Constants.of("constant", value));
  }
}
