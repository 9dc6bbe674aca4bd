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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each program in pyvm-runtime/src/test/programs does, under the evaluation strategies, what it did under CPython 3.11: standard
 * output, standard error and exit status, byte for byte. Each runs in a process of its own, as a user would start it;
 * {@code record.sh} there records what is expected.
 *
 * <p>A slow machine has half an hour for all of it, so the strategies take turns: each program runs under the default one, the
 * reference and {@code closure}, and under one of the three others; one in eight under {@code chaos}, and one in eight under
 * {@code lockstep}, which {@code not_in_lockstep.txt} keeps some out of. {@code -Dpyvm.everyStrategy=true} runs all under all
 * strategies and {@code lockstep}.
 *
 * <p>{@code known_failures.txt} lists what does not pass yet. A program that is listed and passes fails the test: it must leave
 * the list.
 */
class ProgramsIT {
    private static final Path PROGRAMS = Path.of("..", "pyvm-runtime", "src", "test", "programs");
    /** One program in so many runs under {@code chaos}, and another one under {@code lockstep}. */
    private static final int SAMPLE = 8;

    private static final String LOCKSTEP = "lockstep:switch,tiered";

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

    private static Map<String, String> knownFailures() throws IOException {
        return reasons("known_failures.txt");
    }

    private static Map<String, String> notInLockstep() throws IOException {
        return reasons("not_in_lockstep.txt");
    }

    /** From the programs' names to the reasons, as a list has them. */
    private static Map<String, String> reasons(String list) throws IOException {
        return Files.readAllLines(PROGRAMS.resolve(list)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split("\\s+", 2)[0], line -> line.replaceFirst("\\S+\\s*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"known_failures.txt", "not_in_lockstep.txt"})
    void listsNameProgramsAndReasons(String list) throws IOException {
        List<String> programs = programs();
        reasons(list).forEach((program, reason) -> {
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
        Stream<Arguments> chaos = IntStream.range(0, programs.size())
                .filter(i -> i % SAMPLE == 0)
                .mapToObj(i -> Arguments.of(programs.get(i), "chaos:" + i));
        Set<String> leftOut = notInLockstep().keySet();
        Stream<Arguments> lockstep = IntStream.range(0, programs.size())
                .filter(i -> every || i % SAMPLE == SAMPLE / 2)
                .filter(i -> !leftOut.contains(programs.get(i)))
                .mapToObj(i -> Arguments.of(programs.get(i), LOCKSTEP));
        return Stream.of(all, chaos, lockstep).flatMap(Function.identity());
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
