package org.pyvm.modules.operator;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code operator.itemgetter}. */
@PythonType(name = "itemgetter", module = "operator")
public final class ItemGetter extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "operator", "itemgetter", new ItemGetterExposed.SlotTable(), new ItemGetterExposed())
            .notSubclassable();

    private final PyObject[] keys;

    private ItemGetter(PyObject[] keys) {
        super(TYPE);
        this.keys = keys;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("itemgetter", names);
        if (args.length == 0) {
            Arguments.checkCount("itemgetter", 0, 1, 1);
        }
        return new ItemGetter(args.clone());
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("itemgetter", names);
        Arguments.checkCount("itemgetter", args.length, 1, 1);
        return call(thread, args[0]);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject object) {
        if (keys.length == 1) {
            return Objects.getItem(thread, object, keys[0]);
        }
        PyObject[] items = new PyObject[keys.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = Objects.getItem(thread, object, keys[i]);
        }
        return PyTuple.of(items);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return GetterRepr.of(thread, this, PyTuple.of(keys));
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(keys));
    }
}
