package org.formulary.continuedfractions.proof;

import java.util.regex.Pattern;

/**
 * PARI/GP programs that check steps. gp goes on after an error, so that what holds is counted.
 * Names of variables may have values from programs before, and lose them.
 */
public final class PariScript {
  private static final Pattern CHECK = Pattern.compile("^\\{?check\\(", Pattern.MULTILINE);

  private PariScript() {}

  /**
   * A program that prints {@code proved} where all checks hold, else which do not.
   *
   * @param body lines, of which those that check begin with {@code check(}, and have a condition
   *     and its name
   */
  public static String of(String body) {
    return """
        \\\\ Checks the steps of a proof
        {n = 'n; m = 'm; x = 'x; y = 'y; X = 'X; M = 'M; K = 'K; R = 'R; steps = 0;
          check(x, step) = if(x, steps++, print("FAILS: ", step))};
        %s\
        print(if(steps == %d, "proved", "NOT PROVED"));
        """
        .formatted(body, CHECK.matcher(body).results().count());
  }
}
