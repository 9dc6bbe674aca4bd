package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostBuilder;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;

/** The embedding API, used as a stranger's program would. */
class EmbeddingTest {
    @Test
    void valuesOfEachKindComeBackInTheirJavaForms() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            assertEquals(2L, pyvm.eval("1 + 1"));
            assertEquals(BigInteger.TWO.pow(70), pyvm.eval("2 ** 70"));
            assertEquals(0.5, pyvm.eval("1 / 2"));
            assertEquals("ab", pyvm.eval("'a' + 'b'"));
            assertEquals(true, pyvm.eval("1 < 2"));
            assertNull(pyvm.eval("None"));
            assertEquals(List.of(1L, "x"), pyvm.eval("[1, 'x']"));
            assertEquals(Map.of("k", List.of(1L, 2L)), pyvm.eval("{'k': (1, 2)}"));
        }
    }

    @Test
    void javaValuesGoInAndPythonFunctionsAreCalled() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            pyvm.set("factor", 3);
            pyvm.exec("def scale(numbers, by=None):\n    return [n * (by or factor) for n in numbers]\n");
            PyObject scale = pyvm.object("scale");
            assertEquals(List.of(3L, 6L), pyvm.call(scale, List.of(1, 2)));
            assertEquals(List.of(1.5), pyvm.call(scale, List.of(3), 0.5));
            assertEquals(3L, pyvm.get("factor"));
            assertNull(pyvm.get("nothing"));
        }
    }

    @Test
    void streamsAreTheEmbedders() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayInputStream in = new ByteArrayInputStream("Grüße\n".getBytes(StandardCharsets.UTF_8));
        try (Pyvm pyvm = Pyvm.builder().input(in).output(out).error(err).build()) {
            pyvm.exec("import sys\nprint('heard', input())\nprint('oops', file=sys.stderr)");
        }
        assertEquals("heard Grüße\n", out.toString());
        assertEquals("oops\n", err.toString());
    }

    @Test
    void anExceptionCarriesThePythonTraceback() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            PyvmException e =
                    assertThrows(PyvmException.class, () -> pyvm.exec("def f(x):\n    return 1 // x\nf(0)\n"));
            assertEquals("ZeroDivisionError", e.typeName());
            assertEquals("ZeroDivisionError: integer division or modulo by zero", e.getMessage());
            assertTrue(e.traceback().startsWith("Traceback (most recent call last):\n"), e.traceback());
            assertTrue(e.traceback().contains("line 2, in f"), e.traceback());
        }
    }

    @Test
    void aSyntaxErrorIsAnExceptionToo() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            PyvmException e = assertThrows(PyvmException.class, () -> pyvm.exec("x = = 1"));
            assertEquals("SyntaxError", e.typeName());
        }
    }

    @Test
    void nativeCodeIsDeniedUnlessTheHostAllowsIt() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            PyvmException e = assertThrows(PyvmException.class, () -> pyvm.exec("import sqlite3"));
            assertEquals("PermissionError", e.typeName());
        }
        Host withoutLibraries = HostBuilder.from(SystemHost.withOwnStreams())
                .natives(names -> {
                    throw new HostException(Errno.ENOENT);
                })
                .build();
        try (Pyvm pyvm = Pyvm.builder().host(withoutLibraries).build()) {
            PyvmException e = assertThrows(PyvmException.class, () -> pyvm.exec("import sqlite3"));
            assertEquals(
                    "ImportError: _sqlite3 needs the system's SQLite library, and none of libsqlite3.so.0,"
                            + " libsqlite3.dylib, winsqlite3.dll can be loaded",
                    e.getMessage());
        }
    }

    @Test
    void filesRunWhenTheHostAllowsIt(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("p.py"), "answer = len(__file__) > 0 and 42\n");
        try (Pyvm pyvm = Pyvm.builder().host(SystemHost.withOwnStreams()).build()) {
            pyvm.runFile(program.toString());
            assertEquals(42L, pyvm.get("answer"));
        }
    }

    @Test
    void byDefaultNothingOutsideIsReached() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            PyvmException e = assertThrows(PyvmException.class, () -> pyvm.exec("open('/etc/passwd')"));
            assertEquals("PermissionError", e.typeName());
            pyvm.runSource("import json\ntext = json.dumps({'a': [1, None]})\n", "memory.py");
            assertEquals("{\"a\": [1, null]}", pyvm.get("text"));
        }
    }

    @Test
    void twoInterpretersOnTwoThreadsSeeNothingOfEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = threads.submit(isolated("first"));
            Future<Boolean> second = threads.submit(isolated("second"));
            assertTrue(first.get());
            assertTrue(second.get());
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Boolean> isolated(String name) {
        return () -> {
            try (Pyvm pyvm = Pyvm.builder().build()) {
                pyvm.set("name", name);
                pyvm.exec("""
                    import sys, string
                    assert not hasattr(string, 'owner'), string.owner
                    string.owner = name
                    class Shared: pass
                    sys.modules['mark_' + name] = Shared
                    for i in range(20000):
                        assert string.owner == name
                    others = [m for m in sys.modules if m.startswith('mark_')]
                    """);
                assertFalse(pyvm.eval("len(Shared.__subclasses__())").equals(1L));
                return pyvm.get("others").equals(List.of("mark_" + name));
            }
        };
    }

    @Test
    void aClosedInterpreterRefusesWork() {
        Pyvm pyvm = Pyvm.builder().build();
        pyvm.close();
        assertThrows(IllegalStateException.class, () -> pyvm.eval("1"));
        pyvm.close();
    }
}
