package org.pyvm.modules.introspection;

import org.pyvm.compiler.FrontEnds;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.builtins.SyntaxErrors;
import org.pyvm.modules.posix.PosixConstants;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceDecoding;

/** The module {@code _symtable}; {@code symtable} of the standard library is made of it. */
@PythonModule("_symtable")
public final class SymtableModule {
    private static final String NUMBERS = "USE 16 DEF_GLOBAL 1 DEF_NONLOCAL 8 DEF_LOCAL 2 DEF_PARAM 4 DEF_IMPORT 128"
            + " DEF_BOUND 134 DEF_ANNOT 256 TYPE_FUNCTION 0 TYPE_CLASS 1 TYPE_MODULE 2 LOCAL 1 GLOBAL_EXPLICIT 2"
            + " GLOBAL_IMPLICIT 3 FREE 4 CELL 5 SCOPE_OFF 11 SCOPE_MASK 15";

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    @PythonFunction("symtable(source, filename, startstr, /)")
    static PyObject symtable(ThreadState thread, PyObject source, PyObject fileName, PyStr start) {
        Object text = Compilation.sourceText(source, "symtable", "string or bytes");
        String file = Compilation.fileName(thread, fileName);
        Mode mode = switch (start.toString()) {
            case "exec" -> Mode.FILE;
            case "eval" -> Mode.EVAL;
            case "single" -> Mode.SINGLE;
            default -> throw PyErr.valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        };
        CompilationContext context = Compilation.context(thread, file, mode, 0, -1);
        try {
            FrontEnds frontEnds = thread.interpreter().service(FrontEnds.class);
            var selected = frontEnds.select(
                    text instanceof byte[] bytes
                            ? SourceDecoding.ofBytes(bytes, context)
                            : SourceDecoding.ofString((String) text, context),
                    context);
            var table = selected.frontEnd().symbolTables().build(frontEnds.parse(selected), selected.context());
            return new PySymbolTableEntry(table.top());
        } catch (CompileException e) {
            throw SyntaxErrors.toPython(thread, e);
        }
    }
}
