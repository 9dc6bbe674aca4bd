package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program in pyvm-runtime/src/test/programs does, under the evaluation strategies, what it did under CPython 3.11: standard
 * output, standard error and exit status, byte for byte. Each runs in a process of its own, as a user would start it;
 * {@code record.sh} there records what is expected.
 *
 * <p>A slow machine has half an hour for all of it, so the strategies take turns: each program runs under the default one, the
 * reference and {@code closure}, and under one of the three others. {@code -Dpyvm.everyStrategy=true} runs all under all.
 *
 * <p>{@code known_failures.txt} lists what does not pass yet. A program that is listed and passes fails the test: it must leave
 * the list.
 */
class ProgramsIT {
    private static final Path PROGRAMS = Path.of("..", "pyvm-runtime", "src", "test", "programs");
    /** One program in so many runs under {@code chaos}. */
    private static final int CHAOS_SAMPLE = 8;

    private static final List<String> ALWAYS = List.of("switch", "closure", "tiered");
    /** Each has one program in three. */
    private static final List<String> IN_TURN = List.of("table", "adaptive", "jit");

    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS, 2)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .map(file -> PROGRAMS.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** From the program's name to the reason. */
    private static Map<String, String> knownFailures() throws IOException {
        return Files.readAllLines(PROGRAMS.resolve("known_failures.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split("\\s+", 2)[0], line -> line.replaceFirst("\\S+\\s*", "")));
    }

    @Test
    void knownFailuresNameProgramsAndReasons() throws IOException {
        List<String> programs = programs();
        knownFailures().forEach((program, reason) -> {
            assertTrue(programs.contains(program), "no such program: " + program);
            assertTrue(!reason.isBlank(), "no reason: " + program);
        });
    }

    /** Each program under its strategies, and some while frames change hands. */
    static Stream<Arguments> runs() throws IOException {
        List<String> programs = programs();
        boolean every = Boolean.getBoolean("pyvm.everyStrategy");
        Stream<Arguments> all = IntStream.range(0, programs.size())
                .boxed()
                .flatMap(i -> Stream.concat(
                                ALWAYS.stream(), every ? IN_TURN.stream() : Stream.of(IN_TURN.get(i % IN_TURN.size())))
                        .map(strategy -> Arguments.of(programs.get(i), strategy)));
        Stream<Arguments> sample = IntStream.range(0, programs.size())
                .filter(i -> i % CHAOS_SAMPLE == 0)
                .mapToObj(i -> Arguments.of(programs.get(i), "chaos:" + i));
        return Stream.concat(all, sample);
    }

    @ParameterizedTest(name = "{0} under {1}")
    @MethodSource("runs")
    @Execution(ExecutionMode.CONCURRENT)
    void doesWhatPythonDid(String program, String strategy) throws IOException, InterruptedException {
        String reason = knownFailures().get(program);
        String expected = expected(program);
        String actual = run(program, strategy);
        if (reason == null) {
            assertEquals(expected, actual);
        } else if (expected.equals(actual)) {
            fail(program + " passes now: take it out of known_failures.txt");
        } else {
            abort("known failure: " + reason);
        }
    }

    private static String expected(String program) throws IOException {
        Path base = PROGRAMS.resolve(program.substring(0, program.length() - ".py".length()));
        return report(read(base, ".exit", "0").strip(), read(base, ".out", ""), read(base, ".err", ""));
    }

    private static String read(Path base, String suffix, String otherwise) throws IOException {
        Path file = base.resolveSibling(base.getFileName() + suffix);
        return Files.exists(file) ? Files.readString(file) : otherwise;
    }

    private static String run(String program, String strategy) throws IOException, InterruptedException {
        ProcessBuilder builder = PackedDistribution.process(PROGRAMS, PackedDistribution.command(program));
        builder.environment().put("PYVM_EVAL", strategy);
        Path input = PROGRAMS.resolve(program.replaceFirst("\\.py$", ".in"));
        if (Files.exists(input)) {
            builder.redirectInput(input.toFile());
        }
        PackedDistribution.Outcome outcome = PackedDistribution.run(builder);
        return report(
                String.valueOf(outcome.status()), withoutTheMachine(outcome.out()), withoutTheMachine(outcome.err()));
    }

    /** What record.sh does to the recorded output. */
    private static String withoutTheMachine(String text) throws IOException {
        return text.replace(PROGRAMS.toRealPath() + "/", "")
                .replaceAll("[^ \"(\\n]*/lib/python3\\.11/", "<lib>/")
                .replaceAll(" at 0x[0-9a-f]*>", " at 0x...>");
    }

    private static String report(String status, String out, String err) {
        return "exit status " + status + "\n--- standard output\n" + out + "--- standard error\n" + err;
    }
}
