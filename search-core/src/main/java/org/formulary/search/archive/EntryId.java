package org.formulary.search.archive;

import org.formulary.hashing.Checksum;
import org.formulary.search.domain.ProblemId;

/**
 * The id of an entry: the first 128 bits of SHA-256 over problem id, revision and canonical
 * notation, separated by line feeds, as 32 lower-case hexadecimal digits. Same content, same id,
 * for ever.
 */
public record EntryId(String hex) implements Comparable<EntryId> {
  public EntryId {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("an id has 32 hexadecimal digits, was " + hex);
    }
  }

  public static EntryId of(ProblemId problem, String notation) {
    String text = problem.text() + "\n" + problem.revision() + "\n" + notation;
    return of(text);
  }

  /** The id of any text. */
  public static EntryId of(String text) {
    return new EntryId(Checksum.sha256(text).substring(0, 32));
  }

  @Override
  public int compareTo(EntryId that) {
    return hex.compareTo(that.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
