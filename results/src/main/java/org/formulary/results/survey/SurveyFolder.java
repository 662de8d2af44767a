package org.formulary.results.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.Survey;

/**
 * The folder of a survey: {@code survey.txt} holds its id, {@code units} a file for each unit that
 * was measured. A unit's file appears whole or not at all, so that whatever ends the process, what
 * is there can be relied upon. One process at a time, whose threads may share it.
 */
public final class SurveyFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String ID_FILE = "survey.txt";
  private static final String UNITS = "units";
  private static final String TEMPORARY = ".tmp";
  private static final String SUFFIX = ".columns.gz";

  private final Path folder;
  private final Survey survey;

  /** Holds the lock, which ends with the process whatever ends that. */
  private final FileChannel lock;

  private SurveyFolder(Path folder, Survey survey, FileChannel lock) {
    this.folder = folder;
    this.survey = survey;
    this.lock = lock;
  }

  /**
   * Opens the folder, or makes it. Throws {@link ForeignFolderException} where it belongs to
   * another survey, or to another process at this time.
   */
  public static SurveyFolder open(Path folder, Survey survey) {
    try {
      Files.createDirectories(folder.resolve(UNITS));
      SurveyFolder opened = new SurveyFolder(folder, survey, locked(folder));
      try {
        opened.claim();
        opened.tidy();
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // In this process, which is the same to the user.
    }
    channel.close();
    throw new ForeignFolderException(folder + " is in use by another process");
  }

  private void claim() throws IOException {
    Path id = folder.resolve(ID_FILE);
    if (!Files.exists(id)) {
      write(ID_FILE, survey.id() + "\n");
      return;
    }
    String there = Files.readString(id).strip();
    if (!there.equals(survey.id())) {
      throw new ForeignFolderException(
          "%s holds another survey: \"%s\", not \"%s\"".formatted(folder, there, survey.id()));
    }
  }

  /** Deletes what a process left that was killed while it wrote. */
  private void tidy() throws IOException {
    for (Path inside : List.of(folder, folder.resolve(UNITS))) {
      try (Stream<Path> files = Files.list(inside)) {
        for (Path file : files.filter(f -> f.toString().endsWith(TEMPORARY)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      Path temporary = temporary(file(unit));
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
      Path file = folder.resolve(name);
      Path temporary = temporary(file);
      Files.writeString(temporary, text);
      move(temporary, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary(Path file) {
    return file.resolveSibling(file.getFileName() + TEMPORARY);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(int unit) {
    return folder.resolve(UNITS).resolve(String.format(Locale.ROOT, "unit-%06d%s", unit, SUFFIX));
  }
}
