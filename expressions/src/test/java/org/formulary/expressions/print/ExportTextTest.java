package org.formulary.expressions.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportTextTest {
  private static final CodeContext CONTEXT =
      new CodeContext("f_1", List.of("a \"title\"", "two"), List.of(), 0, 1.5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x",
        "x*x + 1 | x^{2} + 1",
        "x*(x + 1)/(2*x) | \\frac{\\left(x + 1\\right) \\cdot x}{x \\cdot 2}",
        "-(x + 1) - -2 | -\\left(x + 1\\right) - \\left(-2\\right)",
        "x - (x - 1e-9) | x - \\left(x - 1.0000000000000000623 \\cdot 10^{-9}\\right)",
        "sqrt(-x) | \\sqrt{-x}",
        "fma(x, 3, -0.5) | x \\cdot 3 + \\left(-0.5\\right)",
        "fma(x + 1, x, 0.1) | \\left(x + 1\\right) \\cdot x + 0.10000000000000000555",
      })
  void latexWritesOneEquation(String text, String right) {
    assertThat(ExportFormat.LATEX.print(ProgramParser.parse(text), CodeContext.of("f")))
        .isEqualTo("\\mathrm{f}(x) = " + right + "\n");
  }

  @Test
  void latexAlignsSharedValues() {
    Program p = ProgramParser.parse("t = x + 1; u = t*t; u*u - 3/u + t");
    assertThat(ExportFormat.LATEX.print(p, CONTEXT))
        .isEqualTo(
            """
            % a "title"
            % two
            \\begin{aligned}
            t_{1} &= x + 1 \\\\
            t_{2} &= t_{1}^{2} \\\\
            \\mathrm{f\\_1}(x) &= t_{2}^{2} - \\frac{3}{t_{2}} + t_{1}
            \\end{aligned}
            """);
  }

  @Test
  void fpcoreHasExactConstantsAndThePrecondition() {
    Program p = ProgramParser.parse("t = x + 0.75; t*t - 0x1p+70/-t");
    assertThat(ExportFormat.FPCORE.print(p, CONTEXT))
        .isEqualTo(
            """
            ; a "title"
            ; two
            ; Program: t1 = x + 0x1.8p-1; t1*t1 - 0x1p+70/(-t1)
            (FPCore f_1 (x)
             :name "a \\"title\\""
             :precision binary64
             :pre (<= 0 x 3/2)
             (let* ((t1 (+ x 3/4)))
              (- (* t1 t1) (/ 1180591620717411303424 (- t1)))))
            """);
    assertThat(ExportFormat.FPCORE.print(ProgramParser.parse("sqrt(x)"), CodeContext.of("f")))
        .isEqualTo(
            "; Program: sqrt(x)\n(FPCore f (x)\n :name \"f\"\n :precision binary64\n (sqrt x))\n");
  }

  @Test
  void fpcoreMeansTheSameAsTheProgram() {
    for (Program p : Programs.all()) {
      String text = ExportFormat.FPCORE.print(p, CodeContext.of("f"));
      String body = text.substring(text.indexOf(":precision binary64") + 19).strip();
      for (double x : Programs.inputs()) {
        assertThat(new FpcoreReader(body).evaluate(x))
            .as(text)
            .isEqualTo(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x));
      }
    }
  }

  @Test
  void jsonIsReadBackByAnotherReader(@TempDir Path directory) throws Exception {
    List<String> expected = new ArrayList<>();
    CodeContext context = new CodeContext("f", List.of("\"\\ \t\n é 𝄞 \u0001"), List.of(), 0, 1);
    List<Program> programs = Programs.all();
    for (int i = 0; i < programs.size(); i++) {
      Program p = programs.get(i);
      Files.writeString(directory.resolve(i + ".json"), ExportFormat.JSON.print(p, context));
      Skeleton s = p.skeleton();
      expected.add(
          "formulary-program-1 1 %d %d %d %s True"
              .formatted(
                  s.constants(), s.instructions().size(), s.output(), InfixPrinter.print(p)));
    }
    Files.writeString(
        directory.resolve("read.py"),
        """
        import json
        for i in range(%d):
            with open(f"{i}.json", encoding="utf-8") as file:
                p = json.load(file)
            print(p["format"], p["inputs"], len(p["constants"]), len(p["instructions"]), p["output"],
                  p["notation"], p["title"] == ["\\"\\\\ \\t\\n \\u00e9 \\U0001d11e \\u0001"])
        """
            .formatted(programs.size()));
    assertThat(Shell.linesOf(directory, "python3", "read.py")).isEqualTo(expected);
  }

  @Test
  void jsonNumbersTheValues() {
    Program p = ProgramParser.parse("fma(x, 0.1, 3)");
    assertThat(ExportFormat.JSON.print(p, CodeContext.of("f")))
        .isEqualTo(
            """
            {
              "format": "formulary-program-1",
              "name": "f",
              "title": [],
              "inputs": 1,
              "constants": [
                {"hex": "0x1.999999999999ap-4", "decimal": "0.10000000000000000555"},
                {"hex": "0x1.8p+1", "decimal": "3"}
              ],
              "instructions": [
                {"op": "fma", "args": [0, 1, 2]}
              ],
              "output": 3,
              "notation": "fma(x, 0x1.999999999999ap-4, 0x1.8p+1)"
            }
            """);
  }

  @Test
  void cSaysWhatAWideConstantIsExactly() {
    Program p = ProgramParser.parse("x + 0x1.00000000000000000001p+0");
    assertThat(ExportFormat.C.print(p, CodeContext.of("f")))
        .contains(
            """
            double f(double x) {
              const double c1 = 0x1p+0; // about 1, exactly 0x1.00000000000000000001p+0
              const double t1 = x + c1;
              return t1;
            }
            """);
  }

  @Test
  void formatsAreFoundByName() {
    assertThat(ExportFormat.of("fpcore")).contains(ExportFormat.FPCORE);
    assertThat(ExportFormat.of("FPCORE")).isEmpty();
    assertThat(ExportFormat.PYTHON.extension()).isEqualTo(".py");
  }

  @Test
  void refusesProgramsOfSeveralInputs() {
    Program p = new Program(new Skeleton(2, 0, List.of(), 1), List.of());
    assertThatThrownBy(() -> ExportFormat.C.print(p, CONTEXT))
        .hasMessage("an export needs a program of one input, was given 2");
  }

  @ParameterizedTest
  @CsvSource({
    "exp2,exp2_approx",
    "Math,Math_approx",
    "lambda,lambda_approx",
    "x/(exp(x)-1),x_exp_x_1",
    "2^x,x",
    "'',approx",
    "exp2_8ops,exp2_8ops",
  })
  void makesFunctionNamesFromAnyText(String text, String name) {
    assertThat(CodeContext.identifier(text)).isEqualTo(name);
    assertThat(CodeContext.of(name).function()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"exp2", "a b", "''", "double", "Math", "_x", "1f"})
  void refusesNamesThatAreNotFree(String name) {
    assertThatThrownBy(() -> CodeContext.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("free in C, Java and Python, was '" + name + "'");
  }

  @Test
  void refusesInputsAndIntervalsThatAreNone() {
    assertThatThrownBy(() -> CONTEXT.withTestInputs(List.of(Double.NaN)))
        .hasMessage("a test input must be finite, was NaN");
    assertThatThrownBy(() -> new CodeContext("f", List.of(), List.of(), 1, 0))
        .hasMessage("the interval must have low ≤ high, was [1.0, 0.0]");
  }
}
