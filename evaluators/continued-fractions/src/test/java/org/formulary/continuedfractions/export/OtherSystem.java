package org.formulary.continuedfractions.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts by other systems, where they are installed. */
public final class OtherSystem {
  private OtherSystem() {}

  /** Whether a program is installed. */
  public static boolean answers(String... command) throws InterruptedException {
    try {
      Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
      p.getOutputStream().close();
      p.getInputStream().readAllBytes();
      return p.waitFor(30, TimeUnit.SECONDS) && p.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a script prints. */
  public static String run(Path folder, String script, String... command)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script"), script);
    List<String> all = new ArrayList<>(List.of(command));
    all.add(file.toString());
    Process p = new ProcessBuilder(all).redirectErrorStream(true).start();
    p.getOutputStream().close();
    String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(p.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return out.strip();
  }
}
