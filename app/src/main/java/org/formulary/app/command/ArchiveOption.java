package org.formulary.app.command;

import java.nio.file.Path;
import org.formulary.app.search.EngineOptions;
import picocli.CommandLine.Option;

/** Which archive. */
public final class ArchiveOption {
  @Option(
      names = "--db",
      paramLabel = "FILE",
      defaultValue = EngineOptions.DEFAULT_DB,
      description = "the archive (default: ${DEFAULT-VALUE})")
  Path file;
}
