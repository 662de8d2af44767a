package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front that {@code search --json} prints. */
record Front(List<Line> lines) {
  Front {
    lines = List.copyOf(lines);
  }

  /**
   * One program of a front and what is claimed of it.
   *
   * @param outcome of its verification, such as PROVED or SAMPLED; empty where there was none
   */
  record Line(
      String id, int operations, double error, String program, boolean verified, String outcome) {
    Program parsed() {
      return ProgramParser.parse(program);
    }

    /** The same claim for a program whose first constant differs by {@code relative}. */
    Line perturbed(double relative) {
      Program p = parsed();
      List<BinaryRational> constants = new ArrayList<>(p.constants());
      double changed = constants.getFirst().doubleValue() * (1 + relative);
      constants.set(0, BinaryRational.of(changed));
      Program other = NormalForm.of(new Program(p.skeleton(), constants));
      return new Line(id, operations, error, InfixPrinter.print(other), verified, outcome);
    }
  }

  /** Reads the JSON of a search; {@code objective} is the name of its error. */
  static Front parse(String json, String objective) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode e : JsonMapper.shared().readTree(json).get("front")) {
      lines.add(
          new Line(
              e.get("id").stringValue(),
              e.get("operations").intValue(),
              e.get(objective).doubleValue(),
              e.get("program").stringValue(),
              e.get("verified").booleanValue(),
              e.path("outcome").asString("")));
    }
    return new Front(lines);
  }

  Optional<Line> at(int operations) {
    return lines.stream().filter(l -> l.operations() == operations).findFirst();
  }

  /**
   * The front with its line of most operations replaced by a false one: same claim, other constant.
   */
  Front withFalseEntry() {
    List<Line> changed = new ArrayList<>(lines);
    int last = 0;
    for (int i = 1; i < changed.size(); i++) {
      last = changed.get(i).operations() > changed.get(last).operations() ? i : last;
    }
    changed.set(last, changed.get(last).perturbed(0.01));
    return new Front(changed);
  }
}
