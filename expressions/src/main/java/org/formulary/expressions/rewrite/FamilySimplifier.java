package org.formulary.expressions.rewrite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;

/**
 * Rewrites skeletons with open constants to ones of fewer operations that contain the same family.
 *
 * <p>What depends on constants alone becomes one open constant, quotients included, so that more
 * rules apply than to a {@link Program}. Constants that the rules bring in, such as the 1 of a·b +
 * a = a·(b + 1), are opened as well: the family may grow, it never shrinks but for constants that
 * make a divisor zero. The result never has more operations than the skeleton.
 *
 * @param operations allowed beside those that the skeleton uses
 */
public record FamilySimplifier(Set<Op> operations) {
  public FamilySimplifier {
    operations = Set.copyOf(operations);
  }

  /** The simplified family; the skeleton itself, in normal form, where nothing cheaper is found. */
  public Family simplify(Skeleton skeleton) {
    NormalForm.Ordered normal = NormalForm.of(skeleton);
    Skeleton s = normal.skeleton();
    EGraph graph = new EGraph(Folding.OPEN);
    Map<BinaryRational, Integer> open = new LinkedHashMap<>();
    for (int i = 0; i < skeleton.constants(); i++) {
      open.put(Folding.open(i), i);
    }
    List<BinaryRational> elements = normal.constantOrder().stream().map(Folding::open).toList();
    int output = Conversion.add(graph, s, elements);
    Set<Op> permitted = EnumSet.noneOf(Op.class);
    permitted.addAll(operations);
    s.instructions().forEach(in -> permitted.add(in.op()));
    Saturation.run(graph, Simplifier.rules(Soundness.REAL, permitted), Limits.STANDARD);
    Price price = new Price(OperationCount.PLAIN, permitted);
    Optional<Term> term =
        graph.contradictory() ? Optional.empty() : Extraction.of(graph, output, price);
    return term.map(t -> family(graph, t, output, open, s.inputs()))
        .filter(f -> cheaper(f.skeleton(), s))
        .orElseGet(() -> unchanged(normal, skeleton.constants()));
  }

  private static boolean cheaper(Skeleton after, Skeleton before) {
    double now = OperationCount.PLAIN.of(after);
    double then = OperationCount.PLAIN.of(before);
    return now < then || (now == then && after.constants() < before.constants());
  }

  private static Family family(
      EGraph graph, Term term, int output, Map<BinaryRational, Integer> open, int inputs) {
    Program program = Conversion.program(graph, term, inputs);
    NormalForm.Ordered normal = NormalForm.of(program.skeleton());
    List<Program> constants = new ArrayList<>();
    for (int old : normal.constantOrder()) {
      constants.add(Conversion.derivation(graph, program.constants().get(old), open));
    }
    Proofs.Proof proof = graph.proofs().explain(term.equalities(graph, output));
    return new Family(normal.skeleton(), constants, List.copyOf(proof.rules()));
  }

  private static Family unchanged(NormalForm.Ordered normal, int constants) {
    int inputs = Math.max(1, constants);
    List<Program> same =
        IntStream.range(0, normal.skeleton().constants())
            .mapToObj(
                i ->
                    new Program(
                        new Skeleton(inputs, 0, List.of(), normal.constantOrder().get(i)),
                        List.of()))
            .toList();
    return new Family(normal.skeleton(), same, List.of());
  }
}
