package org.formulary.approximation.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;

/**
 * Candidates as text that keeps operand order and numbering: constants as pairs of hexadecimal
 * doubles, then the output, then one instruction after the other.
 *
 * <p>Example: {@code 0x1.0p1:0x0.0p0|2|+ 0 1} is x + 2.
 */
final class CandidateText {
  private CandidateText() {}

  static String write(Candidate candidate) {
    Skeleton s = candidate.skeleton();
    double[] high = candidate.constants();
    double[] low = candidate.lowParts();
    StringJoiner constants = new StringJoiner(",");
    for (int i = 0; i < high.length; i++) {
      constants.add(Double.toHexString(high[i]) + ":" + Double.toHexString(low[i]));
    }
    StringJoiner code = new StringJoiner(";");
    for (Instruction in : s.instructions()) {
      StringJoiner words = new StringJoiner(" ").add(in.op().symbol());
      for (int i = 0; i < in.op().arity(); i++) {
        words.add(Integer.toString(in.operand(i)));
      }
      code.add(words.toString());
    }
    return constants + "|" + s.output() + "|" + code;
  }

  /** The inverse of {@link #write}; throws {@link IllegalArgumentException} for other text. */
  static Candidate read(String text) {
    try {
      return candidate(text);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a candidate: " + text, e);
    }
  }

  private static Candidate candidate(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a candidate: " + text);
    }
    String[] pairs = parts[0].isEmpty() ? new String[0] : parts[0].split(",");
    double[] high = new double[pairs.length];
    double[] low = new double[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      int colon = pairs[i].indexOf(':');
      high[i] = Double.parseDouble(pairs[i].substring(0, colon));
      low[i] = Double.parseDouble(pairs[i].substring(colon + 1));
    }
    List<Instruction> code = new ArrayList<>();
    for (String line : parts[2].isEmpty() ? new String[0] : parts[2].split(";")) {
      String[] words = line.split(" ");
      Op op = Op.ofSymbol(words[0]).orElseThrow(() -> new IllegalArgumentException(line));
      int[] v = {-1, -1, -1};
      for (int i = 1; i < words.length; i++) {
        v[i - 1] = Integer.parseInt(words[i]);
      }
      code.add(new Instruction(op, v[0], v[1], v[2]));
    }
    return Candidate.of(new Skeleton(1, pairs.length, code, Integer.parseInt(parts[1])), high, low);
  }
}
