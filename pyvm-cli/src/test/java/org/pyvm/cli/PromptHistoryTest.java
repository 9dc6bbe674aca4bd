package org.pyvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptHistoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"x = 1", "if x:\n    y = '\\n'", "'\\\\'", "a\\", ""})
    void aStatementIsOneLineAndComesBack(String statement) {
        String line = PromptHistory.encode(statement);
        assertFalse(line.contains("\n"));
        assertEquals(statement, PromptHistory.decode(line));
    }
}
