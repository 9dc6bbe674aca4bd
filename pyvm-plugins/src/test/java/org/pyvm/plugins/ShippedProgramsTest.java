package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.runtime.internal.assembly.Contribution;
import org.pyvm.runtime.internal.assembly.Contributions;
import org.pyvm.testkit.PluginProgram;

/**
 * Runs the programs of the shipped plugins under every strategy: {@code src/test/programs/PLUGIN/NAME.py}, what it prints
 * in {@code NAME.out}. Of a new program the output is written down, for the author to read. Under two strategies in lockstep
 * pyvm-cli's {@code PluginProgramsIT} runs them.
 */
class ShippedProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/programs");
    private static final Path TESTS = Path.of("src/test/java/org/pyvm/plugins");
    /** The first line of a program for a plugin that is none of syntax, which no header can ask for. */
    private static final String ON = "# plugins: ";

    private static final List<String> STRATEGIES =
            List.of("switch", "table", "adaptive", "closure", "jit", "tiered", "chaos");

    @TestFactory
    Stream<DynamicTest> everyProgramPrintsWhatIsRecorded() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            List<Path> programs = files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
            return programs.stream()
                    .flatMap(program -> STRATEGIES.stream()
                            .map(strategy -> DynamicTest.dynamicTest(
                                    PROGRAMS.relativize(program) + " under " + strategy,
                                    () -> check(program, strategy))));
        }
    }

    /** Each has {@code failure.py}, which ends in a traceback; one that a header can ask for has {@code errors.py}, one that adds to the grammar a TCK test. */
    @Test
    void everyPluginHasProgramsForWhatGoesWrongAndATestOfEveryTool() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/pyvm/plugins"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Path programs = PROGRAMS.resolve(folder.getFileName());
                Path failure = programs.resolve("failure.py");
                if (!Files.exists(failure)
                        || !Files.readString(programs.resolve("failure.out")).contains("Traceback (most recent")) {
                    missing.add(failure.toString());
                } else if (!Files.readString(failure).startsWith(ON)) {
                    Path tests = TESTS.resolve(folder.getFileName());
                    if (!Files.exists(programs.resolve("errors.py"))) {
                        missing.add(programs.resolve("errors.py").toString());
                    }
                    if (addsSyntax(folder) && (!Files.isDirectory(tests) || !hasTck(tests))) {
                        missing.add(tests + "/*TckTest.java");
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static boolean addsSyntax(Path folder) {
        String name = folder.getFileName().toString();
        return ServiceLoader.load(PyvmPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> plugin.name().equals(name))
                .flatMap(plugin -> Contributions.of(List.of(plugin)).all().stream())
                .anyMatch(each -> each instanceof Contribution.Grammar
                        || each instanceof Contribution.Infix
                        || each instanceof Contribution.Replacement<?>);
    }

    private static boolean hasTck(Path tests) throws IOException {
        try (Stream<Path> files = Files.list(tests)) {
            return files.anyMatch(file -> file.toString().endsWith("TckTest.java"));
        }
    }

    private static void check(Path program, String strategy) throws IOException {
        String name = program.getFileName().toString();
        Path recorded = program.resolveSibling(name.replace(".py", ".out"));
        String source = Files.readString(program);
        PluginProgram run = PluginProgram.named(name, source).under(strategy);
        if (source.startsWith(ON)) {
            run = run.with(source.lines().findFirst().orElseThrow().substring(ON.length()));
        }
        String output = run.run();
        if (Files.exists(recorded)) {
            assertEquals(Files.readString(recorded), output);
        } else {
            Files.writeString(recorded, output);
            fail("nothing was recorded for " + program + "; read what is there now");
        }
    }
}
