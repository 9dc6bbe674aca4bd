package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -m pyvm.bench} measures: one short run of one program, and what it leaves. What it makes of figures is in the session
 * {@code bench}.
 */
class BenchTest {
    @TempDir
    Path folder;

    /** Starts the classes under test: forks start what {@code sys.executable} names. */
    private Path launcher() throws IOException {
        Path home = Path.of(System.getProperty("pyvm.home", "target/pyvm")).toAbsolutePath();
        Path launcher = folder.resolve("launcher");
        Files.writeString(launcher, """
            #!/bin/sh
            exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED '-Dpyvm.home=%s' \
            '-Dpyvm.executable=%s' -cp '%s' %s "$@"
            """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        home,
                        launcher,
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        assertTrue(launcher.toFile().setExecutable(true));
        return launcher;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString(), "-m", "pyvm.bench", "--against", "none"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    @Test
    void aShortRunLeavesATableJsonAndAPage() throws Exception {
        String printed =
                run("--strategies", "switch,table", "--forks", "1", "--warm-up", "0", "--rounds", "1", "n_queens");
        assertTrue(printed.contains("program   switch ms  table ms\n"), printed);
        assertTrue(printed.contains("written: pyvm-bench.json, pyvm-bench.html"), printed);
        String json = Files.readString(folder.resolve("pyvm-bench.json"));
        assertTrue(json.contains("\"complete\": true") && json.contains("n_queens"), json);
        String page = Files.readString(folder.resolve("pyvm-bench.html"));
        assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains("n_queens, table"), page);
    }

    @Test
    void coldRunsMeasureWholeProcesses() throws Exception {
        String printed = run("--cold", "--forks", "1", "--strategies", "switch", "--json", "--sizes", "2", "n_queens");
        assertTrue(printed.contains("\"n_queens x2\"") && printed.contains("whole processes"), printed);
    }
}
