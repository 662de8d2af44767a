package org.formulary.continuedfractions.survey;

import java.util.List;
import java.util.Locale;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.survey.Exploration;
import org.formulary.search.survey.Survey;

/** All polynomial continued fractions of a box. */
public final class FractionExploration implements Exploration {
  private static final String DEGREE = "degree";
  private static final String BOX = "box";
  private static final int LARGEST_DEGREE = 2;
  private static final int LARGEST_BOX = 1000;
  private static final double DAY = 86_400;
  private static final double LONGEST = 30 * DAY;

  @Override
  public String name() {
    return "fractions";
  }

  @Override
  public String description() {
    return "Measure all continued fractions a(0) + b(1)/(a(1) + b(2)/(a(2) + …)) of polynomials a"
        + " and b in a box: limit, convergence, growth of denominators, closed form. Clusters them"
        + " by how they converge, labels clusters by constants, and looks for families that go on"
        + " beyond the box.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--degree 2 --box 5 --out box5",
        "--degree 1 --box 3 --out small --csv small.csv",
        "--degree 2 --box 2 --out box2 --threads 1 --json");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(
        List.of(
            SpecSchema.Key.of(
                DEGREE, "N", "2", "the largest degree of a and of b, 0 to " + LARGEST_DEGREE),
            SpecSchema.Key.of(
                BOX, "N", "5", "the largest size of coefficients, 1 to " + LARGEST_BOX)));
  }

  @Override
  public Survey survey(ProblemSpec spec) {
    FractionBox box =
        new FractionBox(number(spec, DEGREE, 0, LARGEST_DEGREE), number(spec, BOX, 1, LARGEST_BOX));
    double seconds = FractionSurvey.estimatedSeconds(box);
    if (seconds > LONGEST) {
      throw new InvalidSpecException(
          BOX,
          String.format(
              Locale.ROOT,
              "box %d with degrees to %d holds %.3g fractions, which would take one thread about"
                  + " %.3g days; allowed are boxes of up to %.0f days",
              box.size(),
              box.degree(),
              box.fractions(),
              seconds / DAY,
              LONGEST / DAY));
    }
    return new FractionSurvey(box);
  }

  private int number(ProblemSpec spec, String key, int least, int most) {
    String text =
        spec.option(key).or(() -> schema().key(key).orElseThrow().defaultValue()).orElseThrow();
    if (text.strip().matches("[0-9]{1,9}")) {
      int n = Integer.parseInt(text.strip());
      if (n >= least && n <= most) {
        return n;
      }
    }
    throw new InvalidSpecException(
        key,
        "%s \"%s\": allowed is a whole number from %d to %d".formatted(key, text, least, most));
  }
}
