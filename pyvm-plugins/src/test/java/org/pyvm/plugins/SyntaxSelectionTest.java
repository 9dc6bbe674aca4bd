package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.runtime.Pyvm;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.PyvmPlugin;

/** Where the syntax of a plugin is on, and what a plugin can add beyond what the shipped ones do. */
class SyntaxSelectionTest {
    private static String output(String program, PyvmPlugin... plugins) {
        StringWriter out = new StringWriter();
        Pyvm.Builder builder = Pyvm.builder().output(out);
        for (PyvmPlugin plugin : plugins) {
            builder.plugin(plugin);
        }
        try (Pyvm pyvm = builder.build()) {
            pyvm.runSource(program, "program.py");
        }
        return out.toString();
    }

    @Test
    void aHeaderSwitchesOnForItsFileAndWhatThatCompiles() {
        assertEquals("doc\n1\n2\nSyntaxError\n", output("""
                '''doc'''
                # a comment
                from __future__ import annotations
                from __syntax__ import unless, pipe
                print(__doc__)
                unless 0:
                    print(1)
                exec("unless 0: print(2)")
                try:
                    compile("unless 0: pass", "x", "exec", dont_inherit=True)
                except SyntaxError as e:
                    print(type(e).__name__)
                """));
    }

    @Test
    void filesThatContradictEachOtherImportOneAnother(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("plain.py"), "unless = 'a name'\n");
        Files.writeString(folder.resolve("main.py"), """
                from __syntax__ import unless
                import sys
                sys.path.insert(0, sys.argv[1])
                import plain
                unless not vars(plain)['unless']:
                    result = plain.__dict__['unless']
                """);
        try (Pyvm pyvm = Pyvm.builder()
                .host(SystemHost.withOwnStreams())
                .arguments(java.util.List.of("", folder.toString()))
                .build()) {
            pyvm.runFile(folder.resolve("main.py").toString());
            assertEquals("a name", pyvm.get("result"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from __syntax__ import nonsense",
                "from __syntax__ import *",
                "from __syntax__ import pipe; x = 1"
            })
    void aHeaderThatCannotBeIsASyntaxError(String header) {
        PyvmException e = assertThrows(PyvmException.class, () -> output(header + "\n"));
        assertEquals("SyntaxError", e.typeName());
        assertTrue(e.traceback().contains("line 1"), e.traceback());
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "table", "closure", "jit", "tiered"})
    void anOpcodeOfAPluginRunsUnderEveryStrategy(String strategy) {
        StringWriter out = new StringWriter();
        try (Pyvm pyvm = Pyvm.builder()
                .strategy(strategy)
                .plugin(new SquarePlugin())
                .output(out)
                .build()) {
            pyvm.exec("def f(x):\n    return x ** 2\nprint([f(i) for i in range(5)], f(1.5), f(10 ** 10))\n");
        }
        assertEquals("[0, 1, 4, 9, 16] 2.25 100000000000000000000\n", out.toString());
    }

    /** {@code x ** 2} becomes an instruction of its own. */
    private static final class SquarePlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            opcode(
                    Opcode.opcode("SQUARE").takes("number").gives("result"),
                    (thread, frame, argument, operands) ->
                            org.pyvm.eval.semantics.Arithmetic.binaryMultiply(thread, operands[0], operands[0]));
            cfgPass(new org.pyvm.compiler.CfgPass() {
                @Override
                public String name() {
                    return "squares";
                }

                @Override
                public void run(org.pyvm.compiler.ControlFlowGraph graph) {
                    int square = graph.instructions().number("SQUARE");
                    for (var block : graph.blocks()) {
                        var code = block.instructions();
                        for (int i = 0; i + 1 < code.size(); i++) {
                            if (code.get(i).is(Opcodes.LOAD_CONST)
                                    && Long.valueOf(2)
                                            .equals(graph.constants()
                                                    .get(code.get(i).argument()))
                                    && code.get(i + 1).is(Opcodes.BINARY_POWER)) {
                                code.get(i + 1).become(square, 0, null);
                                code.get(i).become(Opcodes.NOP, 0, null);
                            }
                        }
                    }
                }
            });
        }
    }

    @Test
    void operatorsOfOneLevelGroupFromTheLeft() {
        assertEquals("['3', '4'] 2 True\n", output("""
                from __syntax__ import pipe
                def rest(text, count): return text[count:]
                print([1, 2, 3, 4] |> rest(2) |> map_all, '12' |> len, 1 | 2 |> str == '3')
                """.replace("map_all", "(lambda items: list(map(str, items)))")));
    }

    @Test
    void problemsAreToldInOneGoWithTheirPlaces() {
        PyvmException e = assertThrows(
                PyvmException.class,
                () -> Pyvm.builder()
                        .plugin(new FirstPlugin())
                        .plugin(new SecondPlugin())
                        .build());
        for (String part : new String[] {
            "both define the token '??'",
            "rule first_stmt has no lowering",
            "there is no rule nothing to lower",
            "neither a rule nor a kind of token is named missing_rule",
            "cannot be told from the keyword 'in'",
            "there is no pass named nowhere",
            "FirstPlugin",
            "SecondPlugin"
        }) {
            assertTrue(e.getMessage().contains(part), () -> part + " is not in " + e.getMessage());
        }
    }

    private static final class FirstPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            token("COALESCE", "??");
            grammar("""
                    compound_stmt: ... | first_stmt
                    first_stmt: 'first' suite
                    """);
            numberSuffixes("LENGTH", "inch");
        }
    }

    private static final class SecondPlugin extends PyvmPlugin {
        @Override
        protected void contribute() {
            token("OTHER", "??");
            lowering("nothing", "pass");
            grammar("small_stmt: ... | 'second' missing_rule");
            cfgPassBefore("nowhere", new org.pyvm.compiler.CfgPass() {
                @Override
                public String name() {
                    return "lost";
                }

                @Override
                public void run(org.pyvm.compiler.ControlFlowGraph graph) {
                    throw new AssertionError("never assembled");
                }
            });
        }
    }

    @Test
    void aPluginThatThrowsIsNamed() {
        PyvmPlugin broken = new PyvmPlugin() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            protected void contribute() {
                throw new IllegalStateException("no luck");
            }
        };
        PyvmException e = assertThrows(
                PyvmException.class, () -> Pyvm.builder().plugin(broken).build());
        assertTrue(e.getMessage().contains("plugin broken"), e.getMessage());
        assertTrue(e.getMessage().contains("no luck"), e.getMessage());
    }
}
