package org.pyvm.modules.views;

import java.util.function.Supplier;
import org.pyvm.ast.AstDump;
import org.pyvm.ast.AstJson;
import org.pyvm.ast.Mod;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CodeDump;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Disassembler;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.builtins.SyntaxErrors;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.ParseTree;
import org.pyvm.parser.TreeDump;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.symtable.SymbolTableDump;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.TokenListing;

/**
 * {@code _pyvm}: views of the stages. Each takes the bytes of a module and its file name, runs the interpreter's own stages
 * (plugins included) up to the one shown, and gives text.
 */
@PythonModule("_pyvm")
public final class PyvmModule {
    private final InterpreterState interpreter;

    PyvmModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    private FrontEnd frontEnd() {
        return interpreter.service(FrontEnd.class);
    }

    private InstructionSet instructions() {
        return frontEnd().compiler() instanceof CfgCompiler compiler
                ? compiler.instructions()
                : InstructionSet.python();
    }

    private static CompilationContext context(ThreadState thread, String fileName) {
        return Compilation.context(thread, fileName, Mode.FILE, 0, -1);
    }

    /** The front end's exceptions become Python's. */
    private static String guarded(ThreadState thread, Supplier<String> view) {
        try {
            return view.get();
        } catch (CompileException e) {
            throw SyntaxErrors.toPython(thread, e);
        }
    }

    @PythonFunction("tokens(source, filename, json=False, /)")
    String tokens(ThreadState thread, PyBytes source, String fileName, boolean json) {
        return guarded(thread, () -> {
            var tokens =
                    new TokenListing(frontEnd().tokenizer()).tokens(source.toByteArray(), context(thread, fileName));
            return json ? TokenListing.json(tokens) : TokenListing.text(tokens);
        });
    }

    /** {@code numbers}: as CPython 3.6's node numbers, which only the core language has. */
    @PythonFunction("tree(source, filename, json=False, numbers=False, /)")
    String tree(ThreadState thread, PyBytes source, String fileName, boolean json, boolean numbers) {
        return guarded(thread, () -> {
            CompilationContext context = context(thread, fileName);
            SourceText text = SourceDecoding.ofBytes(source.toByteArray(), context);
            var parser = numbers
                    ? new GrammarParser(Grammar.python(), true)
                    : frontEnd().parser();
            ParseTree tree = parser.parse(text, frontEnd().tokenizer().tokenize(text, context), context);
            return numbers ? TreeDump.byNumber36(tree, text) : json ? TreeDump.json(tree) : TreeDump.byName(tree);
        });
    }

    private Mod parse(PyBytes source, CompilationContext context) {
        return frontEnd().parse(SourceDecoding.ofBytes(source.toByteArray(), context), context);
    }

    @PythonFunction("ast(source, filename, json=False, attributes=False, indent=3, /)")
    String ast(ThreadState thread, PyBytes source, String fileName, boolean json, boolean attributes, int indent) {
        return guarded(thread, () -> {
            Mod module = parse(source, context(thread, fileName));
            String level = indent < 0 ? null : " ".repeat(indent);
            return json ? AstJson.text(module) : new AstDump(true, attributes, level).text(module);
        });
    }

    @PythonFunction("symtable(source, filename, json=False, /)")
    String symtable(ThreadState thread, PyBytes source, String fileName, boolean json) {
        return guarded(thread, () -> {
            CompilationContext context = context(thread, fileName);
            SymbolTable table = frontEnd().symbolTables().build(parse(source, context), context);
            return json ? SymbolTableDump.json(table) : SymbolTableDump.text(table);
        });
    }

    @PythonFunction("cfg(source, filename, json=False, /)")
    String cfg(ThreadState thread, PyBytes source, String fileName, boolean json) {
        if (!(frontEnd().compiler() instanceof CfgCompiler compiler)) {
            throw PyErr.valueError("the compiler in use has no control flow graph to show");
        }
        return guarded(thread, () -> {
            CompilationContext context = context(thread, fileName);
            Mod module = parse(source, context);
            PassListing listing = new PassListing(compiler.instructions());
            compiler.observedBy(listing)
                    .compile(module, frontEnd().symbolTables().build(module, context), context);
            return json ? listing.json() : listing.text();
        });
    }

    @PythonFunction("code(source, filename, json=False, /)")
    String code(ThreadState thread, PyBytes source, String fileName, boolean json) {
        return guarded(thread, () -> {
            CodeObject code = frontEnd().compile(source.toByteArray(), context(thread, fileName));
            CodeDump dump = new CodeDump(instructions());
            return json ? dump.json(code) : dump.text(code);
        });
    }

    /** As {@code dis} of Python 3.6 lists it. */
    @PythonFunction("disassembly(source, filename, /)")
    String disassembly(ThreadState thread, PyBytes source, String fileName) {
        return guarded(
                thread,
                () -> new Disassembler(instructions())
                        .listAll(frontEnd().compile(source.toByteArray(), context(thread, fileName))));
    }

    @PythonFunction("opcodes(json=False, /)")
    String opcodes(boolean json) {
        return json ? OpcodeListing.json(instructions()) : OpcodeListing.text(instructions());
    }

    @PythonFunction("slots(type, json=False, /)")
    String slots(PyObject type, boolean json) {
        if (!(type instanceof PyType shown)) {
            throw PyErr.typeError("slots() argument 1 must be type, not %T", type);
        }
        return json ? SlotListing.json(shown) : SlotListing.text(shown);
    }
}
