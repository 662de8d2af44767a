package org.formulary.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.app.text.Readable;
import org.formulary.results.store.Archive;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code formulary export}. */
@Command(
    name = "export",
    description = "Write an entry as source code or in another format; code has a self-test.")
public final class ExportCommand implements Runnable {
  private final Environment environment;

  @Mixin private ArchiveOption archive;

  @Parameters(paramLabel = "ID", description = "the first digits of an id, four or more")
  private String id;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = {
        "for programs: c, java, python, latex, fpcore or json;",
        "for continued fractions: latex, pari, sage or mathematica"
      })
  private String format;

  @Option(
      names = {"--output", "-o"},
      paramLabel = "FILE",
      description = "write to this file, which must not exist, instead of standard output")
  private Path output;

  @Option(names = "--force", description = "overwrite the file")
  private boolean force;

  public ExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    try (Archive open = Archive.openReadOnly(archive.file)) {
      StoredEntry stored = open.entry(id);
      Problem<?> problem = Problems.of(environment, open, stored);
      List<String> formats = problem.presentation().formats();
      if (!formats.contains(format)) {
        throw new InvalidSpecException(
            "format", "format \"%s\": allowed is %s".formatted(format, String.join(", ", formats)));
      }
      String text = Readable.export(problem, stored.entry().notation(), format);
      write(text.endsWith("\n") ? text : text + "\n");
    }
  }

  private void write(String text) {
    if (output == null) {
      environment.out().print(text);
      return;
    }
    OpenOption[] how =
        force
            ? new OpenOption[0]
            : new OpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW};
    try {
      Files.writeString(output, text, how);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw Failure.badInput(
          "option --output: %s exists already; choose another file or add --force"
              .formatted(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.err().println("wrote " + output);
  }
}
