package org.formulary.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.Progress;
import org.formulary.truth.reference.RealFunction;

/**
 * Reference tables, kept in a directory between runs.
 *
 * <p>A file is used only if its checksum holds and it answers the very question asked (formula,
 * digits, points, version of the method); otherwise the table is computed anew and the file
 * replaced, in one step, so that readers in other processes see the old or the new one. Where the
 * directory cannot be written, tables are computed all the same.
 *
 * @param directory where; nothing is kept if empty
 * @param effort digits and threads
 */
public record ReferenceTables(Optional<Path> directory, ReferenceTable.Effort effort) {
  /** Tables kept in {@code directory}, of the default number of digits. */
  public static ReferenceTables in(Path directory, int threads) {
    return new ReferenceTables(
        Optional.of(directory), new ReferenceTable.Effort(ReferenceTable.DEFAULT_DIGITS, threads));
  }

  /** Tables that are not kept, of the default number of digits. */
  public static ReferenceTables uncached(int threads) {
    return new ReferenceTables(
        Optional.empty(), new ReferenceTable.Effort(ReferenceTable.DEFAULT_DIGITS, threads));
  }

  /**
   * A table and how it was come by.
   *
   * @param cached whether it was read from the directory
   * @param warning one line if it could not be kept there
   */
  public record Lookup(ReferenceTable table, boolean cached, Optional<String> warning) {}

  /**
   * The table of {@code function} at {@code points}; exceptions as in {@link
   * ReferenceTable#compute}.
   */
  public Lookup table(RealFunction function, List<BinaryRational> points, Progress progress) {
    if (directory.isEmpty()) {
      ReferenceTable table = ReferenceTable.compute(function, points, effort, progress);
      return new Lookup(table, false, Optional.empty());
    }
    Path file = directory.get().resolve(TableFile.name(function.text(), effort.digits(), points));
    Optional<ReferenceTable> kept = read(file, function, points);
    if (kept.isPresent()) {
      return new Lookup(kept.get(), true, Optional.empty());
    }
    ReferenceTable table = ReferenceTable.compute(function, points, effort, progress);
    return new Lookup(table, false, write(file, TableFile.print(table)));
  }

  private Optional<ReferenceTable> read(
      Path file, RealFunction function, List<BinaryRational> points) {
    try {
      // Unreadable is as good as absent: the table is computed, and writing reports what is wrong.
      return TableFile.parse(Files.readString(file), function.text(), effort.digits(), points);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> write(Path file, String text) {
    Path temporary = null;
    try {
      Files.createDirectories(directory.orElseThrow());
      temporary = Files.createTempFile(directory.orElseThrow(), "table", ".part");
      Files.writeString(temporary, text);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return Optional.empty();
    } catch (IOException e) {
      delete(temporary);
      return Optional.of(
          "reference values are not kept: cannot write to %s (%s)"
              .formatted(directory.orElseThrow(), e.getClass().getSimpleName()));
    }
  }

  private static void delete(Path temporary) {
    if (temporary != null) {
      temporary.toFile().delete();
    }
  }
}
