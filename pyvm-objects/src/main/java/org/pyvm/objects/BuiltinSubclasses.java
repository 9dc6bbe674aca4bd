package org.pyvm.objects;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The classes of one interpreter that derive directly from a built-in type. Used under the interpreter's lock. */
final class BuiltinSubclasses {
    private final Map<PyType, List<WeakReference<PyType>>> children = new IdentityHashMap<>();

    synchronized void add(PyType parent, PyType child) {
        List<WeakReference<PyType>> list = children.computeIfAbsent(parent, p -> new ArrayList<>());
        list.removeIf(reference -> reference.get() == null || reference.get() == child);
        list.add(new WeakReference<>(child));
    }

    synchronized void remove(PyType parent, PyType child) {
        List<WeakReference<PyType>> list = children.get(parent);
        if (list != null) {
            list.removeIf(reference -> reference.get() == child || reference.get() == null);
        }
    }

    synchronized List<PyType> of(PyType parent) {
        List<PyType> living = new ArrayList<>();
        for (WeakReference<PyType> reference : children.getOrDefault(parent, List.of())) {
            PyType child = reference.get();
            if (child != null) {
                living.add(child);
            }
        }
        return living;
    }
}
