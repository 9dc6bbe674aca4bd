package org.pyvm.objects.types;

import java.util.List;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;

/** What {@code classmethod} and {@code staticmethod} do alike with the callable they wrap. */
final class WrappedFunction {
    private static final List<PyStr> COPIED =
            List.of(Names.MODULE, Names.NAME, Names.QUALNAME, Names.DOC, Names.ANNOTATIONS);

    private WrappedFunction() {}

    /** The one argument of the constructor, whose attributes are copied as {@code functools.wraps} does. */
    static PyObject init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        String function = self instanceof PyClassMethod ? "classmethod" : "staticmethod";
        Arguments.positionalOnly(function, args, names, 1, 1);
        for (PyStr name : COPIED) {
            PyObject value = Attributes.getOrNull(thread, args[0], name);
            if (value != null) {
                Shape.set(self, name, value);
            }
        }
        return args[0];
    }

    static boolean isAbstract(ThreadState thread, PyObject function) {
        if (function == null) {
            return false;
        }
        PyObject flag = Attributes.getOrNull(thread, function, Names.ISABSTRACTMETHOD);
        return flag != null && Objects.isTrue(thread, flag);
    }

    static PyObject orNone(PyObject function) {
        return function == null ? Singletons.NONE : function;
    }

    static PyObject require(PyObject function, String kind) {
        if (function == null) {
            throw PyErr.runtimeError("uninitialized %s object", kind);
        }
        return function;
    }

    static PyStr repr(ThreadState thread, String kind, PyObject function) {
        return PyStr.of("<" + kind + "(" + (function == null ? "<NULL>" : Objects.repr(thread, function)) + ")>");
    }
}
