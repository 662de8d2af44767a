package org.formulary.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeInfoTest {
  @TempDir Path folder;

  @Test
  void versionIsFilledInByTheBuild() {
    assertThat(RuntimeInfo.current().toolVersion()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(RuntimeInfo.current("9.9").toolVersion()).isEqualTo("9.9");
  }

  @Test
  void machineIsDescribedWithoutNamingItOrItsUser() throws Exception {
    RuntimeInfo here = RuntimeInfo.current();
    assertThat(here.jdk()).contains(System.getProperty("java.version"));
    assertThat(here.machine())
        .startsWith(System.getProperty("os.name") + ", " + System.getProperty("os.arch"))
        .contains(Runtime.getRuntime().availableProcessors() + " cpus")
        .doesNotContain(InetAddress.getLocalHost().getHostName());
  }

  @Test
  void processorModelIsTheFirstOneNamed() throws Exception {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(file, "processor : 0\nmodel name\t: Fast CPU: 3 GHz \nmodel name : Other\n");
    assertThat(RuntimeInfo.cpuModel(file)).contains("Fast CPU: 3 GHz");
    Files.writeString(file, "processor : 0\n");
    assertThat(RuntimeInfo.cpuModel(file)).isEmpty();
    assertThat(RuntimeInfo.cpuModel(folder.resolve("absent"))).isEmpty();
  }
}
