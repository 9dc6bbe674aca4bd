package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.OpcodeSemantics;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmPlugin;

/** A plugin's opcode has a form of its own under one strategy, which remembers what its place has seen. */
class OpcodeFormTest {
    /** Of one place: remembers the last operand and its square. */
    private static final class Remembering implements OpcodeSemantics {
        private long last = -1;
        private PyObject square;
        private int runs;
        private int hits;

        @Override
        public PyObject execute(ThreadState thread, Frame frame, int argument, PyObject[] operands) {
            runs++;
            if (operands[0] instanceof PyInt number && number.fitsLong()) {
                if (number.longValue() == last) {
                    hits++;
                } else {
                    square = Numbers.multiply(thread, number, number);
                    last = number.longValue();
                }
                return square;
            }
            return Numbers.multiply(thread, operands[0], operands[0]);
        }
    }

    /** {@code +x} becomes the square of x. */
    private static final class SquarePlugin extends PyvmPlugin {
        private final List<Remembering> forms = new ArrayList<>();

        @Override
        protected void contribute() {
            opcode(
                    Opcode.opcode("SQUARE").takes("number").gives("square"),
                    (thread, frame, argument, operands) -> Numbers.multiply(thread, operands[0], operands[0]));
            opcodeForm("SQUARE", "closure", () -> {
                forms.add(new Remembering());
                return forms.getLast();
            });
            cfgPass(new CfgPass() {
                @Override
                public String name() {
                    return "squares";
                }

                @Override
                public void run(ControlFlowGraph graph) {
                    int square = graph.instructions().number("SQUARE");
                    graph.blocks()
                            .forEach(block -> block.instructions().forEach(instruction -> {
                                if (instruction.is(Opcodes.UNARY_POSITIVE)) {
                                    instruction.become(square, 0, null);
                                }
                            }));
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"switch, false", "table, false", "adaptive, false", "closure, true", "jit, true", "tiered, true"})
    void theFormRunsUnderItsStrategyAlone(String strategy, boolean used) {
        SquarePlugin plugin = new SquarePlugin();
        try (Pyvm pyvm = Pyvm.builder().strategy(strategy).plugin(plugin).build()) {
            pyvm.exec("""
                def run(x, n):
                    total = 0
                    for i in range(n):
                        total += +x + +i
                    return total
                class Odd:
                    def __mul__(self, other):
                        raise ValueError("odd")
                def failing():
                    try:
                        return +Odd()
                    except ValueError as error:
                        return str(error)
                found = run(3, 1000), [run(10 ** 10, 2) for _ in range(300)][-1], run(1.5, 2), [failing() for _ in range(99)][98]
                """);
            assertEquals(
                    List.of(332_842_500L, new java.math.BigInteger("200000000000000000001"), 5.5, "odd"),
                    pyvm.get("found"));
        }
        assertEquals(used, !plugin.forms.isEmpty());
        if (used) {
            assertTrue(plugin.forms.stream().anyMatch(form -> form.runs > 500 && form.hits > form.runs / 2), strategy);
            assertTrue(plugin.forms.stream().anyMatch(form -> form.runs > 500 && form.hits < 10), strategy);
        }
    }
}
