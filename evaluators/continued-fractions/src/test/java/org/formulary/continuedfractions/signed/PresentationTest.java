package org.formulary.continuedfractions.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.continuedfractions.image.Image;
import org.formulary.search.domain.Figure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationTest {
  private static final SignedFraction FRACTION =
      new SignedNotation().parse("image 0 1 -1 1; signs +-; terms 1 2 3 2; recurrence 1 0 -2 0 1");

  private static SignedPresentation of(String constant) {
    return new SignedPresentation(Constants.of("constant", constant));
  }

  @Test
  void saysWhatItIs() {
    assertThat(of("e").readable(FRACTION)).contains("e/(e - 1) = [1, 2, 3, 2, 5, 2, 7, 2, …; +-]");
    assertThat(of("e").attributes(FRACTION))
        .containsEntry("convergence", "faster than exponential")
        .containsEntry("order", "4")
        .containsEntry("head", "0");
    assertThat(of("e").latex(FRACTION))
        .startsWith(
            "\\frac{\\mathrm{e}}{\\mathrm{e} - 1} = 1 + \\cfrac{1}{2 - \\cfrac{1}{3 + \\cfrac{1}{")
        .endsWith("\\ddots}}}}}}}}");
    SignedFraction headed =
        new SignedNotation().parse("image 0 1 1 0; signs +; terms 10000 2 6; recurrence 1 -2 1");
    assertThat(of("e").attributes(headed)).containsEntry("convergence", "faster than exponential");
    assertThat(of("1+e").readable(FRACTION).orElseThrow())
        .startsWith("(1+e)/((1+e) - 1) = [1, 2, 3");
    assertThat(of("pi^2").latex(FRACTION)).endsWith(",\\quad c = \\texttt{pi\\^{}2}");
    SignedFraction periodic =
        new SignedNotation().parse("image 0 1 1 0; signs +; terms 1 2; recurrence 1 -1");
    assertThat(of("sqrt2").attributes(periodic)).containsEntry("convergence", "exponential");
  }

  @Test
  void imagesReadWell() {
    assertThat(new Image(1, 1, -1, 1).text("e")).isEqualTo("(e + 1)/(e - 1)");
    assertThat(new Image(-2, -1, -3, 2).text("e")).isEqualTo("(e + 2)/(3 - 2*e)");
    assertThat(new Image(2, -1, 0, 1).text("e")).isEqualTo("(2 - e)/e");
    assertThat(new Image(0, -3, 1, 0).text("e")).isEqualTo("-3*e");
    assertThat(new Image(0, -3, 2, 0).text("e")).isEqualTo("-3*e/2");
  }

  @Test
  void theFigureShowsDigits() {
    Figure figure = of("e").figures(FRACTION).getFirst();
    List<Figure.Point> points = figure.series().getFirst().points();
    assertThat(points).hasSize(60);
    assertThat(points.getLast().y()).isBetween(80.0, 140.0);
  }

  /** What stands for the constant in each language. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pari; golden; c = ((1 + sqrt(5))/2)",
        "pari; besselRatio1; c = (besseli(1, 2)/besseli(0, 2))",
        "pari; cbrt2; c = ((x)->sqrtn(x,3))(2)",
        "sage; golden; c = ((mp.mpf(1) + mp.sqrt(mp.mpf(5)))/mp.mpf(2))",
        "sage; sqrt(2) + 0.1; c = (mp.sqrt(mp.mpf(2)) + (mp.mpf(1)/mp.mpf(10)))",
        "pari; erf(0.25); c = ((x)->1-erfc(x))((25/100))",
        "sage; pi^2*log(2); c = ((mp.pi**mp.mpf(2))*mp.log(mp.mpf(2)))",
        "mathematica; tan(1/2); c = N[Tan[(1/2)], 1050]",
        "mathematica; cbrt2; c = N[(Surd[#, 3]&)[2], 1050]",
      })
  void constantsAreTranslated(String format, String constant, String line) {
    assertThat(of(constant).export(FRACTION, format))
        .contains(line + (format.equals("sage") ? "\n" : ";\n"));
  }

  private static final List<String> CONSTANTS =
      List.of(
          "golden",
          "erf(1)",
          "airyAi(1)",
          "0.1 + sqrt(2)",
          "besselRatio1",
          "zeta3",
          "catalan",
          "lemniscate",
          "exp2(1/3)");

  @Test
  void pariAgrees(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    check(folder, "pari", "gp", "-q");
  }

  @Test
  void mpmathAgrees(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("python3", "-c", "import mpmath"))
        .as("mpmath is not installed")
        .isTrue();
    check(folder, "sage", "python3");
  }

  private static void check(Path folder, String format, String... command)
      throws IOException, InterruptedException {
    assertThat(OtherSystem.run(folder, of("e").export(FRACTION, format), command))
        .matches("agrees(\nproved)*");
    SignedFraction wrong =
        new SignedFraction(
            new Image(0, 1, -2, 1), FRACTION.signs(), FRACTION.first(), FRACTION.recurrence());
    assertThat(OtherSystem.run(folder, of("e").export(wrong, format), command))
        .isEqualTo("DISAGREES");
    for (String name : CONSTANTS) {
      Constant constant = Constants.of("constant", name);
      String shown = constant.digits(15).toPlainString().substring(0, 12);
      String script =
          of(name).export(FRACTION, format) + (format.equals("pari") ? "print(c);" : "print(c)");
      assertThat(OtherSystem.run(folder, script, command))
          .as(name)
          .startsWith("DISAGREES\n" + shown);
    }
  }
}
