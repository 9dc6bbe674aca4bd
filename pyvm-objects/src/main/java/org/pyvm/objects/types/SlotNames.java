package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.symtable.PrivateNames;
import org.pyvm.tokenizer.Unicode14;

/**
 * What {@code __slots__} of a new class says, or its absence.
 *
 * @param names of the values that instances get, private names mangled, sorted
 * @param addsDict whether the class gives its instances a {@code __dict__} that the base does not
 * @param addsWeakref the same for weak references
 */
record SlotNames(PyStr[] names, boolean addsDict, boolean addsWeakref) {
    private static final PyStr[] NONE = {};

    static SlotNames of(ThreadState thread, String className, PyType base, PyType[] bases, PyDict namespace) {
        boolean mayAddDict = !base.hasDict();
        boolean mayAddWeakref = !base.hasWeakref() && !ClassLayout.hasItems(base);
        PyObject declared = namespace.get(Names.SLOTS);
        if (declared == null) {
            return new SlotNames(NONE, mayAddDict, mayAddWeakref);
        }
        PyObject[] items = declared instanceof PyStr ? new PyObject[] {declared} : Sequences.toArray(thread, declared);
        if (items.length > 0 && ClassLayout.hasItems(base)) {
            throw PyErr.typeError("nonempty __slots__ not supported for subtype of '%N'", base);
        }
        boolean dict = false;
        boolean weakref = false;
        List<PyStr> names = new ArrayList<>();
        for (PyObject item : items) {
            PyStr name = checked(item);
            if (name.is("__dict__")) {
                if (!mayAddDict || dict) {
                    throw PyErr.typeError("__dict__ slot disallowed: we already got one");
                }
                dict = true;
            } else if (name.is("__weakref__")) {
                if (!mayAddWeakref || weakref) {
                    throw PyErr.typeError(
                            "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
                }
                weakref = true;
            } else {
                names.add(name);
            }
        }
        PyStr[] mangled = mangle(thread, className, names, namespace);
        // Other bases may bring what the one that decides the layout has not.
        for (PyType other : bases) {
            if (other != base) {
                dict |= mayAddDict && other.hasDict();
                weakref |= mayAddWeakref && other.hasWeakref();
            }
        }
        return new SlotNames(mangled, dict, weakref);
    }

    private static PyStr checked(PyObject item) {
        if (!(item instanceof PyStr name)) {
            throw PyErr.typeError("__slots__ items must be strings, not '%T'", item);
        }
        boolean valid = name.length() > 0 && Unicode14.isNameStart(name.codePointAt(0));
        for (int i = 1; i < name.length() && valid; i++) {
            valid = Unicode14.isNamePart(name.codePointAt(i));
        }
        if (!valid) {
            throw PyErr.typeError("__slots__ must be identifiers");
        }
        return name;
    }

    private static PyStr[] mangle(ThreadState thread, String className, List<PyStr> names, PyDict namespace) {
        PyStr[] mangled = new PyStr[names.size()];
        for (int i = 0; i < mangled.length; i++) {
            PyStr name =
                    PyStr.intern(PrivateNames.mangle(className, names.get(i).toString()));
            // These two stand in the namespace for the compiler's sake and are taken out of it.
            boolean temporary = name.is("__qualname__") || name.is("__classcell__");
            if (namespace.get(name) != null && !temporary) {
                throw PyErr.valueError("%s in __slots__ conflicts with class variable", Objects.repr(thread, name));
            }
            mangled[i] = name;
        }
        java.util.Arrays.sort(mangled, PyStr::compareText);
        return mangled;
    }
}
