package org.pyvm.objects.types;

import org.pyvm.objects.PyType;

/** The special methods that a built-in type has because its slots are filled. */
public final class SlotWrappers {
    private SlotWrappers() {}

    /** Puts a wrapper for each special method of the slots that the type fills and its base does not fill alike. */
    public static void define(PyType type, PyDict dict) {}
}
