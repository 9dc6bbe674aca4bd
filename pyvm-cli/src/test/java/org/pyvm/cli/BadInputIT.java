package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody should feed to Python, or do to it: the message and the exit status are those of CPython 3.11.7, and no Java
 * stack trace is to be seen. The files are made here, since some are too large to keep.
 */
@Execution(ExecutionMode.CONCURRENT)
class BadInputIT {
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException {
        byte[] everyByte = new byte[2048];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        Files.write(folder.resolve("binary.py"), everyByte);
        Files.writeString(folder.resolve("nul.py"), "x = 1\nprint(x)\0\n");
        Files.writeString(folder.resolve("line.py"), "x = '" + "a".repeat(10 * MEGABYTE) + "'\nprint(len(x))\n");
        Files.writeString(
                folder.resolve("brackets.py"), "x = (\n" + "(\n".repeat(10_000) + ")\n".repeat(10_000) + ")\n");
        StringBuilder branches = new StringBuilder("x = 5\nif x == -1:\n    pass\n");
        for (int i = 0; i < 100_000; i++) {
            branches.append("elif x == ")
                    .append(i)
                    .append(":\n    print(")
                    .append(i)
                    .append(")\n");
        }
        Files.writeString(folder.resolve("branches.py"), branches);
        Files.writeString(folder.resolve("latin.py"), "x = '\u00e9'\n", StandardCharsets.ISO_8859_1);
        Files.createDirectories(folder.resolve("directory"));
    }

    /** Arguments, exit status, standard error. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(
                        "binary.py",
                        1,
                        "  File \"binary.py\", line 1\n    \nSyntaxError: source code cannot contain null bytes\n"),
                Arguments.of("nul.py", 1, """
                      File "nul.py", line 2
                        print(x)
                    SyntaxError: source code cannot contain null bytes
                    """),
                Arguments.of("line.py", 0, ""),
                Arguments.of("brackets.py", 1, """
                      File "brackets.py", line 201
                        (
                        ^
                    SyntaxError: too many nested parentheses
                    """),
                Arguments.of("branches.py", 1, "MemoryError\n"),
                Arguments.of(
                        "latin.py",
                        1,
                        "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file latin.py on line 1, but no "
                                + "encoding declared; see https://peps.python.org/pep-0263/ for details\n"),
                Arguments.of("directory", 1, "pyvm: can't find '__main__' module in 'directory'\n"),
                Arguments.of(
                        "missing.py", 2, "pyvm: can't open file 'missing.py': [Errno 2] No such file or directory\n"),
                Arguments.of("-m missing", 1, "pyvm: No module named missing\n"),
                Arguments.of(
                        "-m directory",
                        1,
                        "pyvm: No module named directory.__main__; 'directory' is a package and cannot be directly"
                                + " executed\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void isToldAsByPython(String arguments, int status, String err) throws IOException, InterruptedException {
        PackedDistribution.Outcome outcome =
                PackedDistribution.run(PackedDistribution.process(folder, python(arguments.split(" "))));
        assertEquals(err, outcome.err().replace(folder.toRealPath() + "/", ""));
        assertEquals(status, outcome.status());
    }

    private static List<String> python(String... arguments) {
        return PackedDistribution.command(arguments);
    }

    /** What a shell does to standard output, exit status, standard error. */
    static Stream<Arguments> outputs() {
        String full = """
            Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>
            OSError: [Errno 28] No space left on device
            """;
        String broken = """
            Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>
            BrokenPipeError: [Errno 32] Broken pipe
            """;
        return Stream.of(
                Arguments.of(">&-", 0, ""), Arguments.of(">/dev/full", 120, full), Arguments.of("| true", 120, broken));
    }

    @ParameterizedTest(name = "print(1) {0}")
    @MethodSource("outputs")
    void outputThatCannotBeWrittenIsTold(String redirection, int status, String err)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "set -o pipefail; \"$@\" " + redirection, "bash"));
        command.addAll(python("-c", "import time; time.sleep(0.3); print(1)"));
        PackedDistribution.Outcome outcome = PackedDistribution.run(PackedDistribution.process(folder, command));
        assertEquals(err, outcome.err());
        assertEquals(status, outcome.status());
    }

    @Test
    void controlCIsAKeyboardInterrupt() throws IOException, InterruptedException {
        Path err = folder.resolve("interrupted.err");
        // A build in the background of a script has the signal ignored, and so would Python.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(python("-c", "import time; print('ready', flush=True); time.sleep(60)"));
        Process process = PackedDistribution.process(folder, command)
                .redirectError(err.toFile())
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertEquals("ready", out.readLine());
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertEquals(true, process.waitFor(PackedDistribution.SECONDS, TimeUnit.SECONDS), "still running");
        } finally {
            process.destroyForcibly();
        }
        assertEquals("""
            Traceback (most recent call last):
              File "<string>", line 1, in <module>
            KeyboardInterrupt
            """, Files.readString(err));
        assertEquals(130, process.exitValue());
    }
}
