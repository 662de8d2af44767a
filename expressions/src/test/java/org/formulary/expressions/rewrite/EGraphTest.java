package org.formulary.expressions.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import org.junit.jupiter.api.Test;

final class EGraphTest {
  private static final int[] NOTHING = {};

  private final EGraph graph = new EGraph(Folding.REAL);
  private final int x = graph.addInput(0);
  private final int y = graph.addInput(1);

  private int add(Op op, int a, int b) {
    return graph.add(Instruction.of(op, a, b), new IntList());
  }

  private static Proofs.Reason because(String rule) {
    return new Proofs.Reason(rule, Soundness.REAL, NOTHING);
  }

  private boolean equal(int a, int b) {
    return graph.find(a) == graph.find(b);
  }

  @Test
  void sharesWhatIsWrittenTwiceAndWhatCommutes() {
    assertThat(add(Op.ADD, x, y)).isEqualTo(add(Op.ADD, y, x));
    assertThat(add(Op.SUB, x, y)).isNotEqualTo(add(Op.SUB, y, x));
    assertThat(graph.addConstant(BinaryRational.ONE))
        .isEqualTo(graph.addConstant(BinaryRational.ONE));
  }

  @Test
  void closesUnderCongruenceUpwards() {
    int fx = graph.add(Instruction.of(Op.SQRT, x), new IntList());
    int fy = graph.add(Instruction.of(Op.SQRT, y), new IntList());
    int gx = add(Op.DIV, fx, x);
    int gy = add(Op.DIV, fy, x);
    assertThat(graph.union(x, y, because("given"))).isTrue();
    assertThat(graph.union(x, y, because("again"))).isFalse();
    assertThat(equal(fx, fy)).isFalse();
    graph.rebuild();
    assertThat(equal(fx, fy)).isTrue();
    assertThat(equal(gx, gy)).isTrue();
    assertThat(graph.proofs().explain(new int[] {gx, gy}).rules()).containsExactly("given");
  }

  @Test
  void foldsConstantsThatBecomeKnown() {
    int sum = add(Op.ADD, x, graph.addConstant(BinaryRational.of(2)));
    graph.union(x, graph.addConstant(BinaryRational.of(5)), because("given"));
    graph.rebuild();
    assertThat(graph.value(graph.constant(graph.find(sum)))).isEqualTo(BinaryRational.of(7));
    assertThat(graph.proofs().explain(new int[] {sum, graph.constant(graph.find(sum))}).rules())
        .containsExactly("fold-constants", "given");
    assertThat(graph.contradictory()).isFalse();
  }

  @Test
  void noticesContradictionsAndZeroDivisors() {
    graph.union(
        graph.addConstant(BinaryRational.ONE),
        graph.addConstant(BinaryRational.ZERO),
        because("wrong"));
    assertThat(graph.contradictory()).isTrue();
    EGraph other = new EGraph(Folding.REAL);
    int divisor = other.addInput(0);
    other.add(Instruction.of(Op.DIV, divisor, divisor), new IntList());
    other.union(divisor, other.addConstant(BinaryRational.ZERO), because("found out"));
    other.rebuild();
    assertThat(other.contradictory()).isTrue();
  }

  @Test
  void provesBySeveralStepsOnlyWhatIsNeeded() {
    int a = add(Op.ADD, x, y);
    int b = add(Op.SUB, x, y);
    int c = add(Op.MUL, x, y);
    int d = add(Op.DIV, x, y);
    graph.union(a, b, because("first"));
    graph.union(c, d, because("other"));
    graph.union(b, c, because("second"));
    assertThat(graph.proofs().explain(new int[] {a, c}).rules()).containsExactly("first", "second");
    assertThat(graph.proofs().explain(new int[] {a, a}).soundness()).isEqualTo(Soundness.EXACT);
  }

  @Test
  void stopsAtEveryLimitWithTheSameResultEachTime() {
    Program p = ProgramParser.parse("(x + 1)*(x + 2)*(x + 3)*(x + 4)");
    for (Limits limits :
        List.of(
            Limits.STANDARD.withNodes(300),
            new Limits(3, 100_000, 1_000_000, 1_000, 5),
            new Limits(30, 100_000, 500, 1_000, 5),
            new Limits(30, 3_000, 100_000, 10, 2))) {
      String first = extracted(p, limits);
      assertThat(extracted(p, limits)).isEqualTo(first);
    }
    assertThatThrownBy(() -> Limits.STANDARD.withNodes(0)).hasMessageContaining("must be ≥ 1");
  }

  private static String extracted(Program p, Limits limits) {
    EGraph g = new EGraph(Folding.REAL);
    int output = Conversion.add(g, p.skeleton(), p.constants());
    assertThat(Saturation.run(g, Rules.all(), limits)).isFalse();
    assertThat(g.size()).isLessThan(limits.nodes() + 20);
    Price price = new Price(OperationCount.PLAIN, EnumSet.allOf(Op.class));
    Term term = Extraction.of(g, output, price).orElseThrow();
    return g.size() + ": " + InfixPrinter.print(Conversion.program(g, term, 1));
  }

  @Test
  void saturatesWhereNothingMoreFollows() {
    EGraph g = new EGraph(Folding.EXACT);
    Program p = ProgramParser.parse("x - (-(x*1))");
    Conversion.add(g, p.skeleton(), p.constants());
    assertThat(Saturation.run(g, Rules.within(Soundness.EXACT), Limits.STANDARD)).isTrue();
  }
}
