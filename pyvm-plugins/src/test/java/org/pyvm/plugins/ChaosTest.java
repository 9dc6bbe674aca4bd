package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.HandOver;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.Tracing;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.PyvmPlugin;

/** {@code -X eval=chaos} moves frames in their middle, which changes nothing unless a strategy is wrong. */
class ChaosTest {
    private static final String PROGRAM = """
        import sys

        def numbers(n):
            for i in range(n):
                sent = yield i
                if sent:
                    yield -sent

        def work(n, depth=2):
            total, seen = 0, []
            for i in range(30):
                total += i
            generator = numbers(n)
            for i in generator:
                try:
                    if i % 7 == 3:
                        raise KeyError(i)
                    total += (i, work(i % 5, depth - 1) if depth else i)[1] + len(seen)
                except KeyError as error:
                    seen.append(error.args[0])
                    total += abs(generator.send(i))
                finally:
                    total ^= 1
            return total + sum(seen)

        lines = set()
        def tracer(frame, event, argument):
            lines.add((event, frame.f_lineno))
            return tracer

        result = work(40)
        sys.settrace(tracer)
        traced = work(9, 0)
        sys.settrace(None)
        text = f"{result} {traced} {sorted(lines)}"
        """;

    private static String run(String strategy, PyvmPlugin... plugins) {
        Pyvm.Builder builder = Pyvm.builder().strategy(strategy);
        for (PyvmPlugin plugin : plugins) {
            builder.plugin(plugin);
        }
        try (Pyvm pyvm = builder.build()) {
            pyvm.exec(PROGRAM);
            return (String) pyvm.get("text");
        } catch (PyvmException e) {
            return e.getMessage();
        }
    }

    @Test
    void tenSeedsChangeNothing() {
        String expected = run("switch");
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(expected, run("chaos:" + seed), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decoded", "chaos", "chaos:7"})
    void aPluginsStrategyRunsAloneAndAmongTheOthers(String strategy) {
        String expected = run("switch");
        try (Pyvm pyvm = Pyvm.builder().plugin("decoded").strategy(strategy).build()) {
            pyvm.exec(PROGRAM);
            assertEquals(expected, pyvm.get("text"));
        }
    }

    /** Keeps a store to a variable to itself while it jumps back, and forgets it at a hand-over there. */
    private static final class ForgetfulStrategy extends LoopStrategy {
        @Override
        public String name() {
            return "forgetful";
        }

        @Override
        protected PyObject loop(ThreadState thread, Frame frame, int start) {
            byte[] words = frame.code().code().code();
            int offset = start;
            int argument = 0;
            PyObject kept = null;
            int keptIn = 0;
            while (offset >= 0) {
                if (thread.stepping) {
                    if (thread.isHandOverAsked()) {
                        return HandOver.at(thread, offset);
                    }
                    offset = Tracing.beforeInstruction(thread, frame, offset);
                }
                if (kept != null && (words[offset] & 0xFF) != Opcodes.JUMP_ABSOLUTE) {
                    frame.slots[keptIn] = kept;
                    kept = null;
                }
                frame.lastInstruction = offset;
                int opcode = words[offset] & 0xFF;
                argument = argument << 8 | words[offset + 1] & 0xFF;
                if (opcode == Opcodes.EXTENDED_ARG) {
                    offset += 2;
                    continue;
                }
                if (opcode == Opcodes.STORE_FAST) {
                    kept = frame.slots[--frame.stackTop];
                    frame.slots[frame.stackTop] = null;
                    keptIn = argument;
                    offset += 2;
                } else {
                    offset = Instructions.execute(thread, frame, opcode, argument, offset + 2);
                }
                argument = 0;
            }
            PyObject value = frame.slots[--frame.stackTop];
            frame.slots[frame.stackTop] = null;
            if (offset == Instructions.LEAVE) {
                frame.finish();
            }
            return value;
        }
    }

    private static final class ForgetfulPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            strategy(new ForgetfulStrategy());
        }
    }

    @Test
    void aStrategyThatForgetsAtAHandOverIsCaughtAndTheSeedRepeatsIt() {
        String expected = run("switch");
        Set<String> results = new HashSet<>();
        for (int seed = 0; seed < 3; seed++) {
            results.add(repeated(seed));
        }
        results.remove(expected);
        assertTrue(!results.isEmpty());
    }

    /**
     * What a seed gives twice. Finalizers that run when the JVM happens to collect garbage are moved too, and shift what comes
     * behind: so each run begins with an empty nursery, and a third one decides where two differ.
     */
    private static String repeated(int seed) {
        Set<String> seen = new HashSet<>();
        for (int attempt = 0; attempt < 3; attempt++) {
            System.gc();
            String result = run("chaos:" + seed, new ForgetfulPlugin());
            if (!seen.add(result)) {
                return result;
            }
        }
        return fail("seed " + seed + " gave three results: " + seen);
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() {
        PyvmException e = assertThrows(
                PyvmException.class, () -> Pyvm.builder().strategy("chaos:x").build());
        assertEquals("the seed of chaos is no number: 'x'", e.getMessage());
    }
}
