package org.pyvm.modules.collections;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code _tuplegetter}: the attribute of a namedtuple that is its item at an index. */
@PythonType(name = "_tuplegetter", module = "_collections")
public final class TupleGetter extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_collections", "_tuplegetter", new TupleGetterExposed.SlotTable(), new TupleGetterExposed())
            .notSubclassable();

    private final long index;
    private PyObject doc;

    private TupleGetter(long index, PyObject doc) {
        super(TYPE);
        this.index = index;
        this.doc = doc;
    }

    @PythonNew(value = "($cls, index, doc, /)", showSignature = false)
    static PyObject make(PyType cls, long index, PyObject doc) {
        return new TupleGetter(index, doc);
    }

    @PythonGetter("__doc__")
    PyObject doc() {
        return doc;
    }

    @PythonSetter(value = "__doc__", deletable = true)
    void setDoc(PyObject newDoc) {
        doc = newDoc == null ? Singletons.NONE : newDoc;
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject get(ThreadState thread, PyObject object, PyType owner) {
        if (!(object instanceof PyTuple tuple)) {
            if (object == null || object == Singletons.NONE) {
                return this;
            }
            throw PyErr.typeError(
                    "descriptor for index '%d' for tuple subclasses doesn't apply to '%T' object", index, object);
        }
        if (index < 0 || index >= tuple.size()) {
            throw PyErr.indexError("tuple index out of range");
        }
        return tuple.get((int) index);
    }

    @SlotMethod(Slot.TP_DESCR_SET)
    void set(ThreadState thread, PyObject object, PyObject value) {
        throw PyErr.attributeError(value == null ? "can't delete attribute" : "can't set attribute");
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return new StrBuilder()
                .append(type().name())
                .append('(')
                .append(Long.toString(index))
                .append(", ")
                .append(Objects.repr(thread, doc))
                .append(')')
                .toPyStr();
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(PyInt.of(index), doc));
    }
}
