package org.formulary.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What computed a record. Names no host and no user.
 *
 * @param toolVersion of Formulary
 * @param jdk vendor and version
 * @param machine operating system, architecture, number of processors, processor model where known
 */
public record RuntimeInfo(String toolVersion, String jdk, String machine) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This process. */
  public static RuntimeInfo current() {
    return current(builtVersion());
  }

  /** This process, with the version given. */
  public static RuntimeInfo current(String toolVersion) {
    return new RuntimeInfo(
        toolVersion,
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        machine(System.getProperty("os.name"), System.getProperty("os.arch"), cpuModel(CPU_INFO)));
  }

  private static String machine(String os, String architecture, Optional<String> cpuModel) {
    String cpus = Runtime.getRuntime().availableProcessors() + " cpus";
    return String.join(", ", os, architecture, cpus) + cpuModel.map(m -> ", " + m).orElse("");
  }

  /** The first model name in a file like Linux's {@code /proc/cpuinfo}. */
  static Optional<String> cpuModel(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name") && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // not Linux: the model stays unknown
    }
  }

  private static String builtVersion() {
    try (InputStream in = RuntimeInfo.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
