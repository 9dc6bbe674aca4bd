package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.CompileException;

class LimitsTest {
    private static final long STACK = 16L << 20;

    /** Compiles on a thread with a stack of the size that Python code gets. */
    private static CodeObject onSmallStack(String source) {
        AtomicReference<CodeObject> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(Sources.compile(source));
                    } catch (CompileException e) {
                        failure.set(e);
                    }
                },
                "compiler",
                STACK);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure.get() instanceof CompileException e) {
            throw e;
        }
        assertEquals(null, failure.get());
        return result.get();
    }

    @Test
    void longElifChainsCompile() {
        String source = "if a: b\n" + "elif a: b\n".repeat(2500) + "else: c\n";
        CodeObject code = onSmallStack(source);
        assertEquals(2501 * 2 + 1, count(code, Opcodes.LOAD_NAME));
    }

    @Test
    void longOperatorChainsCompile() {
        CodeObject code = onSmallStack("x = a" + " + a".repeat(2500) + "\n");
        assertEquals(2500, count(code, Opcodes.BINARY_ADD));
    }

    @Test
    void tooDeepNestingIsARecursionError() {
        CompileException error =
                assertThrows(CompileException.class, () -> onSmallStack("x = a" + " + a".repeat(100_000) + "\n"));
        assertEquals("RecursionError", error.exceptionName());
        assertEquals("maximum recursion depth exceeded during compilation", error.getMessage());
    }

    @Test
    void jumpsAndOperandsTakeAsManyBytesAsTheyNeed() {
        StringBuilder source = new StringBuilder("if a:\n");
        for (int i = 0; i < 70_000; i++) {
            source.append("    x").append(i).append(" = ").append(i + 0.5).append('\n');
        }
        CodeObject code = Sources.compile(source + "b\n");
        assertEquals(70_000, count(code, Opcodes.STORE_NAME));
        String listing = new Disassembler(InstructionSet.python()).list(code);
        assertEquals(true, listing.contains("LOAD_CONST           69999 (69999.5)"), "the last constant");
    }

    @Test
    void twentyBlocksNest() {
        StringBuilder source = new StringBuilder();
        for (int depth = 0; depth < 20; depth++) {
            source.append(" ".repeat(depth)).append("while a:\n");
        }
        assertEquals(20, count(Sources.compile(source + " ".repeat(20) + "b\n"), Opcodes.SETUP_LOOP));
    }

    private static int count(CodeObject code, int opcode) {
        int count = 0;
        for (int i = 0; i < code.code().length; i += 2) {
            count += (code.code()[i] & 0xFF) == opcode ? 1 : 0;
        }
        return count;
    }
}
