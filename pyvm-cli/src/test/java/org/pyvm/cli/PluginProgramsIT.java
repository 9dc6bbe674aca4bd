package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of the shipped plugins under two strategies at once, which must not differ in anything that they do. */
class PluginProgramsIT {
    private static final Path PROGRAMS = Path.of("../pyvm-plugins/src/test/programs");
    private static final String ON = "# plugins: ";

    /** In the folder of programs that cannot run so, with the reason. */
    private static final String EXCLUDED = "not-in-lockstep.txt";

    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !Files.exists(file.resolveSibling(EXCLUDED)))
                    .map(file -> PROGRAMS.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    @Execution(ExecutionMode.CONCURRENT)
    void twoStrategiesDoTheSame(String name) throws IOException, InterruptedException {
        Path program = PROGRAMS.resolve(name).toRealPath();
        List<String> arguments = new ArrayList<>(List.of("-X", "eval=lockstep:switch,closure"));
        String first = Files.readAllLines(program).getFirst();
        if (first.startsWith(ON)) {
            arguments.addAll(List.of("-X", "plugins=" + first.substring(ON.length())));
        }
        arguments.add(program.toString());
        PackedDistribution.Outcome outcome = PackedDistribution.run(PackedDistribution.process(
                program.getParent(), PackedDistribution.command(arguments.toArray(new String[0]))));
        String expected = Files.readString(Path.of(program.toString().replaceFirst("py$", "out")));
        String folder = program.getParent().toString();
        assertEquals(sorted(expected), sorted((outcome.out() + outcome.err()).replace(folder, "/programs")));
    }

    /** Which of the two streams came first was not written down. */
    private static List<String> sorted(String output) {
        return output.lines().sorted().toList();
    }
}
