package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.IteratorPickles;
import org.pyvm.objects.types.PyTuple;

/** One run of items of a groupby. */
@PythonType(name = "_grouper", module = "itertools", parts = IterIsSelf.class)
public final class Grouper extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "itertools", "_grouper", new GrouperExposed.SlotTable(), new GrouperExposed())
            .notSubclassable();

    private final GroupBy parent;
    private final PyObject key;

    Grouper(GroupBy parent, PyObject key) {
        super(TYPE);
        this.parent = parent;
        this.key = key;
    }

    @PythonNew(value = "($cls, parent, tgtkey, /)", showSignature = false)
    static PyObject make(PyType cls, GroupBy parent, PyObject tgtkey) {
        Grouper group = new Grouper(parent, tgtkey);
        parent.makeCurrent(group);
        return group;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        return parent.isCurrent(this) ? parent.nextOfGroup(thread, key) : null;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return parent.isCurrent(this)
                ? PyTuple.of(type(), PyTuple.of(parent, key))
                : IteratorPickles.iter(thread, PyTuple.EMPTY);
    }
}
