package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Pyvm;

/** An instrument of a stranger's. */
class InstrumentTest {
    private static final String PROGRAM = """
            def inner(x, *, by=1):
                return 6 / x

            def outer():
                for i in range(2, 4):
                    try:
                        pass
                    finally:
                        if i == 3:
                            break
                try:
                    inner(0, by=2)
                except ZeroDivisionError:
                    return 'caught'
            """;

    /** Notes what happens in the functions of the program. */
    private static final class Log implements Instrument {
        final List<String> events = new ArrayList<>();
        final List<String> opcodes = new ArrayList<>();
        int before;
        int after;
        int polls;

        private void note(Frame frame, String event) {
            String function = frame.code().name().toString();
            if (function.equals("inner") || function.equals("outer")) {
                events.add(function + ": " + event);
            }
        }

        @Override
        public void entered(ThreadState thread, Frame frame) {
            note(frame, "entered");
        }

        @Override
        public void line(ThreadState thread, Frame frame, int line) {
            note(frame, "line " + line);
        }

        @Override
        public void before(ThreadState thread, Frame frame, int pc, int opcode, int argument) {
            before++;
            if (frame.code().name().toString().equals("inner")) {
                String name = InstructionSet.python().opcode(opcode).name();
                opcodes.add(pc + " " + name + " " + argument + " stack " + frame.valueStack().length);
            }
        }

        @Override
        public void after(ThreadState thread, Frame frame, int pc, int opcode, int argument, int next) {
            after++;
        }

        @Override
        public void calling(ThreadState thread, Frame frame, PyObject callable, PyObject[] arguments, PyStr[] names) {
            note(frame, "calls " + callable.type().name() + " " + arguments.length + " " + names.length);
        }

        @Override
        public void returned(ThreadState thread, Frame frame, PyObject value) {
            note(frame, "returned " + value.type().name());
        }

        @Override
        public void raised(ThreadState thread, Frame frame, PyBaseException exception) {
            note(frame, "raised " + exception.type().name());
        }

        @Override
        public void unwound(ThreadState thread, Frame frame, int why, int kind, int target) {
            note(frame, "why " + why + " block " + kind);
        }

        @Override
        public void left(ThreadState thread, Frame frame) {
            note(frame, "left");
        }

        @Override
        public void polled(ThreadState thread, Frame frame) {
            polls++;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "table", "closure", "tiered"})
    void toldUnderEveryStrategy(String strategy) {
        Log log = new Log();
        try (Pyvm pyvm = Pyvm.builder().strategy(strategy).build()) {
            pyvm.exec(PROGRAM);
            PyObject outer = pyvm.object("outer");
            pyvm.call(outer);
            pyvm.install(log);
            assertEquals("caught", pyvm.call(outer));
            pyvm.remove(log);
            pyvm.call(outer);
        }
        assertEquals(
                List.of(
                        "outer: entered",
                        "outer: line 5",
                        "outer: calls type 2 0",
                        "outer: line 6",
                        "outer: line 7",
                        "outer: line 9",
                        "outer: line 5",
                        "outer: line 6",
                        "outer: line 7",
                        "outer: line 9",
                        "outer: line 10",
                        "outer: why 16 block 120",
                        "outer: line 11",
                        "outer: line 12",
                        "outer: calls function 2 1",
                        "inner: entered",
                        "inner: line 2",
                        "inner: raised ZeroDivisionError",
                        "inner: why 2 block 0",
                        "inner: left",
                        "outer: raised ZeroDivisionError",
                        "outer: why 2 block 121",
                        "outer: line 13",
                        "outer: line 14",
                        "outer: why 8 block 0",
                        "outer: returned str"),
                log.events);
        assertEquals(
                List.of("0 LOAD_CONST 1 stack 0", "2 LOAD_FAST 0 stack 1", "4 BINARY_TRUE_DIVIDE 0 stack 2"),
                log.opcodes);
        assertTrue(log.before > 40 && log.after > log.before - 10, log.before + " " + log.after);
        assertTrue(log.polls > 0);
    }
}
