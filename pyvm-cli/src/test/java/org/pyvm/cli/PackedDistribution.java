package org.pyvm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the distribution as a user would, in a process of its own. Works after it was packed only: the JVM's cache of loaded
 * classes, which takes two thirds off a short run, is for jars.
 */
final class PackedDistribution {
    /** After so long a process is taken for one that hangs. */
    static final int SECONDS = 120;

    private static final Path HOME =
            Path.of(System.getProperty("pyvm.home", "target/pyvm")).toAbsolutePath();

    private PackedDistribution() {}

    /** What a process left behind. */
    record Outcome(int status, String out, String err) {}

    /** The command that runs Python with these arguments. */
    static List<String> command(String... arguments) {
        return java("-XX:AOTCache=" + Cache.FILE, Main.class, arguments);
    }

    private static List<String> java(String cacheOption, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                cacheOption,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                "-Dpyvm.home=" + HOME,
                "-cp",
                HOME.resolve("lib").resolve("pyvm-cli.jar").toString(),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A process of that command in a folder, with an environment that does not depend on the machine and nothing to read. */
    static ProcessBuilder process(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.redirectInput(Path.of("/dev/null").toFile());
        return builder;
    }

    /** Runs a process to its end. A status of -1 means that it had to be killed. */
    static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("program", ".out");
        Path err = Files.createTempFile("program", ".err");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Outcome(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Made at the first use; a JVM that makes none runs the programs more slowly. */
    private static final class Cache {
        static final Path FILE = make();

        private static Path make() {
            Path file = Path.of("target", "programs.aot").toAbsolutePath();
            Path training = Path.of("src", "main", "launcher", "training.py").toAbsolutePath();
            try {
                Files.deleteIfExists(file);
                Process process = new ProcessBuilder(
                                java("-XX:AOTCacheOutput=" + file, Training.class, training.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("target", "programs.aot.log").toFile())
                        .start();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot start the distribution in " + HOME, e);
            }
            return file;
        }
    }
}
