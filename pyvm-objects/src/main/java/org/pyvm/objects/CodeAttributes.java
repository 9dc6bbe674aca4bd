package org.pyvm.objects;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.PositionTable;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.SourceRange;

/** What Python code sees of a code object. */
final class CodeAttributes {
    private static final String[] PARAMETERS = {
        "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_code",
        "co_consts", "co_names", "co_varnames", "co_filename", "co_name", "co_qualname", "co_firstlineno",
        "co_linetable", "co_exceptiontable", "co_freevars", "co_cellvars"
    };

    private CodeAttributes() {}

    private static CodeObject of(PyObject self) {
        return ((PyCode) self).code();
    }

    private static PyTuple tuple(PyStr[] names) {
        return PyTuple.of(names.clone());
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject self) {
        return PyStr.of("<code object " + of(self).name() + " at " + Identity.address(self) + ", file \""
                + of(self).fileName() + "\", line " + of(self).firstLine() + ">");
    }

    @SlotMethod(Slot.TP_HASH)
    static long hash(ThreadState thread, PyObject self) {
        PyCode code = (PyCode) self;
        long hash = code.name().hash() * 31 + of(self).firstLine();
        hash = hash * 31 + java.util.Arrays.hashCode(of(self).code());
        return hash == -1 ? -2 : hash;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        if (!(other instanceof PyCode that) || op != Comparison.EQ && op != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean equal = self == other || same(thread, (PyCode) self, that);
        return equal == (op == Comparison.EQ) ? Singletons.TRUE : Singletons.FALSE;
    }

    private static boolean same(ThreadState thread, PyCode a, PyCode b) {
        CodeObject x = a.code();
        CodeObject y = b.code();
        if (!x.name().equals(y.name())
                || x.argCount() != y.argCount()
                || x.posOnlyArgCount() != y.posOnlyArgCount()
                || x.kwOnlyArgCount() != y.kwOnlyArgCount()
                || x.flags() != y.flags()
                || x.firstLine() != y.firstLine()
                || !java.util.Arrays.equals(x.code(), y.code())
                || !x.names().equals(y.names())
                || !x.varNames().equals(y.varNames())
                || !x.cellVars().equals(y.cellVars())
                || !x.freeVars().equals(y.freeVars())
                || !x.positions().equals(y.positions())
                || a.constants().length != b.constants().length) {
            return false;
        }
        for (int i = 0; i < a.constants().length; i++) {
            PyObject p = a.constants()[i];
            PyObject q = b.constants()[i];
            if (p.type() != q.type()
                    || !org.pyvm.objects.protocol.Comparisons.equal(thread, p, q)
                    || !Objects.repr(thread, p).sameText(Objects.repr(thread, q)) && !(p instanceof PyCode)) {
                return false;
            }
        }
        return true;
    }

    @PythonGetter(value = "co_argcount", member = true)
    static int argCount(PyObject self) {
        return of(self).argCount();
    }

    @PythonGetter(value = "co_posonlyargcount", member = true)
    static int posOnlyArgCount(PyObject self) {
        return of(self).posOnlyArgCount();
    }

    @PythonGetter(value = "co_kwonlyargcount", member = true)
    static int kwOnlyArgCount(PyObject self) {
        return of(self).kwOnlyArgCount();
    }

    @PythonGetter(value = "co_nlocals", member = true)
    static int localCount(PyObject self) {
        return of(self).localCount();
    }

    @PythonGetter(value = "co_stacksize", member = true)
    static int stackSize(PyObject self) {
        return of(self).stackSize();
    }

    @PythonGetter(value = "co_flags", member = true)
    static int flags(PyObject self) {
        return of(self).flags();
    }

    @PythonGetter("co_code")
    static PyObject code(PyObject self) {
        return PyBytes.of(of(self).code().clone());
    }

    @PythonGetter(value = "co_consts", member = true)
    static PyObject constants(PyObject self) {
        return PyTuple.of(((PyCode) self).constants().clone());
    }

    @PythonGetter(value = "co_names", member = true)
    static PyObject names(PyObject self) {
        return tuple(((PyCode) self).names());
    }

    @PythonGetter("co_varnames")
    static PyObject varNames(PyObject self) {
        return tuple(((PyCode) self).varNames());
    }

    @PythonGetter("co_cellvars")
    static PyObject cellVars(PyObject self) {
        return tuple(((PyCode) self).cellVars());
    }

    @PythonGetter("co_freevars")
    static PyObject freeVars(PyObject self) {
        return tuple(((PyCode) self).freeVars());
    }

    @PythonGetter(value = "co_filename", member = true)
    static PyObject fileName(PyObject self) {
        return ((PyCode) self).fileName();
    }

    @PythonGetter(value = "co_name", member = true)
    static PyObject name(PyObject self) {
        return ((PyCode) self).name();
    }

    @PythonGetter(value = "co_qualname", member = true)
    static PyObject qualName(PyObject self) {
        return ((PyCode) self).qualName();
    }

    @PythonGetter(value = "co_firstlineno", member = true)
    static int firstLine(PyObject self) {
        return of(self).firstLine();
    }

    @PythonGetter("co_lnotab")
    static PyObject lineTable(PyObject self) {
        return PyBytes.of(of(self).lineTable());
    }

    @PythonGetter(value = "co_linetable", member = true)
    static PyObject linePositions(PyObject self) {
        return PyBytes.of(of(self).positions().toBytes());
    }

    @PythonGetter(value = "co_exceptiontable", member = true)
    static PyObject exceptionTable(PyObject self) {
        // Handlers are found by the block stack; there is no table.
        return PyBytes.EMPTY;
    }

    /** The variable of a place in the frame: {@code dis} asks for it. */
    @PythonMethod("_varname_from_oparg($self, /, oparg)")
    static PyObject variableOfPlace(PyObject self, long oparg) {
        PyCode code = (PyCode) self;
        long at = oparg;
        for (PyStr[] names : new PyStr[][] {code.varNames(), code.cellVars(), code.freeVars()}) {
            if (at >= 0 && at < names.length) {
                return names[(int) at];
            }
            at -= names.length;
        }
        throw PyErr.indexError("tuple index out of range");
    }

    /** Triples of start, end and line for runs of instructions of one line. */
    @PythonMethod("co_lines($self, /)")
    static PyObject lines(ThreadState thread, PyObject self) {
        CodeObject code = of(self);
        PyList runs = new PyList();
        int length = code.positions().toBytes().length == 0 ? 0 : code.code().length;
        int entry = (code.flags() & CodeFlags.NEWLOCALS) == 0 && code.name().equals("<module>") ? 0 : code.firstLine();
        if (length > 0 && code.lineAt(0) != entry) {
            // CPython has an instruction for the entry; here it is a run without one.
            runs.append(PyTuple.of(PyInt.of(0), PyInt.of(0), PyInt.of(entry)));
        }
        int start = 0;
        while (start < length) {
            int line = code.lineAt(start);
            int end = start + 2;
            while (end < length && code.lineAt(end) == line) {
                end += 2;
            }
            runs.append(PyTuple.of(PyInt.of(start), PyInt.of(end), line < 0 ? Singletons.NONE : PyInt.of(line)));
            start = end;
        }
        return Iterators.iter(thread, runs);
    }

    /** Start line, end line, start column and end column of each instruction. */
    @PythonMethod("co_positions($self, /)")
    static PyObject positions(ThreadState thread, PyObject self) {
        CodeObject code = of(self);
        PyList positions = new PyList();
        boolean ranges = thread.interpreter().debugRanges();
        for (int offset = 0; offset < code.code().length; offset += 2) {
            SourceRange range = code.positionAt(offset);
            positions.append(
                    range == null
                            ? PyTuple.of(Singletons.NONE, Singletons.NONE, Singletons.NONE, Singletons.NONE)
                            : PyTuple.of(
                                    PyInt.of(range.line()),
                                    PyInt.of(ranges ? range.endLine() : range.line()),
                                    column(ranges ? range.column() : -1),
                                    column(ranges ? range.endColumn() : -1)));
        }
        return Iterators.iter(thread, positions);
    }

    private static PyObject column(int column) {
        return column < 0 ? Singletons.NONE : PyInt.of(column);
    }

    /** {@code code(argcount, posonlyargcount, ...)}: what it takes, and in which order, may change with any version. */
    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("code() takes no keyword arguments");
        }
        Arguments.checkCount("code", args.length, 16, 18);
        CodeObject.Builder builder = CodeObject.builder();
        PyObject[] constants = null;
        for (int i = 0; i < args.length; i++) {
            if (PARAMETERS[i].equals("co_consts")) {
                constants = items(args[i]);
            } else {
                set(thread, builder, PARAMETERS[i], args[i]);
            }
        }
        return new PyCode(checked(withPositions(builder.build(), args[14])), constants);
    }

    /** Lines are told by the table, from the first line on; whoever sets one of them sets what both say. */
    private static CodeObject withPositions(CodeObject code, PyObject table) {
        byte[] bytes = table == null ? code.positions().toBytes() : bytes(table);
        return code.toBuilder()
                .withPositions(PositionTable.of(bytes, code.firstLine()))
                .build();
    }

    private static CodeObject checked(CodeObject code) {
        if (code.localCount() != code.varNames().size()) {
            throw PyErr.valueError("code: co_nlocals != len(co_varnames)");
        }
        int parameters = code.argCount() + code.kwOnlyArgCount();
        parameters += (code.flags() & CodeFlags.VARARGS) != 0 ? 1 : 0;
        parameters += (code.flags() & CodeFlags.VARKEYWORDS) != 0 ? 1 : 0;
        if (parameters > code.varNames().size()) {
            throw PyErr.valueError("code: co_varnames is too small");
        }
        return code;
    }

    private static PyObject[] items(PyObject value) {
        if (value instanceof PyTuple tuple) {
            return tuple.toArray();
        }
        throw PyErr.typeError("code() argument must be tuple, not %T", value);
    }

    @PythonMethod(value = "replace", raw = true)
    static PyObject replace(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        if (args.length > named) {
            throw PyErr.typeError("replace() takes 0 positional arguments but %d were given", args.length - named);
        }
        CodeObject.Builder builder = of(self).toBuilder();
        PyObject[] constants = null;
        PyObject table = null;
        for (int i = 0; i < named; i++) {
            PyObject value = args[i];
            if (names[i].is("co_linetable")) {
                table = value;
            }
            if (names[i].is("co_consts")) {
                constants = items(value);
            } else if (!set(thread, builder, names[i].toString(), value)) {
                throw PyErr.typeError("replace() got an unexpected keyword argument '%s'", names[i]);
            }
        }
        CodeObject code = checked(withPositions(builder.build(), table));
        return new PyCode(code, constants == null ? ((PyCode) self).constants() : constants);
    }

    /** @return whether there is such an attribute to set */
    private static boolean set(ThreadState thread, CodeObject.Builder builder, String attribute, PyObject value) {
        switch (attribute) {
            case "co_argcount" -> builder.withArgCount(number(thread, value));
            case "co_posonlyargcount" -> builder.withPosOnlyArgCount(number(thread, value));
            case "co_kwonlyargcount" -> builder.withKwOnlyArgCount(number(thread, value));
            case "co_nlocals" -> builder.withLocalCount(number(thread, value));
            case "co_stacksize" -> builder.withStackSize(number(thread, value));
            case "co_flags" -> builder.withFlags(number(thread, value));
            case "co_firstlineno" -> builder.withFirstLine(number(thread, value));
            case "co_code" -> builder.withCode(bytes(value));
            case "co_names" -> builder.withNames(texts(value));
            case "co_varnames" -> builder.withVarNames(texts(value));
            case "co_freevars" -> builder.withFreeVars(texts(value));
            case "co_cellvars" -> builder.withCellVars(texts(value));
            case "co_filename" -> builder.withFileName(value.toString());
            case "co_name" -> builder.withName(value.toString());
            case "co_qualname" -> builder.withQualName(value.toString());
            case "co_linetable" -> bytes(value);
            case "co_exceptiontable" -> bytes(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int number(ThreadState thread, PyObject value) {
        return (int) Numbers.toIndex(thread, value);
    }

    private static byte[] bytes(PyObject value) {
        if (value instanceof PyBytes bytes) {
            return bytes.toByteArray();
        }
        throw PyErr.typeError("replace() argument must be bytes, not %T", value);
    }

    private static List<String> texts(PyObject value) {
        if (!(value instanceof PyTuple tuple)) {
            throw PyErr.typeError("replace() argument must be tuple, not %T", value);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tuple.size(); i++) {
            if (!(tuple.get(i) instanceof PyStr text)) {
                throw PyErr.typeError("name tuples must contain only strings, not '%T'", tuple.get(i));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
