package org.pyvm.objects.types;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;

/** {@code types.SimpleNamespace}. */
@PythonType(name = "SimpleNamespace", module = "types", hashable = false)
public final class PySimpleNamespace extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "types",
                    "SimpleNamespace",
                    new PySimpleNamespaceExposed.SlotTable(),
                    new PySimpleNamespaceExposed())
            .withDict();

    private PySimpleNamespace(PyType cls) {
        super(cls);
    }

    /** A namespace of these attributes. */
    public static PySimpleNamespace of(PyDict attributes) {
        PySimpleNamespace namespace = new PySimpleNamespace();
        org.pyvm.objects.Shape.setDictionary(namespace, attributes);
        return namespace;
    }

    public PySimpleNamespace() {
        this(TYPE);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PySimpleNamespace(cls);
    }

    @PythonInit(raw = true)
    void init(PyObject[] args, PyStr[] names) {
        if (Arguments.positionalCount(args, names) > 0) {
            throw PyErr.typeError("no positional arguments expected");
        }
        for (int i = 0; i < args.length; i++) {
            Shape.set(this, names[i], args[i]);
        }
    }

    private PyDict attributes() {
        return Shape.dictionaryOf(this);
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.EMPTY, attributes());
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        return other instanceof PySimpleNamespace namespace
                ? attributes().type().slots().richCompare(thread, attributes(), namespace.attributes(), op)
                : Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        String name = type() == TYPE ? "namespace" : type().name();
        if (!ReprGuard.enter(thread, this)) {
            return PyStr.of(name + "(...)");
        }
        try {
            StrBuilder text = new StrBuilder().append(name);
            PyDict attributes = attributes();
            String separator = "(";
            for (int i = attributes.nextEntry(0); i >= 0; i = attributes.nextEntry(i + 1)) {
                if (attributes.keyAt(i) instanceof PyStr key && key.length() > 0) {
                    PyStr value = Objects.repr(thread, attributes.valueAt(i));
                    text.append(separator).append(key).append('=').append(value);
                    separator = ", ";
                }
            }
            return text.append(separator.equals("(") ? "()" : ")").toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }
}
