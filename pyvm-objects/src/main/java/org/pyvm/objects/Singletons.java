package org.pyvm.objects;

import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyEllipsis;
import org.pyvm.objects.types.PyNone;
import org.pyvm.objects.types.PyNotImplemented;

/** The objects of which there is one, shared by all interpreters. */
public final class Singletons {
    public static final PyObject NONE = PyNone.INSTANCE;
    public static final PyObject NOT_IMPLEMENTED = PyNotImplemented.INSTANCE;
    public static final PyObject ELLIPSIS = PyEllipsis.INSTANCE;
    public static final PyBool TRUE = PyBool.TRUE;
    public static final PyBool FALSE = PyBool.FALSE;

    private Singletons() {}
}
