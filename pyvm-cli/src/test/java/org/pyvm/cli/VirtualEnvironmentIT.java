package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Python in a virtual environment: its own prefix and packages, the library of the Python that it was made by. A test of the
 * launcher's properties: that script itself would build.
 */
class VirtualEnvironmentIT {
    private static final String MAKE = """
        import sys, venv
        venv.create("env", symlinks=True)
        with open("env/lib/python3.11/site-packages/own.py", "w") as file:
            file.write("WORD = 'own'")
        """;

    private static final String LOOK = """
        import os, sys, sysconfig, own
        here = os.path.join(os.getcwd(), "env")
        print(sys.prefix == here, sys.exec_prefix == here, own.WORD)
        print(sys.executable == os.path.join(here, "bin", "python"))
        print(sys._base_executable == os.path.join(os.getcwd(), "pyvm"))
        print(sysconfig.get_path("purelib") == os.path.join(here, "lib", "python3.11", "site-packages"))
        print([entry[len(here):] for entry in sys.path if entry.startswith(here)], os.path.dirname(os.__file__) in sys.path)
        """;

    @Test
    void hasItsOwnPackages(@TempDir Path given) throws IOException, InterruptedException {
        Path folder = given.toRealPath();
        Path launcher = folder.resolve("pyvm");
        String command = PackedDistribution.command().stream()
                .map(word -> word.equals(Main.class.getName())
                        ? "-Dpyvm.executable=$0 -Dpyvm.launcher=" + launcher + " " + word
                        : word)
                .collect(Collectors.joining(" "));
        Files.writeString(launcher, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        assertEquals(true, launcher.toFile().setExecutable(true));
        assertEquals("", run(folder, launcher.toString(), MAKE));
        assertEquals("""
            True True own
            True
            True
            True
            ['/lib/python3.11/site-packages'] True
            """, run(folder, folder.resolve("env/bin/python").toString(), LOOK));
    }

    private static String run(Path folder, String python, String program) throws IOException, InterruptedException {
        var outcome = PackedDistribution.run(PackedDistribution.process(folder, List.of(python, "-c", program)));
        assertEquals("", outcome.err());
        return outcome.out();
    }
}
