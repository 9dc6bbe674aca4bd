package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;

/** Each plugin runs programs; a program's output is recorded beside it. */
class ShippedPluginsTest {
    @ParameterizedTest(name = "{1} with {0}")
    @CsvSource({"unless, unless", "beginend, blocks"})
    void programPrintsWhatIsRecorded(String plugin, String program) throws IOException {
        StringWriter out = new StringWriter();
        try (Pyvm pyvm = Pyvm.builder().plugin(plugin).output(out).build()) {
            pyvm.runSource(read(program + ".py"), program + ".py");
        }
        assertEquals(read(program + ".out"), out.toString());
    }

    private static String read(String name) throws IOException {
        try (InputStream in = ShippedPluginsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void withoutThePluginItIsNoPython() {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            PyvmException e = assertThrows(PyvmException.class, () -> pyvm.exec("unless 0:\n    pass\n"));
            assertEquals("SyntaxError", e.typeName());
        }
    }

    @Test
    void anUnknownPluginIsNamed() {
        PyvmException e = assertThrows(
                PyvmException.class, () -> Pyvm.builder().plugin("nonsense").build());
        assertTrue(e.getMessage().startsWith("no plugin named 'nonsense'; there are "), e.getMessage());
        assertTrue(e.getMessage().contains(", beginend, "), e.getMessage());
    }

    @Test
    void twoPluginsThatReplaceOneStageAreToldOfEachOther() {
        PyvmException e = assertThrows(
                PyvmException.class,
                () -> Pyvm.builder()
                        .plugin("beginend")
                        .plugin(new OtherTokenizerPlugin())
                        .build());
        assertTrue(e.getMessage().contains("Tokenizer"), e.getMessage());
    }

    /** Replaces the tokenizer as well. */
    private static final class OtherTokenizerPlugin extends org.pyvm.runtime.PyvmPlugin {
        @Override
        protected void contribute() {
            tokenizer(new org.pyvm.tokenizer.PythonTokenizer());
        }
    }
}
