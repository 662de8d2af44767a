package org.formulary.results.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;

/** What the scores of each problem mean. */
final class ObjectiveTable {
  private ObjectiveTable() {}

  static void save(Sql sql, ProblemId problem, List<Objective> objectives) throws SQLException {
    List<Objective> known = all(sql).get(problem);
    if (known == null) {
      insert(sql, problem, objectives);
    } else if (!known.equals(objectives)) {
      throw new ArchiveException(
          Reason.INCONSISTENT,
          "problem " + problem + " has objectives " + known + " in the archive, not " + objectives);
    }
  }

  private static void insert(Sql sql, ProblemId problem, List<Objective> objectives)
      throws SQLException {
    for (int i = 0; i < objectives.size(); i++) {
      Objective o = objectives.get(i);
      sql.update(
          "insert into objective (problem, problem_revision, ordinal, name, unit, direction)"
              + " values (?, ?, ?, ?, ?, ?)",
          problem.text(),
          problem.revision(),
          i,
          o.name(),
          o.unit(),
          o.direction().name());
    }
  }

  /** Of every problem; there are few. */
  static Map<ProblemId, List<Objective>> all(Sql sql) throws SQLException {
    Map<ProblemId, List<Objective>> all = new HashMap<>();
    sql.list(
        "select * from objective order by problem, problem_revision, ordinal",
        row ->
            all.computeIfAbsent(
                    new ProblemId(row.getString("problem"), row.getInt("problem_revision")),
                    p -> new ArrayList<>())
                .add(
                    new Objective(
                        row.getString("name"),
                        row.getString("unit"),
                        Objective.Direction.valueOf(row.getString("direction")))));
    return all;
  }
}
