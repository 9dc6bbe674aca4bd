package org.pyvm.modules.operator;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code operator.attrgetter}: attributes by name, or by several names with dots between. */
@PythonType(name = "attrgetter", module = "operator")
public final class AttrGetter extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "operator", "attrgetter", new AttrGetterExposed.SlotTable(), new AttrGetterExposed())
            .notSubclassable();

    private final PyObject[] names;
    /** The parts of each name. */
    private final PyStr[][] paths;

    private AttrGetter(PyObject[] names, PyStr[][] paths) {
        super(TYPE);
        this.names = names;
        this.paths = paths;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        Arguments.noKeywords("attrgetter", keywords);
        if (args.length == 0) {
            Arguments.checkCount("attrgetter", 0, 1, 1);
        }
        PyObject[] names = new PyObject[args.length];
        PyStr[][] paths = new PyStr[args.length][];
        for (int i = 0; i < args.length; i++) {
            if (!(args[i] instanceof PyStr name)) {
                throw PyErr.typeError("attribute name must be a string");
            }
            names[i] = PyStr.intern(name);
            paths[i] = path(name);
        }
        return new AttrGetter(names, paths);
    }

    private static PyStr[] path(PyStr name) {
        if (name.bmp() == null || name.bmp().indexOf('.') < 0) {
            return new PyStr[] {PyStr.intern(name)};
        }
        return Arrays.stream(name.bmp().split("\\.", -1)).map(PyStr::intern).toArray(PyStr[]::new);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] keywords) {
        Arguments.noKeywords("attrgetter", keywords);
        Arguments.checkCount("attrgetter", args.length, 1, 1);
        return call(thread, args[0]);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject object) {
        if (paths.length == 1) {
            return follow(thread, object, paths[0]);
        }
        PyObject[] values = new PyObject[paths.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = follow(thread, object, paths[i]);
        }
        return PyTuple.of(values);
    }

    private static PyObject follow(ThreadState thread, PyObject object, PyStr[] path) {
        PyObject value = object;
        for (PyStr name : path) {
            value = Attributes.get(thread, value, name);
        }
        return value;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return GetterRepr.of(thread, this, PyTuple.of(names));
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(names));
    }
}
