package org.formulary.expressions.print;

import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Skeleton;

/**
 * Which instructions of a program get a name in a notation of nested expressions: those used more
 * than once, in evaluation order, and those whose expression would nest too deeply. The output
 * never gets one.
 */
final class Layout {
  /** Well below the depth that the parser accepts. */
  private static final int MAX_HEIGHT = 100;

  private final Skeleton skeleton;
  private final String[] names;
  private final List<Integer> named = new ArrayList<>();

  Layout(Skeleton skeleton, String prefix) {
    this.skeleton = skeleton;
    this.names = new String[skeleton.values()];
    boolean[] live = skeleton.live();
    int[] uses = uses(live);
    int[] height = new int[skeleton.values()];
    for (int v = skeleton.firstInstruction(); v < skeleton.values(); v++) {
      Instruction in = skeleton.instruction(v);
      for (int i = 0; i < in.op().arity(); i++) {
        height[v] = Math.max(height[v], height[in.operand(i)] + 1);
      }
      if (live[v] && v != skeleton.output() && (uses[v] > 1 || height[v] >= MAX_HEIGHT)) {
        named.add(v);
        names[v] = prefix + named.size();
        height[v] = 0;
      }
    }
  }

  private int[] uses(boolean[] live) {
    int[] uses = new int[skeleton.values()];
    for (int v = skeleton.firstInstruction(); v < skeleton.values(); v++) {
      if (live[v]) {
        Instruction in = skeleton.instruction(v);
        for (int i = 0; i < in.op().arity(); i++) {
          uses[in.operand(i)]++;
        }
      }
    }
    return uses;
  }

  /** The named values, in evaluation order. */
  List<Integer> named() {
    return named;
  }

  /** The name of an instruction's value, or null where it is written in place. */
  String name(int value) {
    return names[value];
  }

  /** The name of an input: x, or x0, x1, … if there are several. */
  static String input(Skeleton skeleton, int value) {
    return skeleton.inputs() == 1 ? "x" : "x" + value;
  }
}
