package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code generic_alias_iterator}: gives the alias once, starred, so that {@code *tuple[int]} works by unpacking. */
@PythonType(name = "generic_alias_iterator", module = "builtins")
public final class PyGenericAliasIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "generic_alias_iterator",
                    new PyGenericAliasIteratorExposed.SlotTable(),
                    new PyGenericAliasIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyGenericAlias alias;

    PyGenericAliasIterator(PyGenericAlias alias) {
        super(TYPE);
        this.alias = alias;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        PyGenericAlias given = alias;
        alias = null;
        return given == null ? null : given.starred();
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return IteratorPickles.iter(thread, alias == null ? PyTuple.EMPTY : alias);
    }
}
