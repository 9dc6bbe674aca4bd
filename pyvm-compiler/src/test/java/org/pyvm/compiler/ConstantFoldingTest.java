package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.ast.ConstantRepr;

class ConstantFoldingTest {
    static Stream<String> cases() {
        return Sources.file("folding.txt").lines();
    }

    /** An expression, and the constant that CPython 3.6.15 makes of it, or that it leaves it to run time. */
    @ParameterizedTest
    @MethodSource("cases")
    void foldsWhat36Folds(String line) {
        String[] fields = line.split("  ->  ");
        CodeObject code = Sources.compile("x = " + fields[0] + "\n");
        boolean folded = code.code().length == 8 && (code.code()[0] & 0xFF) == Opcodes.LOAD_CONST;
        String seen = folded ? ConstantRepr.of(code.constants().get(code.code()[1])) : "left";
        assertEquals(fields[1], seen);
    }
}
