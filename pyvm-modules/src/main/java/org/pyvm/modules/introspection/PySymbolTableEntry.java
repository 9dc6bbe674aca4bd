package org.pyvm.modules.introspection;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.Symbol;

/** {@code symtable entry}: one scope as the module {@code symtable} wants it. */
@PythonType(name = "symtable entry", module = "builtins")
public final class PySymbolTableEntry extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "symtable entry",
                    new PySymbolTableEntryExposed.SlotTable(),
                    new PySymbolTableEntryExposed())
            .notSubclassable();

    private final Scope scope;
    private final PyDict symbols = new PyDict();
    private final PyList varNames = new PyList();
    private final PyList children = new PyList();

    PySymbolTableEntry(Scope scope) {
        super(TYPE);
        this.scope = scope;
        for (Symbol symbol : scope.symbols()) {
            symbols.put(symbol.name(), PyInt.of(symbol.flags()));
        }
        scope.varNames().forEach(name -> varNames.append(PyStr.of(name)));
        scope.children().forEach(child -> children.append(new PySymbolTableEntry(child)));
    }

    @PythonGetter("id")
    PyObject id() {
        return PyInt.of(Identity.of(this));
    }

    @PythonGetter("name")
    String name() {
        return scope.name();
    }

    @PythonGetter("symbols")
    PyObject symbols() {
        return symbols;
    }

    @PythonGetter("varnames")
    PyObject varNames() {
        return varNames;
    }

    @PythonGetter("children")
    PyObject children() {
        return children;
    }

    @PythonGetter("nested")
    int nested() {
        return scope.is(Scope.Flag.NESTED) ? 1 : 0;
    }

    @PythonGetter("type")
    int scopeType() {
        return scope.type().ordinal();
    }

    @PythonGetter("lineno")
    int line() {
        return scope.range().line();
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of("<symtable entry " + name() + "(" + Identity.of(this) + "), line " + line() + ">");
    }
}
