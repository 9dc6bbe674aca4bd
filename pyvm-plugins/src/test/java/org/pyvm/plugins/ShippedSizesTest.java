package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many lines of code a plugin takes, so without blank lines, comments, imports and the package's. */
class ShippedSizesTest {
    private static final Path PLUGINS = Path.of("src/main/java/org/pyvm/plugins");
    private static final Path PAGE = Path.of("../README.md");
    private static final int MOST = 400;
    private static final Map<String, Integer> LIMITS = Map.of("unless", 25, "pipe", 40, "addconstant", 60);

    private static List<String> lines(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ShippedSizesTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCode(String line) {
        return !line.isEmpty()
                && Stream.of("import ", "package ", "/*", "*", "//").noneMatch(line::startsWith);
    }

    @Test
    void noPluginIsLongerThanItsLimitAndTheListSaysItsLines() throws IOException {
        List<String> list = new ArrayList<>();
        try (Stream<Path> folders = Files.list(PLUGINS)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                String name = folder.getFileName().toString();
                long code =
                        lines(folder).stream().filter(ShippedSizesTest::isCode).count();
                assertTrue(code <= LIMITS.getOrDefault(name, MOST), name + ": " + code);
                list.add("- `" + name + "` (" + code + " lines):");
            }
        }
        List<String> shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("- `\\w+` \\(\\d+ lines\\):.*"))
                .map(line -> line.substring(0, line.indexOf(':') + 1))
                .sorted()
                .toList();
        assertEquals(String.join("\n", list), String.join("\n", shown));
    }
}
