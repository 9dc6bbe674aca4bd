package org.pyvm.modules.io;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** {@code _io._TextIOBase}: streams of text. */
@PythonType(name = "_TextIOBase", module = "_io", doc = "Base of streams of text.")
public class TextIOBase extends IOBase {
    public static final PyType TYPE = PyType.builtin(
                    "_io", "_TextIOBase", IOBase.TYPE, new TextIOBaseExposed.SlotTable(), new TextIOBaseExposed())
            .withLayoutOfBase();

    protected TextIOBase(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        checkNoArguments(cls, args);
        return new TextIOBase(cls);
    }

    @PythonMethod("detach($self, /)")
    static PyObject detachOf(ThreadState thread, PyObject self) {
        throw IoState.unsupported(thread, "detach");
    }

    @PythonMethod(value = "read", raw = true)
    static PyObject readOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "read");
    }

    @PythonMethod(value = "readline", raw = true)
    static PyObject readLineOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "readline");
    }

    @PythonMethod(value = "write", raw = true)
    static PyObject writeOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "write");
    }

    @PythonGetter("encoding")
    static PyObject encodingOf(PyObject self) {
        return Singletons.NONE;
    }

    @PythonGetter("newlines")
    static PyObject newlinesOf(PyObject self) {
        return Singletons.NONE;
    }

    @PythonGetter("errors")
    static PyObject errorsOf(PyObject self) {
        return Singletons.NONE;
    }
}
