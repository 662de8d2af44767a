package org.formulary.expressions.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/** Programs to e-nodes and back. */
final class Conversion {
  private Conversion() {}

  /** Adds a program to the graph; the e-node of its output. */
  static int add(EGraph graph, Skeleton s, List<BinaryRational> constants) {
    int[] nodes = new int[s.values()];
    for (int v = 0; v < nodes.length; v++) {
      if (s.isInput(v)) {
        nodes[v] = graph.addInput(v);
      } else if (s.isConstant(v)) {
        nodes[v] = graph.addConstant(constants.get(v - s.inputs()));
      } else {
        Instruction in = s.instruction(v);
        for (int i = 0; i < in.op().arity(); i++) {
          in = in.withOperand(i, nodes[in.operand(i)]);
        }
        nodes[v] = graph.add(in, new IntList());
      }
    }
    return nodes[s.output()];
  }

  /** The program that a term is; its constants are those of the graph, each once. */
  static Program program(EGraph graph, Term term, int inputs) {
    Map<Integer, Integer> values = new HashMap<>();
    List<BinaryRational> constants = new ArrayList<>();
    term.nodes()
        .forEach(
            (root, node) -> {
              switch (graph.node(node)) {
                case Node.Input(int number) -> values.put(root, number);
                case Node.Constant(BinaryRational value) -> {
                  values.put(root, inputs + constants.size());
                  constants.add(value);
                }
                case Node.Apply _ -> {}
              }
            });
    List<Instruction> instructions = new ArrayList<>();
    int output = -1;
    for (Map.Entry<Integer, Integer> e : term.nodes().entrySet()) {
      if (graph.node(e.getValue()) instanceof Node.Apply(Instruction in)) {
        for (int i = 0; i < in.op().arity(); i++) {
          in = in.withOperand(i, values.get(graph.find(in.operand(i))));
        }
        values.put(e.getKey(), inputs + constants.size() + instructions.size());
        instructions.add(in);
      }
      output = values.get(e.getKey());
    }
    return new Program(new Skeleton(inputs, constants.size(), instructions, output), constants);
  }

  /**
   * How a constant of an open graph follows from the open constants.
   *
   * @param open the number of each open constant, by the element that stands for it
   * @return a program whose inputs are the open constants
   */
  static Program derivation(EGraph graph, BinaryRational value, Map<BinaryRational, Integer> open) {
    Derivation derivation = new Derivation(graph, open);
    derivation.visit(value);
    int inputs = Math.max(1, open.size());
    int constants = derivation.literals.size();
    List<Instruction> instructions = new ArrayList<>();
    for (Instruction in : derivation.instructions) {
      for (int i = 0; i < in.op().arity(); i++) {
        in = in.withOperand(i, place(in.operand(i), inputs, constants));
      }
      instructions.add(in);
    }
    int output = place(derivation.places.get(value), inputs, constants);
    return new Program(new Skeleton(inputs, constants, instructions, output), derivation.literals);
  }

  private static final int LITERAL = 1 << 20;
  private static final int INSTRUCTION = 1 << 24;

  private static int place(int place, int inputs, int constants) {
    return place >= INSTRUCTION
        ? inputs + constants + place - INSTRUCTION
        : place >= LITERAL ? inputs + place - LITERAL : place;
  }

  /** Walks back from a folded constant; places are numbered apart until all are counted. */
  private static final class Derivation {
    private final EGraph graph;
    private final Map<BinaryRational, Integer> places = new LinkedHashMap<>();
    private final List<BinaryRational> literals = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();

    Derivation(EGraph graph, Map<BinaryRational, Integer> open) {
      this.graph = graph;
      places.putAll(open);
    }

    int visit(BinaryRational value) {
      Integer place = places.get(value);
      if (place != null) {
        return place;
      }
      Instruction in = graph.foldedFrom(value).orElse(null);
      if (in == null) {
        literals.add(graph.folding().number(value));
        place = LITERAL + literals.size() - 1;
      } else {
        for (int i = 0; i < in.op().arity(); i++) {
          in = in.withOperand(i, visit(graph.value(in.operand(i))));
        }
        instructions.add(in);
        place = INSTRUCTION + instructions.size() - 1;
      }
      places.put(value, place);
      return place;
    }
  }
}
