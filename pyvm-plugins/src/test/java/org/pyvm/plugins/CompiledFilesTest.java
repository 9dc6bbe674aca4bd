package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.PyvmPlugin;

/** When a compiled file is used, and when its source is compiled again: it depends on the plugins and their versions. */
class CompiledFilesTest {
    @TempDir
    private Path folder;

    /** {@code !} is a number that differs from version to version. */
    private static final class AnswerPlugin extends PyvmPlugin {
        private final String version;
        private final String answer;

        AnswerPlugin(String version, String answer) {
            this.version = version;
            this.answer = answer;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        protected void contribute() {
            grammar("""
                atom: ... | answer_atom
                answer_atom: '!'
                """);
            token("BANG", "!");
            expressionLowering("answer_atom", answer);
        }
    }

    @BeforeEach
    void aModuleThatAsks() throws IOException {
        Files.writeString(folder.resolve("asking.py"), "from __syntax__ import answer\nvalue = !\n");
        Files.writeString(folder.resolve("plain.py"), "def value():\n    return 1 + 2\n");
    }

    /** A plugin that can be had, but is on only where a file asks for it, is one that is on nowhere else. */
    private Object importedValue(String module, String expression, List<PyvmPlugin> plugins, String... switchedOn) {
        Pyvm.Builder builder = Pyvm.builder().host(SystemHost.withOwnStreams());
        plugins.forEach(builder::plugin);
        for (String name : switchedOn) {
            builder.plugin(name);
        }
        try (Pyvm pyvm = builder.build()) {
            pyvm.set("folder", folder.toString());
            pyvm.exec(
                    "import sys\nsys.dont_write_bytecode = False\nsys.path.insert(0, folder)\nimport " + module + "\n");
            return pyvm.eval(module + "." + expression);
        }
    }

    private Path compiled(String module) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("__pycache__"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(module + "."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Object asking(PyvmPlugin... plugins) {
        return importedValue("asking", "value", List.of(plugins));
    }

    @Test
    void anotherVersionOfAPluginCompilesAgain() throws IOException {
        assertEquals(41L, asking(new AnswerPlugin("1", "41")));
        byte[] first = Files.readAllBytes(compiled("asking"));
        assertEquals(41L, asking(new AnswerPlugin("1", "0")));
        assertEquals(42L, asking(new AnswerPlugin("2", "42")));
        byte[] second = Files.readAllBytes(compiled("asking"));
        assertTrue(first.length > 0 && !java.util.Arrays.equals(first, second), "the file was not written again");
        assertEquals(42L, asking(new AnswerPlugin("2", "0")));
    }

    @Test
    void aPluginThatIsGoneIsNamed() {
        assertEquals(41L, asking(new AnswerPlugin("1", "41")));
        PyvmException e = assertThrows(PyvmException.class, this::asking);
        assertTrue(e.getMessage().contains("answer"), e.getMessage());
        assertEquals("SyntaxError", e.typeName());
    }

    @Test
    void withoutItsSourceACompiledFileNeedsTheVersionItWasMadeWith() throws IOException {
        asking(new AnswerPlugin("1", "41"));
        Files.move(compiled("asking"), folder.resolve("asking.pyc"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.resolve("asking.py"));
        assertEquals(41L, asking(new AnswerPlugin("1", "0")));
        PyvmException other = assertThrows(PyvmException.class, () -> asking(new AnswerPlugin("2", "42")));
        assertEquals("ImportError: code was compiled with plugin answer 1, but there is 2", other.getMessage());
        PyvmException gone = assertThrows(PyvmException.class, this::asking);
        assertEquals("ImportError: code was compiled with plugin answer, which cannot be found", gone.getMessage());
    }

    @Test
    void whatIsSwitchedOnFromOutsideBelongsToTheSet() throws IOException {
        String opcodes = "value.__code__.co_code.hex()";
        Object plain = importedValue("plain", opcodes, List.of());
        PyvmPlugin twenty = new PyvmPlugin() {
            @Override
            public String name() {
                return "twenty";
            }

            @Override
            protected void contribute() {
                rewrite(
                        org.pyvm.ast.Expr.Constant.class,
                        node -> node.value().equals(2L)
                                ? new org.pyvm.ast.Expr.Constant(20L, node.kind(), node.range())
                                : node);
            }
        };
        assertEquals(3L, importedValue("plain", "value()", List.of()));
        assertEquals(21L, importedValue("plain", "value()", List.of(twenty)));
        assertEquals(21L, importedValue("plain", "value()", List.of(twenty)));
        assertEquals(3L, importedValue("plain", "value()", List.of()));
        assertEquals(
                plain.toString(), importedValue("plain", opcodes, List.of()).toString());
    }
}
