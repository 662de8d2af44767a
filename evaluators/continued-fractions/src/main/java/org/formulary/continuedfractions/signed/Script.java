package org.formulary.continuedfractions.signed;

import java.util.List;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.export.Language;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.constant.Constant;

/** Programs for other systems that check a fraction to a thousand digits. */
final class Script {
  private static final String PARI =
      """
      \\\\ Checks to %1$d digits: %2$s
      default(realprecision, %3$d);
      c = %4$s;
      x = (%5$d + %6$d*c)/(%7$d + %8$d*c);
      a = [%9$s]; r = [%10$s]; s = [%11$s]; n = %12$d;
      a = concat(a, vector(n - #a));
      for(i = %13$d, n, a[i] = -sum(j = 1, #r - 1, r[j + 1]*a[i - j]));
      y = 1.*a[n];
      forstep(i = n - 1, 1, -1, y = a[i] + s[(i - 1)%%#s + 1]/y);
      print(if(abs(x - y) < 10^-%1$d*abs(x), "agrees", "DISAGREES"));
      """;

  private static final String SAGE =
      """
      # Checks to %1$d digits: %2$s
      from mpmath import mp
      mp.dps = %3$d
      c = %4$s
      x = (%5$d + %6$d*c)/(%7$d + %8$d*c)
      a = [%9$s]; r = [%10$s]; s = [%11$s]; n = %12$d
      while len(a) < n:
          a.append(-sum(r[j]*a[-j] for j in range(1, len(r))))
      y = mp.mpf(a[-1])
      for i in range(n - 2, -1, -1):
          y = a[i] + s[i %% len(s)]/y
      print("agrees" if abs(x - y) < mp.mpf(10)**-%1$d*abs(x) else "DISAGREES")
      """;

  private static final String MATHEMATICA =
      """
      (* Checks to %1$d digits: %2$s *)
      c = N[%4$s, %3$d];
      x = (%5$d + %6$d*c)/(%7$d + %8$d*c);
      a = {%9$s}; r = {%10$s}; s = {%11$s}; n = %12$d;
      a = PadRight[a, n];
      Do[a[[i]] = -Sum[r[[j + 1]]*a[[i - j]], {j, 1, Length[r] - 1}], {i, %13$d, n}];
      y = a[[n]];
      Do[y = a[[i]] + s[[Mod[i - 1, Length[s]] + 1]]/y, {i, n - 1, 1, -1}];
      Print[If[Abs[x - y] < 10^-%1$d*Abs[x], "agrees", "DISAGREES"]]
      """;

  private static final int WORKING = 1050;

  private Script() {}

  private static String text(Language language) {
    return switch (language) {
      case PARI -> PARI;
      case SAGE -> SAGE;
      case MATHEMATICA -> MATHEMATICA;
    };
  }

  /** The program for a fraction; for PARI/GP it also checks the steps of a proof. */
  static String print(Language language, Constant constant, SignedFraction f) {
    String proof =
        language == Language.PARI
            ? SignedProof.of(f, constant).map(SignedProof::pari).orElse("")
            : "";
    return check(language, constant, f) + proof;
  }

  private static String check(Language language, Constant constant, SignedFraction f) {
    Image image = f.image();
    return text(language)
        .formatted(
            SignedVerifier.DIGITS,
            image.text(constant.factor()),
            WORKING,
            language.formula(constant),
            image.p(),
            image.q(),
            image.r(),
            image.s(),
            list(f.first()),
            list(f.recurrence().coefficients()),
            list(f.signs().signs()),
            terms(f),
            f.first().size() + 1);
  }

  private static int terms(SignedFraction f) {
    return f.termsFor(SignedVerifier.wantedBits(f)).orElse(2 * f.first().size() + 1);
  }

  private static String list(List<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
