package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginProgram;

/** What listings say of a plugin's opcode whose row shows its argument in a way of its own. */
class OpcodeListingTest {
    /** The string {@code 'question'} in a program becomes the number of the answer. */
    private static final class AnswerPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            opcode(
                    Opcode.opcode("LOAD_ANSWER")
                            .argument(Opcode.Argument.COUNT)
                            .gives("answer")
                            .showsArgument((argument, constants, names) ->
                                    "answer " + argument + " of " + constants.size() + " constants, " + names),
                    (thread, frame, argument, operands) -> PyInt.of(argument));
            cfgPass(new CfgPass() {
                @Override
                public String name() {
                    return "answers";
                }

                @Override
                public void run(ControlFlowGraph graph) {
                    int answer = graph.instructions().number("LOAD_ANSWER");
                    graph.blocks()
                            .forEach(block -> block.instructions().forEach(instruction -> {
                                if (instruction.is(Opcodes.LOAD_CONST)
                                        && "question"
                                                .equals(graph.constants()
                                                        .get(instruction.argument())
                                                        .toString())) {
                                    instruction.become(answer, 42, null);
                                }
                            }));
                }
            });
        }
    }

    private static final String PROGRAM = """
        import dis
        def f():
            return g('question')
        dis.dis(f)
        g = str
        print(f(), [(i.argval, i.argrepr) for i in dis.get_instructions(f)][1])
        dis.dis(f.__code__.co_code)
        import _pyvm
        print(_pyvm.disassembly(b"x = 'question'", "view.py"), end="")
        """;

    @Test
    void theRowSaysHowItsArgumentIsShown() {
        String shown = "answer 42 of 2 constants, [g]";
        assertEquals(
                """
                  3           0 LOAD_GLOBAL              0 (g)
                              2 LOAD_ANSWER             42 (%1$s)
                              4 CALL_FUNCTION            1
                              6 RETURN_VALUE
                42 (42, '%1$s')
                          0 LOAD_GLOBAL              0 (0)
                          2 LOAD_ANSWER             42 (answer 42 of 0 constants, [])
                          4 CALL_FUNCTION            1
                          6 RETURN_VALUE
                  1           0 LOAD_ANSWER             42 (answer 42 of 2 constants, [x])
                              2 STORE_NAME               0 (x)
                              4 LOAD_CONST               1 (None)
                              6 RETURN_VALUE
                """.formatted(shown),
                PluginProgram.of(PROGRAM).with(new AnswerPlugin()).run());
    }
}
