package org.pyvm.objects;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The classes of one interpreter that derive directly from a built-in type. Used under the interpreter's lock. */
final class BuiltinSubclasses {
    private final Map<PyType, Subclasses> children = new IdentityHashMap<>();

    synchronized void add(PyType parent, PyType child) {
        children.computeIfAbsent(parent, p -> new Subclasses()).add(child);
    }

    synchronized void remove(PyType parent, PyType child) {
        Subclasses known = children.get(parent);
        if (known != null) {
            known.remove(child);
        }
    }

    synchronized List<PyType> of(PyType parent) {
        Subclasses known = children.get(parent);
        return known == null ? List.of() : known.living();
    }
}
