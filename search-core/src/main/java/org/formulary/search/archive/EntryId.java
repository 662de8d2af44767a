package org.formulary.search.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new EntryId(HexFormat.of().formatHex(digest, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
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
