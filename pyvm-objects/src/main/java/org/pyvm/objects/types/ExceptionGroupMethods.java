package org.pyvm.objects.types;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** The methods of exception groups. */
@PythonType(name = "BaseExceptionGroup")
final class ExceptionGroupMethods {
    private ExceptionGroupMethods() {}

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }

    @PythonMethod("derive($self, excs, /)")
    static PyObject derive(ThreadState thread, PyObject self, PyObject excs) {
        return Calls.call(
                thread, Exceptions.BASE_EXCEPTION_GROUP, ((PyBaseException) self).field(PyStr.intern("message")), excs);
    }

    @PythonMethod("split($self, condition, /)")
    static PyObject split(ThreadState thread, PyObject self, PyObject condition) {
        ExceptionGroupMembers.checkCondition(condition);
        PyObject[] parts = ExceptionGroupMembers.split(thread, (PyBaseException) self, condition);
        return PyTuple.of(ExceptionGroupMembers.orNone(parts[0]), ExceptionGroupMembers.orNone(parts[1]));
    }

    @PythonMethod("subgroup($self, condition, /)")
    static PyObject subgroup(ThreadState thread, PyObject self, PyObject condition) {
        ExceptionGroupMembers.checkCondition(condition);
        return ExceptionGroupMembers.orNone(ExceptionGroupMembers.split(thread, (PyBaseException) self, condition)[0]);
    }
}
