package org.formulary.continuedfractions.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.formulary.continuedfractions.survey.ClosedClasses.Label;
import org.formulary.continuedfractions.survey.Clusters.Cluster;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static Member member(int n, String dynamics, double c, double mod4, String closed) {
    return new Member(
        n,
        0,
        dynamics,
        new Member.Denominators((float) c, (float) mod4, 0),
        new Member.Rates(1, 0),
        closed,
        "");
  }

  private static Label label(String key, String constant, Member simplest) {
    return new Label(key, Optional.ofNullable(constant), 1, 1, simplest);
  }

  @Test
  void keepLawsApartAndSplitAtGaps() {
    Member first = member(0, "x", 1.00, 0.3, "A");
    List<Member> all =
        List.of(
            first,
            member(1, "x", 1.04, 0.31, "B"),
            member(2, "x", 1.08, 0.32, "C"),
            member(3, "x", 1.08, -0.3, "C"),
            member(4, "x", 1.20, 0.3, ""),
            member(5, "y", 1.08, Double.NaN, "C"));
    Map<String, Label> labels =
        Map.of(
            "A", label("A", "pi", first),
            "B", label("B", "pi", first),
            "C", label("C", null, first));
    List<Cluster> clusters = Clusters.of(all, labels);
    assertThat(clusters).extracting(c -> c.members().size()).containsExactly(1, 3, 1, 1);
    assertThat(clusters).extracting(Cluster::label).containsExactly("C", "pi", "", "C");
    assertThat(clusters.get(1).purity()).isEqualTo(2.0 / 3);
    assertThat(clusters.get(2).purity()).isNaN();
  }
}
