package org.pyvm.modules.builtins;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.eval.Frame;
import org.pyvm.eval.PyFunction;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;

/** {@code compile}, {@code eval} and {@code exec}. */
public final class Compilation {
    private static final int ONLY_AST = 0x400;
    private static final int FUTURES = CodeFlags.FUTURE_DIVISION
            | CodeFlags.FUTURE_ABSOLUTE_IMPORT
            | CodeFlags.FUTURE_WITH_STATEMENT
            | CodeFlags.FUTURE_PRINT_FUNCTION
            | CodeFlags.FUTURE_UNICODE_LITERALS
            | CodeFlags.FUTURE_BARRY_AS_BDFL
            | CodeFlags.FUTURE_GENERATOR_STOP
            | CodeFlags.FUTURE_ANNOTATIONS;
    private static final int KNOWN = FUTURES
            | ONLY_AST
            | CompilationContext.ALLOW_INCOMPLETE
            | CompilationContext.TOP_LEVEL_AWAIT
            | CompilationContext.TYPE_COMMENTS
            | CompilationContext.DONT_IMPLY_DEDENT
            | 0x100
            | CodeFlags.NESTED;

    /** The file name of the part of importlib that calls {@code compile} for the modules it loads. */
    private static final String IMPORTLIB = "<frozen importlib._bootstrap>";

    private Compilation() {}

    /** Makes and takes apart Python's view of the AST; the module {@code _ast} registers it. */
    public interface AstBridge {
        /** Whether an object is an instance of {@code ast.AST}. */
        boolean isAst(ThreadState thread, PyObject object);

        /** Parses to {@code ast} objects. */
        PyObject parse(ThreadState thread, Object source, CompilationContext context);

        /** Compiles {@code ast} objects. */
        CodeObject compile(ThreadState thread, PyObject ast, CompilationContext context);
    }

    static PyObject compile(
            ThreadState thread,
            PyObject source,
            PyObject fileName,
            String mode,
            int flags,
            boolean dontInherit,
            int optimize,
            int featureVersion) {
        if ((flags & ~KNOWN) != 0) {
            throw PyErr.valueError("compile(): unrecognised flags");
        }
        if (optimize < -1 || optimize > 2) {
            throw PyErr.valueError("compile(): invalid optimize value");
        }
        Mode kind = switch (mode) {
            case "exec" -> Mode.FILE;
            case "eval" -> Mode.EVAL;
            case "single" -> Mode.SINGLE;
            case "func_type" -> {
                if ((flags & ONLY_AST) == 0) {
                    throw PyErr.valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
                }
                yield Mode.FUNC_TYPE;
            }
            default ->
                throw PyErr.valueError(
                        (flags & ONLY_AST) != 0
                                ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                                : "compile() mode must be 'exec', 'eval' or 'single'");
        };
        int all = flags | (dontInherit ? 0 : inheritedFlags(thread));
        String file = fileName(thread, fileName);
        CompilationContext context = context(thread, file, kind, all, optimize)
                .withSyntax(inheritedSyntax(thread, file, dontInherit))
                .withFeatureVersion((flags & ONLY_AST) != 0 ? featureVersion : -1);
        AstBridge bridge = thread.interpreter().serviceOrNull(AstBridge.class);
        if (bridge != null && bridge.isAst(thread, source)) {
            return (flags & ONLY_AST) != 0
                    ? source
                    : guarded(thread, () -> new PyCode(bridge.compile(thread, source, context)));
        }
        Object text = sourceText(source, "compile", "string, bytes or AST");
        if ((flags & ONLY_AST) != 0) {
            return guarded(thread, () -> bridge.parse(thread, text, context));
        }
        return code(thread, text, context);
    }

    /** The text of a {@code filename} argument; buffers that are no bytes are still taken, with a warning. */
    public static String fileName(ThreadState thread, PyObject fileName) {
        if (fileName instanceof PyStr text) {
            return text.toString();
        }
        if (!(fileName instanceof PyBytes) && fileName.type().slots().has(Slot.BF_GETBUFFER)) {
            Warnings.warn(
                    thread,
                    Exceptions.DEPRECATION_WARNING,
                    "path should be string, bytes, or os.PathLike, not "
                            + fileName.type().fullName(),
                    1);
            return FileSystemPaths.toHost(Convert.toByteArray(thread, fileName));
        }
        PyObject path = FileSystemPaths.fsPath(thread, fileName);
        return path instanceof PyStr text ? text.toString() : FileSystemPaths.toHost(((PyBytes) path).bytesUnsafe());
    }

    private static int inheritedFlags(ThreadState thread) {
        return thread.frame == null ? 0 : thread.frame.code().code().flags() & FUTURES;
    }

    /** The syntax plugins of what a program compiles: those of the code that compiles it, or those of a file to import. */
    private static Set<String> inheritedSyntax(ThreadState thread, String file, boolean dontInherit) {
        if (thread.frame == null) {
            return Set.of();
        }
        CodeObject caller = callerOf(thread);
        if (caller.fileName().equals(IMPORTLIB)) {
            return defaults(thread).forFile(file);
        }
        return dontInherit ? Set.of() : caller.syntax();
    }

    /** The code that compiles; ast.parse and dis pass on what others want compiled. */
    private static CodeObject callerOf(ThreadState thread) {
        PyFrame frame = thread.frame;
        while (frame.back() != null && passesOn(thread, frame.code().code())) {
            frame = frame.back();
        }
        return frame.code().code();
    }

    private static boolean passesOn(ThreadState thread, CodeObject code) {
        boolean known = code.name().equals("parse") && code.fileName().endsWith("/ast.py")
                || code.fileName().endsWith("/dis.py");
        return known && defaults(thread).isLibrary().test(code.fileName());
    }

    private static SyntaxDefaults defaults(ThreadState thread) {
        return thread.interpreter().service(SyntaxDefaults.class, () -> SyntaxDefaults.NONE);
    }

    /**
     * The syntax plugins that the command line or the embedder has switched on.
     *
     * @param names for the code that is run directly, and for files of the user's
     * @param isLibrary tells by its name that a file is not the user's: it is plain Python unless it asks itself
     */
    public record SyntaxDefaults(Set<String> names, Predicate<String> isLibrary) {
        public static final SyntaxDefaults NONE = new SyntaxDefaults(Set.of(), file -> true);

        /** Those that are on for a file even if it does not ask for them. */
        public Set<String> forFile(String file) {
            return names.isEmpty() || isLibrary.test(file) ? Set.of() : names;
        }
    }

    /** A context for code that Python code compiles. */
    public static CompilationContext context(ThreadState thread, String fileName, Mode mode, int flags, int optimize) {
        Set<String> futures = new HashSet<>();
        if ((flags & CodeFlags.FUTURE_ANNOTATIONS) != 0) {
            futures.add("annotations");
        }
        if ((flags & CodeFlags.FUTURE_BARRY_AS_BDFL) != 0) {
            futures.add("barry_as_FLUFL");
        }
        int level = optimize >= 0 ? optimize : thread.interpreter().service(Options.class, Options::new).optimize;
        return new CompilationContext(
                fileName,
                mode,
                level,
                Set.copyOf(futures),
                Set.of(),
                flags,
                (category, message, file, line) -> CompilerWarnings.warn(thread, category, message, file, line),
                (encoding, bytes) -> SourceEncodings.decode(thread, encoding, bytes),
                depth -> {});
    }

    /** What the command line or the embedder has chosen for all compilations. */
    public static final class Options {
        /** {@code -O} gives 1, {@code -OO} 2. */
        public int optimize;
    }

    /** Compiles text or bytes. @throws PyErr SyntaxError and the like; ImportError for plugins that do not go together */
    public static PyCode code(ThreadState thread, Object source, CompilationContext context) {
        FrontEnds frontEnds = thread.interpreter().service(FrontEnds.class);
        return (PyCode) guarded(
                thread,
                () -> new PyCode(
                        source instanceof byte[] bytes
                                ? frontEnds.compile(bytes, context)
                                : source instanceof SourceText text
                                        ? frontEnds.compile(text, context)
                                        : frontEnds.compile((String) source, context)));
    }

    /**
     * As {@link #code}, for code that the command line or the embedder runs itself: the plugins that it has switched on are
     * on, besides those of the context.
     *
     * @param source text, bytes or {@link SourceText}
     */
    public static PyCode mainCode(ThreadState thread, Object source, CompilationContext context) {
        return code(thread, source, withDefaultSyntax(thread, context));
    }

    /** The same with the plugins on that the command line or the embedder has switched on. */
    public static CompilationContext withDefaultSyntax(ThreadState thread, CompilationContext context) {
        Set<String> syntax = new TreeSet<>(context.syntax());
        syntax.addAll(defaults(thread).names());
        return context.withSyntax(syntax);
    }

    private interface Work {
        PyObject run();
    }

    private static PyObject guarded(ThreadState thread, Work work) {
        try {
            return work.run();
        } catch (CompileException e) {
            throw SyntaxErrors.toPython(thread, e);
        } catch (AssemblyException e) {
            throw PyErr.of(Exceptions.IMPORT_ERROR, PyStr.of(e.getMessage()));
        }
    }

    /** Later patch levels of 3.11 say SyntaxError where earlier ones said ValueError. */
    private static PyErr nullBytes() {
        return PyErr.of(Exceptions.SYNTAX_ERROR, "source code string cannot contain null bytes");
    }

    /** A source as {@code String} or {@code byte[]}. @param what the kinds that the function takes, for the error */
    public static Object sourceText(PyObject source, String function, String what) {
        if (source instanceof PyStr text) {
            String chars = text.toString();
            if (text.bmp() != null && chars.chars().anyMatch(c -> c >= 0xD800 && c < 0xE000)) {
                throw FileSystemPaths.surrogatesNotAllowed(text);
            }
            if (chars.indexOf('\0') >= 0) {
                throw nullBytes();
            }
            return chars;
        }
        if (source.type().slots().has(Slot.BF_GETBUFFER)) {
            PyBuffer view = source.type().slots().buffer(ThreadState.current(), source, 0);
            try {
                byte[] bytes = view.toByteArray();
                for (byte b : bytes) {
                    if (b == 0) {
                        throw nullBytes();
                    }
                }
                return bytes;
            } finally {
                view.release();
            }
        }
        throw PyErr.typeError("%s() arg 1 must be a %s object", function, what);
    }

    static PyObject eval(ThreadState thread, PyObject source, PyObject globals, PyObject locals) {
        if (locals != Singletons.NONE && !Mappings.isMapping(locals)) {
            throw PyErr.typeError("locals must be a mapping");
        }
        if (globals != Singletons.NONE && !(globals instanceof PyDict)) {
            throw PyErr.typeError(
                    Mappings.isMapping(globals)
                            ? "globals must be a real dict; try eval(code, {}, mapping)"
                            : "globals must be a dict");
        }
        PyDict namespace = globals(thread, globals);
        PyObject scope = locals(thread, globals, locals, namespace);
        if (source instanceof PyCode code) {
            if (code.freeVars().length > 0) {
                throw PyErr.typeError("code object passed to eval() may not contain free variables");
            }
            return run(thread, code, namespace, scope, null);
        }
        Object text = sourceText(source, "eval", "string, bytes or code");
        if (text instanceof String chars) {
            text = chars.stripLeading().isEmpty() ? chars : skipBlanks(chars);
        }
        CompilationContext context = context(thread, "<string>", Mode.EVAL, inheritedFlags(thread), -1)
                .withSyntax(inheritedSyntax(thread, "<string>", false));
        return run(thread, code(thread, text, context), namespace, scope, null);
    }

    /** eval() takes leading blanks, which are no indentation there. */
    private static String skipBlanks(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return text.substring(i);
    }

    static void exec(ThreadState thread, PyObject source, PyObject globals, PyObject locals, PyObject closure) {
        if (globals != Singletons.NONE && !(globals instanceof PyDict)) {
            throw PyErr.typeError("exec() globals must be a dict, not %T", globals);
        }
        if (locals != Singletons.NONE && !Mappings.isMapping(locals)) {
            throw PyErr.typeError("locals must be a mapping or None, not %T", locals);
        }
        PyDict namespace = globals(thread, globals);
        PyObject scope = locals(thread, globals, locals, namespace);
        if (source instanceof PyCode code) {
            run(thread, code, namespace, scope, closure(code, closure));
            return;
        }
        if (closure != Singletons.NONE) {
            throw PyErr.typeError("closure can only be used when source is a code object");
        }
        Object text = sourceText(source, "exec", "string, bytes or code");
        CompilationContext context = context(thread, "<string>", Mode.FILE, inheritedFlags(thread), -1)
                .withSyntax(inheritedSyntax(thread, "<string>", false));
        run(thread, code(thread, text, context), namespace, scope, null);
    }

    private static PyCell[] closure(PyCode code, PyObject closure) {
        int free = code.freeVars().length;
        if (free == 0) {
            if (closure != Singletons.NONE) {
                throw PyErr.typeError("cannot use a closure with this code object");
            }
            return null;
        }
        if (closure == Singletons.NONE) {
            throw PyErr.typeError("code object requires a closure of exactly length %d", free);
        }
        if (!(closure instanceof PyTuple cells) || cells.size() != free) {
            throw PyErr.typeError("code object requires a closure of exactly length %d", free);
        }
        PyCell[] result = new PyCell[free];
        for (int i = 0; i < free; i++) {
            if (!(cells.get(i) instanceof PyCell cell)) {
                throw PyErr.typeError("code object requires a closure of exactly length %d", free);
            }
            result[i] = cell;
        }
        return result;
    }

    private static PyDict globals(ThreadState thread, PyObject given) {
        PyDict namespace =
                given == Singletons.NONE ? BuiltinsModule.currentFrame(thread).globals() : (PyDict) given;
        if (namespace.get(Names.BUILTINS) == null) {
            PyObject module = thread.interpreter().modules.get("builtins");
            namespace.put(Names.BUILTINS, module == null ? thread.interpreter().builtins : module);
        }
        return namespace;
    }

    private static PyObject locals(ThreadState thread, PyObject givenGlobals, PyObject givenLocals, PyDict namespace) {
        if (givenLocals != Singletons.NONE) {
            return givenLocals;
        }
        return givenGlobals == Singletons.NONE
                ? BuiltinsModule.currentFrame(thread).locals(thread)
                : namespace;
    }

    /** Runs the code of a module, {@code eval} or {@code exec}. */
    public static PyObject run(ThreadState thread, PyCode code, PyDict globals, PyObject locals, PyCell[] closure) {
        Frame frame = new Frame(code, globals, PyFunction.builtinsOf(thread, globals), locals);
        frame.makeCells(closure);
        return PyFunction.runFrame(thread, frame);
    }

    /** The warning category of a front-end warning. */
    static PyType category(String name) {
        return name.equals("SyntaxWarning") ? Exceptions.SYNTAX_WARNING : Exceptions.DEPRECATION_WARNING;
    }
}
