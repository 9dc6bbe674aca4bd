package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.pyvm.ast.AstDump;
import org.pyvm.ast.AstJson;
import org.pyvm.ast.Mod;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CodeDump;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Disassembler;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.compiler.FrontEnds.Selection;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.Instruments;
import org.pyvm.eval.PlainFrames;
import org.pyvm.eval.ZombieFrames;
import org.pyvm.eval.feedback.Feedback;
import org.pyvm.eval.feedback.FeedbackCollector;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.builtins.SyntaxErrors;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
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
    private final List<Instrument> traces = new ArrayList<>();
    /** Null while the lock is not traced. */
    private LockTrace locks;

    private TraceLog locksLog;

    PyvmModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    private FrontEnds frontEnds() {
        return interpreter.service(FrontEnds.class);
    }

    private Selection select(ThreadState thread, PyBytes source, String fileName) {
        CompilationContext context = context(thread, fileName);
        return frontEnds().select(SourceDecoding.ofBytes(source.toByteArray(), context), context);
    }

    private static InstructionSet instructions(FrontEnd frontEnd) {
        return frontEnd.compiler() instanceof CfgCompiler compiler ? compiler.instructions() : InstructionSet.python();
    }

    private static CompilationContext context(ThreadState thread, String fileName) {
        return Compilation.withDefaultSyntax(thread, Compilation.context(thread, fileName, Mode.FILE, 0, -1));
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
            Selection selected = select(thread, source, fileName);
            var tokens =
                    new TokenListing(selected.frontEnd().tokenizer()).tokens(source.toByteArray(), selected.context());
            return json ? TokenListing.json(tokens) : TokenListing.text(tokens);
        });
    }

    /** {@code numbers}: as CPython 3.6's node numbers, which only the core language has. */
    @PythonFunction("tree(source, filename, json=False, numbers=False, /)")
    String tree(ThreadState thread, PyBytes source, String fileName, boolean json, boolean numbers) {
        return guarded(thread, () -> {
            Selection selected = select(thread, source, fileName);
            SourceText text = selected.source();
            var parser = numbers
                    ? new GrammarParser(Grammar.python(), true)
                    : selected.frontEnd().parser();
            CompilationContext context = selected.context();
            ParseTree tree = parser.parse(text, selected.frontEnd().tokenizer().tokenize(text, context), context);
            return numbers ? TreeDump.byNumber36(tree, text) : json ? TreeDump.json(tree) : TreeDump.byName(tree);
        });
    }

    @PythonFunction("ast(source, filename, json=False, attributes=False, indent=3, /)")
    String ast(ThreadState thread, PyBytes source, String fileName, boolean json, boolean attributes, int indent) {
        return guarded(thread, () -> {
            Mod module = frontEnds().parse(select(thread, source, fileName));
            String level = indent < 0 ? null : " ".repeat(indent);
            return json ? AstJson.text(module) : new AstDump(true, attributes, level).text(module);
        });
    }

    @PythonFunction("symtable(source, filename, json=False, /)")
    String symtable(ThreadState thread, PyBytes source, String fileName, boolean json) {
        return guarded(thread, () -> {
            Selection selected = select(thread, source, fileName);
            SymbolTable table =
                    selected.frontEnd().symbolTables().build(frontEnds().parse(selected), selected.context());
            return json ? SymbolTableDump.json(table) : SymbolTableDump.text(table);
        });
    }

    @PythonFunction("cfg(source, filename, json=False, /)")
    String cfg(ThreadState thread, PyBytes source, String fileName, boolean json) {
        return guarded(thread, () -> {
            Selection selected = select(thread, source, fileName);
            if (!(selected.frontEnd().compiler() instanceof CfgCompiler compiler)) {
                throw PyErr.valueError("the compiler in use has no control flow graph to show");
            }
            Mod module = frontEnds().parse(selected);
            PassListing listing = new PassListing(compiler.instructions());
            CompilationContext context = selected.context();
            compiler.observedBy(listing)
                    .compile(module, selected.frontEnd().symbolTables().build(module, context), context);
            return json ? listing.json() : listing.text();
        });
    }

    @PythonFunction("code(source, filename, json=False, /)")
    String code(ThreadState thread, PyBytes source, String fileName, boolean json) {
        return guarded(thread, () -> {
            Selection selected = select(thread, source, fileName);
            CodeObject code = selected.frontEnd().compile(frontEnds().parse(selected), selected.context());
            CodeDump dump = new CodeDump(instructions(selected.frontEnd()));
            return json ? dump.json(code) : dump.text(code);
        });
    }

    /** As {@code dis} of Python 3.6 lists it. */
    @PythonFunction("disassembly(source, filename, /)")
    String disassembly(ThreadState thread, PyBytes source, String fileName) {
        return guarded(thread, () -> {
            Selection selected = select(thread, source, fileName);
            CodeObject code = selected.frontEnd().compile(frontEnds().parse(selected), selected.context());
            return new Disassembler(instructions(selected.frontEnd())).listAll(code);
        });
    }

    @PythonFunction("opcodes(json=False, /)")
    String opcodes(ThreadState thread, boolean json) {
        InstructionSet all =
                instructions(frontEnds().with(context(thread, "<string>").syntax()));
        return json ? OpcodeListing.json(all) : OpcodeListing.text(all);
    }

    /** Interpreter, threads, frames; without those of the view itself. */
    @PythonFunction("states(json=False, /)")
    String states(ThreadState thread, boolean json) {
        StateListing listing = new StateListing(thread);
        return json ? listing.json() : listing.text();
    }

    /** Functions defined from now on get their frames from a new allocator that counts. */
    @PythonFunction("count_frames(plain=False, /)")
    PyObject countFrames(boolean plain) {
        interpreter.frames = plain ? new PlainFrames() : new ZombieFrames();
        return Singletons.NONE;
    }

    @PythonFunction("frame_counts(json=False, /)")
    String frameCounts(boolean json) {
        return json ? FrameStatistics.json(interpreter.frames) : FrameStatistics.text(interpreter.frames);
    }

    /**
     * Traces what runs from now on.
     *
     * @param file where to, open for text
     * @param kinds of traces: {@code instructions}, {@code calls}, {@code classes}, {@code binding}, {@code attributes}, {@code
     *     locks}
     * @param program the source file whose code is traced; None for all
     */
    @PythonFunction("trace(file, kinds, program=None, json=False, /)")
    PyObject trace(ThreadState thread, PyObject file, PyTuple kinds, PyObject program, boolean json) {
        traceEnds(thread);
        TraceLog log = new TraceLog(file, json, program instanceof PyStr name ? name.toString() : null);
        for (PyObject kind : kinds.toArray()) {
            if (kind.toString().equals("locks")) {
                locks = new LockTrace();
                locksLog = log;
                interpreter.lock().observe(locks);
                continue;
            }
            Instrument trace = switch (kind.toString()) {
                case "instructions" -> new InstructionTrace(log);
                case "calls" -> new CallTrace(log);
                case "classes" -> new ClassTrace(log);
                case "binding" -> new BindingTrace(log);
                case "attributes" -> new AttributeTrace(log);
                default -> throw PyErr.valueError("no trace of %s", kind);
            };
            traces.add(trace);
            Instruments.install(interpreter, trace);
        }
        return Singletons.NONE;
    }

    @PythonFunction("trace_ends()")
    PyObject traceEnds(ThreadState thread) {
        if (locks != null) {
            interpreter.lock().observe(null);
            locks.tell(thread, locksLog);
            locks = null;
        }
        traces.forEach(trace -> Instruments.remove(interpreter, trace));
        traces.clear();
        return Singletons.NONE;
    }

    /** Writes down what code sees that runs from now on. @param program the source file whose code is watched; None for all */
    @PythonFunction("profile(program=None, /)")
    PyObject profile(PyObject program) {
        String file = program instanceof PyStr name ? name.toString() : null;
        Instrument collector = new FeedbackCollector(Feedback.of(interpreter), file);
        traces.add(collector);
        Instruments.install(interpreter, collector);
        return Singletons.NONE;
    }

    /** What code has seen since {@code profile}, which this ends. @param source text to write it beside, or None for a table */
    @PythonFunction("profiled(json=False, source=None, /)")
    String profiled(ThreadState thread, boolean json, PyObject source) {
        traceEnds(thread);
        FeedbackListing listing = new FeedbackListing(Feedback.of(interpreter).all());
        if (json) {
            return listing.json();
        }
        return source instanceof PyStr text ? listing.source(text.toString()) : listing.table();
    }

    @PythonFunction("operator(symbol, left, right, json=False, /)")
    String operator(ThreadState thread, String symbol, PyObject left, PyObject right, boolean json) {
        OperatorListing listing = new OperatorListing(thread, symbol, left, right);
        return json ? listing.json() : listing.text();
    }

    private PluginViews plugins() {
        PluginViews views = interpreter.serviceOrNull(PluginViews.class);
        if (views == null) {
            throw PyErr.runtimeError("this interpreter knows nothing of plugins");
        }
        return views;
    }

    @PythonFunction("plugin_names()")
    PyObject pluginNames() {
        return PyList.of(plugins().names().stream().map(PyStr::of).toArray(PyObject[]::new));
    }

    /** None when there is no such plugin. */
    @PythonFunction("plugin_version(name, /)")
    PyObject pluginVersion(String name) {
        String version = plugins().version(name);
        return version == null ? Singletons.NONE : PyStr.of(version);
    }

    /** None when there is no such plugin or jar. */
    @PythonFunction("plugin_certificates(what, /)")
    PyObject pluginCertificates(String what) {
        String found =
                plugins().certificates(what, interpreter.service(Host.class).files());
        return found == null ? Singletons.NONE : PyStr.of(found);
    }

    @PythonFunction("plugins(json=False, /)")
    String pluginListing(boolean json) {
        return plugins().listing(json);
    }

    @PythonFunction("slots(type, json=False, /)")
    String slots(PyObject type, boolean json) {
        if (!(type instanceof PyType shown)) {
            throw PyErr.typeError("slots() argument 1 must be type, not %T", type);
        }
        return json ? SlotListing.json(shown) : SlotListing.text(shown);
    }
}
