package org.pyvm.modules.posix;

import java.util.Iterator;
import java.util.List;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** What {@code os.scandir} gives. The names have been read at once, so nothing is left open. */
@PythonType(name = "ScandirIterator", module = "posix")
public final class ScandirIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "posix", "ScandirIterator", new ScandirIteratorExposed.SlotTable(), new ScandirIteratorExposed())
            .notSubclassable();

    private final PathArgument folder;
    private final String base;
    private Iterator<String> names;

    ScandirIterator(PathArgument folder, String base, List<String> names) {
        super(TYPE);
        this.folder = folder;
        this.base = base;
        this.names = names.iterator();
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (names == null) {
            return null;
        }
        if (!names.hasNext()) {
            names = null;
            return null;
        }
        return new DirEntry(folder, base, names.next());
    }

    @PythonMethod("close($self, /)")
    void close() {
        names = null;
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter() {
        return this;
    }

    @PythonMethod("__exit__($self, /, *args)")
    PyObject exit(PyObject[] args) {
        names = null;
        return Singletons.NONE;
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    PyObject reduceEx(PyObject protocol) {
        throw PyErr.typeError("cannot pickle 'posix.ScandirIterator' object");
    }
}
