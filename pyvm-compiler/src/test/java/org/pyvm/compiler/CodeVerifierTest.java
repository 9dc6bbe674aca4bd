package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyvm.ast.SpecialConstant;

class CodeVerifierTest {
    private static final CodeVerifier VERIFIER = new CodeVerifier(InstructionSet.python());

    private static CodeObject code(int... words) {
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = (byte) words[i];
        }
        return CodeObject.builder()
                .withCode(bytes)
                .withStackSize(10)
                .withConstants(List.of(SpecialConstant.NONE))
                .withNames(List.of("name"))
                .build();
    }

    static Stream<Arguments> unsound() {
        return Stream.of(
                Arguments.of("code of 0 bytes", code()),
                Arguments.of("code of 3 bytes", code(LOAD_CONST, 0, RETURN_VALUE)),
                Arguments.of("unknown opcode 7", code(7, 0)),
                Arguments.of("LOAD_CONST 1 is out of range", code(LOAD_CONST, 1, RETURN_VALUE, 0)),
                Arguments.of("LOAD_NAME 1 is out of range", code(LOAD_NAME, 1, RETURN_VALUE, 0)),
                Arguments.of("LOAD_FAST 0 is out of range", code(LOAD_FAST, 0, RETURN_VALUE, 0)),
                Arguments.of("LOAD_DEREF 0 is out of range", code(LOAD_DEREF, 0, RETURN_VALUE, 0)),
                Arguments.of("COMPARE_OP 11 is out of range", code(COMPARE_OP, 11)),
                Arguments.of("JUMP_ABSOLUTE 8 leads to no instruction", code(JUMP_ABSOLUTE, 8)),
                Arguments.of("JUMP_ABSOLUTE 1 leads to no instruction", code(JUMP_ABSOLUTE, 1)),
                Arguments.of(
                        "JUMP_ABSOLUTE 4 leads to no instruction",
                        code(JUMP_ABSOLUTE, 4, EXTENDED_ARG, 0, LOAD_CONST, 0, RETURN_VALUE, 0)),
                Arguments.of("RETURN_VALUE takes more than there is at offset 0", code(RETURN_VALUE, 0)),
                Arguments.of("control runs off the end at offset 0", code(LOAD_CONST, 0)),
                Arguments.of("EXTENDED_ARG at the end", code(LOAD_CONST, 0, RETURN_VALUE, 0, EXTENDED_ARG, 0)),
                Arguments.of(
                        "stacks differ: depth 0, blocks 0 and depth 1, blocks 0 before 0 at offset 2",
                        code(LOAD_CONST, 0, JUMP_ABSOLUTE, 0)),
                Arguments.of("POP_BLOCK without a block at offset 0", code(POP_BLOCK, 0)),
                Arguments.of("BREAK_LOOP outside a loop at offset 0", code(BREAK_LOOP, 0)),
                Arguments.of(
                        "END_FINALLY without anything pending on top at offset 2", code(LOAD_CONST, 0, END_FINALLY, 0)),
                Arguments.of(
                        "stacks differ: depth 0, blocks 0 and depth 0, blocks 1 before 2 at offset 0",
                        code(SETUP_LOOP, 0, LOAD_CONST, 0, RETURN_VALUE, 0)),
                Arguments.of(
                        "a finally handler is entered with different stacks at offset 4",
                        code(SETUP_FINALLY, 2, POP_BLOCK, 0, END_FINALLY, 0, LOAD_CONST, 0, RETURN_VALUE, 0)),
                Arguments.of(
                        "needs a stack of 11, has 10",
                        code(
                                LOAD_CONST,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                DUP_TOP,
                                0,
                                RETURN_VALUE,
                                0)));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void refusesUnsoundCode(String problem, CodeObject code) {
        List<String> problems = VERIFIER.problems(code);
        assertTrue(problems.getFirst().endsWith(problem), problems.toString());
    }

    @Test
    void looksIntoNestedCode() {
        CodeObject outer = code(LOAD_CONST, 0, RETURN_VALUE, 0).toBuilder()
                .withConstants(List.of(SpecialConstant.NONE, code(POP_TOP, 0)))
                .build();
        assertEquals(1, VERIFIER.problems(outer).size());
    }

    @Test
    void acceptsCodeMadeByHand() {
        CodeObject code = code(
                SETUP_LOOP,
                8,
                LOAD_NAME,
                0,
                POP_JUMP_IF_FALSE,
                8,
                BREAK_LOOP,
                0,
                POP_BLOCK,
                0,
                LOAD_CONST,
                0,
                RETURN_VALUE,
                0);
        assertEquals(List.of(), VERIFIER.problems(code));
    }

    /** The handler of a finally clause is entered with one, two or six items: the stack must have room for the six. */
    @Test
    void whatIsPendingInAFinallyClauseCountsInTheStackSize() {
        CodeObject code = Sources.compile("""
            try:
                a
            finally:
                b(c, d)
            """);
        assertEquals(9, code.stackSize());
    }
}
