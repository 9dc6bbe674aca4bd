package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Lines without code of their own are events of the edges that pass them. */
class LineEventsTest {
    @Test
    void passInABranchIsPassedOnlyByThatBranch() {
        CodeObject code = Sources.compile("""
            if x:
                pass
            else:
                y
            z
            """);
        int jump = indexOf(code, Opcodes.JUMP_FORWARD, 1);
        assertArrayEquals(new int[] {jump - 2, jump, 2}, code.lineEvents().toArray());
    }

    /** The jump leads to where it falls through: the two edges could not be told from each other. */
    @Test
    void passInABranchThatIsAllThereIsKeepsANop() {
        CodeObject code = Sources.compile("""
            if x:
                pass
            y
            """);
        assertTrue(code.lineEvents().isEmpty());
        assertEquals(2, code.lineAt(indexOf(code, Opcodes.NOP, 1)));
    }

    @Test
    void aLoopWithoutTestReportsItsLineEachTimeRound() {
        CodeObject code = Sources.compile("""
            while True:
                if x:
                    continue
                y
            """);
        int top = indexOf(code, Opcodes.LOAD_NAME, 1);
        assertArrayEquals(new int[] {1}, code.lineEvents().linesOf(top - 2, top));
        int end = indexOf(code, Opcodes.JUMP_ABSOLUTE, 2);
        assertArrayEquals(new int[] {1}, code.lineEvents().linesOf(end, top));
        assertArrayEquals(new int[] {1}, code.lineEvents().linesOf(indexOf(code, Opcodes.JUMP_ABSOLUTE, 1), top));
    }

    @Test
    void passInElseIsPassedByTheJump() {
        CodeObject code = Sources.compile("""
            if x:
                y
            else:
                pass
            z
            """);
        assertArrayEquals(new int[] {2, 10, 4}, code.lineEvents().toArray());
        assertArrayEquals(new int[] {4}, code.lineEvents().linesOf(2, 10));
        assertArrayEquals(new int[0], code.lineEvents().linesOf(8, 10));
    }

    @Test
    void aModuleOfPassHasAnEventBeforeItsFirstInstruction() {
        CodeObject code = Sources.compile("pass\n'text'\n...\n");
        assertArrayEquals(new int[] {1, 2, 3}, code.lineEvents().linesOf(LineEvents.START, 0));
    }

    @Test
    void aJumpThatIsThreadedKeepsTheLinesItPassed() {
        CodeObject code = Sources.compile("""
            while x:
                if y:
                    z
                else:
                    pass
            """);
        int jump = indexOf(code, Opcodes.POP_JUMP_IF_FALSE, 2);
        int test = indexOf(code, Opcodes.LOAD_NAME, 1);
        assertArrayEquals(new int[] {5}, code.lineEvents().linesOf(jump, test));
    }

    @Test
    void passInAFinallyClauseIsPassedByUnwindingToo() {
        CodeObject code = Sources.compile("""
            try:
                x
            finally:
                pass
            """);
        int end = indexOf(code, Opcodes.END_FINALLY, 1);
        assertArrayEquals(new int[] {4}, code.linesPassed(end - 2, end));
        assertArrayEquals(new int[] {4}, code.linesPassed(2, end));
        assertArrayEquals(new int[0], code.linesPassed(LineEvents.START, end));
        assertArrayEquals(new int[] {4}, code.lineEvents().linesOf(LineEvents.UNWIND, end));
    }

    @Test
    void whatTheCompilerDecidesKeepsItsLine() {
        CodeObject code = Sources.compile("""
            if 0:
                x
            while 0:
                y
            z
            """);
        assertArrayEquals(new int[] {1, 3}, code.lineEvents().linesOf(LineEvents.START, 0));
        assertEquals(5, code.lineAt(0));
    }

    @Test
    void ordinaryCodeNeedsNone() {
        assertTrue(Sources.compile("x = 1\nfor y in x:\n    z()\n").lineEvents().isEmpty());
    }

    /** Offset of the nth instruction with that opcode. */
    private static int indexOf(CodeObject code, int opcode, int n) {
        int seen = 0;
        for (int i = 0; i < code.code().length; i += 2) {
            if ((code.code()[i] & 0xFF) == opcode && ++seen == n) {
                return i;
            }
        }
        throw new AssertionError("no such instruction");
    }
}
