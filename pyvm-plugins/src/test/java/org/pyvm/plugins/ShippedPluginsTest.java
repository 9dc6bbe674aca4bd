package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;

/** How shipped plugins are named, and what is said of those that are not there or contradict each other. */
class ShippedPluginsTest {
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
