package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pyvm.ast.Mod;
import org.pyvm.symtable.TwoPassSymbolTableBuilder;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceText;

class CfgDumpTest {
    private static final CfgDump DUMP = new CfgDump(InstructionSet.python());

    /** The graphs of the first function after code generation and after each pass, with the code that comes out. */
    private static Map<String, String> graphs(String source, List<CfgPass> passes) {
        Map<String, String> graphs = new LinkedHashMap<>();
        CfgObserver observer = (stage, graph) -> {
            if (!graph.name().equals("<module>")) {
                graphs.put(stage, DUMP.text(graph));
            }
        };
        CfgCompiler compiler = new CfgCompiler(CodeHandlers.NONE, passes, InstructionSet.python(), observer);
        CompilationContext context = CompilationContext.of("<test>", CompilationContext.Mode.FILE);
        Mod module = Sources.FRONT_END.parse(SourceText.of(source), context);
        CodeObject code = compiler.compile(module, new TwoPassSymbolTableBuilder().build(module, context), context);
        new CodeVerifier(InstructionSet.python()).verify(code);
        graphs.put("code", new Disassembler(InstructionSet.python()).list(Sources.nested(code)));
        return graphs;
    }

    /** The shape of the book's chapter 3: the test of the first branch ends in a jump that the second block tests again. */
    @Test
    void showsTheBlocksBeforeAndAfterThePasses() {
        String source = """
            def fizz(n):
                if n % 3 == 0 and n % 5 == 0:
                    return 'both'
                elif n % 3 == 0:
                    pass
                return str(n)
            """;
        Map<String, String> graphs = graphs(source, CfgCompiler.PEEPHOLE);
        assertEquals(
                List.of(
                        "codegen",
                        "constant-folding",
                        "unpack-shortcut",
                        "dead-code",
                        "jump-threading",
                        "not-elimination",
                        "code"),
                List.copyOf(graphs.keySet()));
        assertEquals(Sources.file("fizz_blocks.txt"), graphs.get("codegen") + "----\n" + graphs.get("not-elimination"));
    }

    @Test
    void codeWithoutAnyPassIsSoundToo() {
        String source = "def f(a, b):\n    while not (a and b) or 1 + 2:\n        a, b = b, a\n    return a\n";
        Map<String, String> graphs = graphs(source, List.of());
        assertEquals(List.of("codegen", "code"), List.copyOf(graphs.keySet()));
    }

    @Test
    void dumpsAsJson() {
        StringBuilder json = new StringBuilder();
        CfgCompiler compiler = new CfgCompiler(
                CodeHandlers.NONE, List.of(), InstructionSet.python(), (stage, graph) -> json.append(DUMP.json(graph)));
        CompilationContext context = CompilationContext.of("<test>", CompilationContext.Mode.FILE);
        Mod module = Sources.FRONT_END.parse(SourceText.of("if x: pass\n"), context);
        compiler.compile(module, new TwoPassSymbolTableBuilder().build(module, context), context);
        assertEquals("""
            [
              {"block": 1, "instructions": [
                {"opcode": "LOAD_NAME", "argument": "0 (x)", "line": 1},
                {"opcode": "POP_JUMP_IF_FALSE", "argument": "-> block 2", "line": 1},
                {"opcode": "(line)", "argument": "1", "line": 1}]},
              {"block": 2, "instructions": [
                {"opcode": "LOAD_CONST", "argument": "0 (None)", "line": null},
                {"opcode": "RETURN_VALUE", "argument": "", "line": null}]}
            ]\
            """, json.toString());
    }
}
