package org.formulary.results.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.Locale;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.Survey;

/**
 * The folder of a survey: {@code survey.txt} holds its id, {@code units} a file for each unit that
 * was measured. A unit's file appears whole or not at all, so that whatever ends the process, what
 * is there can be relied upon. Safe for use by several threads.
 */
public final class SurveyFolder {
  private static final String ID_FILE = "survey.txt";
  private static final String UNITS = "units";
  private static final String SUFFIX = ".columns.gz";

  private final Path folder;
  private final Survey survey;

  private SurveyFolder(Path folder, Survey survey) {
    this.folder = folder;
    this.survey = survey;
  }

  /**
   * Opens the folder, or makes it. Throws {@link ForeignFolderException} where it belongs to
   * another survey.
   */
  public static SurveyFolder open(Path folder, Survey survey) {
    Path id = folder.resolve(ID_FILE);
    try {
      Files.createDirectories(folder.resolve(UNITS));
      if (!Files.exists(id)) {
        SurveyFolder made = new SurveyFolder(folder, survey);
        made.write(ID_FILE, survey.id() + "\n");
        return made;
      }
      String there = Files.readString(id).strip();
      if (!there.equals(survey.id())) {
        throw new ForeignFolderException(
            "%s holds another survey: \"%s\", not \"%s\"".formatted(folder, there, survey.id()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SurveyFolder(folder, survey);
  }

  /** The units that are there. */
  public BitSet measured() {
    BitSet units = new BitSet();
    for (int unit = 0; unit < survey.units(); unit++) {
      units.set(unit, Files.exists(file(unit)));
    }
    return units;
  }

  /** Keeps what was measured of a unit. */
  public void keep(int unit, DataTable table) {
    try {
      Path temporary = Files.createTempFile(folder.resolve(UNITS), "unit-", ".tmp");
      try {
        ColumnFile.write(temporary, survey.id(), table);
        move(temporary, file(unit));
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was measured of a unit. Throws {@link UncheckedIOException} where the file is damaged. */
  public DataTable read(int unit) {
    try {
      return ColumnFile.read(file(unit));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file(unit) + " is damaged: delete it and run again", e));
    }
  }

  /** Writes a text to a file of the folder. */
  public Path write(String name, String text) {
    try {
      Path temporary = Files.createTempFile(folder, name, ".tmp");
      Files.writeString(temporary, text);
      Path file = folder.resolve(name);
      move(temporary, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(int unit) {
    return folder.resolve(UNITS).resolve(String.format(Locale.ROOT, "unit-%06d%s", unit, SUFFIX));
  }
}
