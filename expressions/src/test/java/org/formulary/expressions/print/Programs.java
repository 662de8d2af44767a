package org.formulary.expressions.print;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Program;
import org.formulary.expressions.RandomPrograms;
import org.formulary.expressions.parse.ProgramParser;

/** The programs and inputs that every export must compute bit for bit. */
final class Programs {
  private static final List<String> SPECIAL =
      List.of(
          "x",
          "-3",
          "-x",
          "1/x",
          "x/(x - 1) - 1/x",
          "(x - x)/(x - x)",
          "1/(0*x)",
          "sqrt(x) - sqrt(-x)",
          "sqrt(x*x - 1)",
          "fma(x, x, -1)",
          "fma(x, 0x1p-1074, 0x1p-1074)",
          "fma(x, -0x1p-1074, 0x0.4p-1060)",
          "fma(x*0x1p+1000, x*0x1p+1000, -1/x)",
          "fma(1/x, x, x)",
          "fma(x, x, -(x*x))",
          "fma(x, 1/3, -x/3)",
          "t = x*0x1.fffffffffffffp+1023; t*t - t",
          "x*3.14159265358979323846264338327950288 + 0x1p-2000",
          "x*0x1p+2000 - 0x1p+3000",
          "x*-0x1p-2000",
          "t = 1/(x + 1); u = t*t; sqrt(u*t + x)/(u - t)");

  private Programs() {}

  static List<Program> all() {
    List<Program> all = new ArrayList<>();
    SPECIAL.forEach(text -> all.add(ProgramParser.parse(text)));
    SplittableRandom random = new SplittableRandom(31);
    while (all.size() < 80) {
      all.add(NormalForm.of(RandomPrograms.next(random, 2 + random.nextInt(10))));
    }
    return all;
  }

  static List<Double> inputs() {
    List<Double> inputs =
        new ArrayList<>(
            List.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.5,
                0x1p-1074,
                -0x1.8p-1030,
                0x1.fp1023,
                -0x1p600,
                0x1p-540));
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 20; i++) {
      inputs.add(random.nextDouble(-4, 4));
    }
    return inputs;
  }
}
