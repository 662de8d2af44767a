package org.formulary.expressions.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the exports and compares every bit with the interpreter. */
final class ExportBitsTest {
  private static final List<Program> PROGRAMS = Programs.all();
  private static final List<Double> INPUTS = Programs.inputs();

  @TempDir private Path directory;

  @Test
  void cComputesTheBitsOfTheInterpreter() throws Exception {
    StringBuilder c = new StringBuilder();
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < PROGRAMS.size(); i++) {
      c.append(ExportFormat.C.print(PROGRAMS.get(i), CodeContext.of("f" + i)));
      table.append("f").append(i).append(", ");
    }
    StringBuilder inputs = new StringBuilder();
    INPUTS.forEach(x -> inputs.append(Literals.hex(x)).append(", "));
    c.append(
        """
        #include <inttypes.h>
        #include <stdio.h>
        #include <string.h>
        static double (*const functions[])(double) = {%s};
        static const double inputs[] = {%s};
        int main(void) {
          for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
            for (size_t j = 0; j < sizeof inputs / sizeof inputs[0]; j++) {
              volatile double x = inputs[j];
              double y = functions[i](x);
              uint64_t bits;
              memcpy(&bits, &y, sizeof bits);
              if (y != y) bits = UINT64_C(0x7ff8000000000000);
              printf("%%016" PRIx64 "\\n", bits);
            }
          return 0;
        }
        """
            .formatted(table, inputs));
    Files.writeString(directory.resolve("all.c"), c);
    String[] strict = {"cc", "-std=c99", "-O2", "-Wall", "-Werror", "-o", "all", "all.c", "-lm"};
    assertThat(Shell.linesOf(directory, strict)).isEmpty();
    assertThat(Shell.linesOf(directory, "./all")).isEqualTo(expected());
    // Where the machine has fused instructions and GNU C may contract by default.
    String[] fused = {"cc", "-O3", "-march=native", "-o", "fused", "all.c", "-lm"};
    assertThat(Shell.linesOf(directory, fused)).isEmpty();
    assertThat(Shell.linesOf(directory, "./fused")).isEqualTo(expected());
  }

  @Test
  void pythonComputesTheBitsOfTheInterpreter() throws Exception {
    StringBuilder py = new StringBuilder();
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < PROGRAMS.size(); i++) {
      py.append(ExportFormat.PYTHON.print(PROGRAMS.get(i), CodeContext.of("f" + i)));
      table.append("f").append(i).append(", ");
    }
    StringBuilder inputs = new StringBuilder();
    INPUTS.forEach(x -> inputs.append('"').append(Literals.hex(x)).append("\", "));
    py.append(
        """

        import struct
        for f in [%s]:
            for text in [%s]:
                y = f(float.fromhex(text))
                print("%%016x" %% (struct.unpack("<Q", struct.pack("<d", y))[0] if y == y else 0x7ff8000000000000))
        """
            .formatted(table, inputs));
    Files.writeString(directory.resolve("all.py"), py);
    assertThat(Shell.linesOf(directory, "python3", "all.py")).isEqualTo(expected());
  }

  @Test
  void javaComputesTheBitsOfTheInterpreter() throws Exception {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < PROGRAMS.size(); i++) {
      CodeContext context = CodeContext.of("f" + i).withTestInputs(INPUTS);
      sources.add(new Source("F" + i, ExportFormat.JAVA.print(PROGRAMS.get(i), context)));
    }
    compile(sources);
    List<String> bits = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      for (int i = 0; i < PROGRAMS.size(); i++) {
        var method = loader.loadClass("F" + i).getMethod("f" + i, double.class);
        for (double x : INPUTS) {
          bits.add(hex((double) method.invoke(null, x)));
        }
      }
    }
    assertThat(bits).isEqualTo(expected());
  }

  private static final Program SAMPLE =
      ProgramParser.parse("t = x + 0x1.8p+1; fma(t, 1.25, 1/x) - sqrt(t*x)/0.1");
  private static final CodeContext TESTED =
      new CodeContext(
          "sample",
          List.of("What: a */ sample \\", "\\u000a is no line break ??/", "two\nlines", "\"\"\""),
          INPUTS,
          0,
          1);

  @Test
  void theSelfTestOfCPassesAndSeesAChangedConstant() throws Exception {
    String text = ExportFormat.C.print(SAMPLE, TESTED);
    assertThat(selfTestOfC(text)).isEqualTo(new Shell.Output(0, "ok 30\n"));
    Shell.Output failed =
        selfTestOfC(text.replaceFirst("= 0x1\\.4p\\+0;", "= 0x1.4000000000001p+0;"));
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.text()).startsWith("sample(").contains(", expected 0x");
  }

  private Shell.Output selfTestOfC(String text) throws Exception {
    Files.writeString(directory.resolve("sample.c"), text);
    assertThat(
            Shell.linesOf(
                directory,
                ("cc -std=c99 -O2 -Wall -Wextra -pedantic -Wno-comment -Werror"
                        + " -DFORMULARY_SELF_TEST -o sample sample.c -lm")
                    .split(" ")))
        .isEmpty();
    return Shell.run(directory, "./sample");
  }

  @Test
  void theSelfTestOfPythonPassesAndSeesAChangedConstant() throws Exception {
    String text = ExportFormat.PYTHON.print(SAMPLE, TESTED);
    Files.writeString(directory.resolve("sample.py"), text);
    assertThat(Shell.run(directory, "python3", "sample.py"))
        .isEqualTo(new Shell.Output(0, "ok 30\n"));
    String changed = text.replaceFirst("0x1\\.4p\\+0\"", "0x1.4000000000001p+0\"");
    Files.writeString(directory.resolve("sample.py"), changed);
    Shell.Output failed = Shell.run(directory, "python3", "sample.py");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.text()).startsWith("sample(").contains(", expected 0x");
  }

  @Test
  void theSelfTestOfJavaPassesAndSeesAChangedConstant() throws Exception {
    String text = ExportFormat.JAVA.print(SAMPLE, TESTED);
    assertThat(selfTestOfJava(text)).isEqualTo(new Shell.Output(0, "ok 30\n"));
    Shell.Output failed =
        selfTestOfJava(text.replaceFirst("0x1\\.4p\\+0;", "0x1.4000000000001p+0;"));
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.text()).startsWith("sample(").contains(", expected 0x");
  }

  private Shell.Output selfTestOfJava(String text) throws Exception {
    compile(List.of(new Source("Sample", text)));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Shell.run(directory, java, "-Xshare:auto", "-cp", directory.toString(), "Sample");
  }

  private void compile(List<Source> sources) {
    StringWriter messages = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of("-d", directory.toString(), "-Xlint:all", "-Werror", "-proc:none"),
                null,
                sources)
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static List<String> expected() {
    List<String> bits = new ArrayList<>();
    for (Program p : PROGRAMS) {
      for (double x : INPUTS) {
        bits.add(hex(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x)));
      }
    }
    return bits;
  }

  private static String hex(double y) {
    return String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(y));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String type, String text) {
      super(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
