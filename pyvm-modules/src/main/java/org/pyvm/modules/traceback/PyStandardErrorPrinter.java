package org.pyvm.modules.traceback;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code stderrprinter}: what {@code sys.stderr} is while there is no io module yet. Each write goes to descriptor 2. */
@PythonType(name = "stderrprinter")
public final class PyStandardErrorPrinter extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "stderrprinter",
                    new PyStandardErrorPrinterExposed.SlotTable(),
                    new PyStandardErrorPrinterExposed())
            .notSubclassable();

    public PyStandardErrorPrinter() {
        super(TYPE);
    }

    @PythonMethod("write($self, text, /)")
    PyObject write(ThreadState thread, PyStr text) {
        ErrorOutput.toDescriptor(thread).write(text.toString());
        return PyInt.of(text.length());
    }

    @PythonMethod("flush($self, /)")
    PyObject flush() {
        return Singletons.NONE;
    }

    @PythonMethod("close($self, /)")
    PyObject close() {
        return Singletons.NONE;
    }

    @PythonMethod("fileno($self, /)")
    PyObject fileno() {
        return PyInt.of(2);
    }

    @PythonMethod("isatty($self, /)")
    PyObject isatty(ThreadState thread) {
        try {
            return PyBool.of(thread.interpreter()
                    .service(Host.class)
                    .descriptors()
                    .get(2)
                    .isTerminal());
        } catch (HostException e) {
            return Singletons.FALSE;
        }
    }

    @PythonGetter("closed")
    PyObject closed() {
        return Singletons.FALSE;
    }

    @PythonGetter("encoding")
    PyObject encoding() {
        return Singletons.NONE;
    }

    @PythonGetter("mode")
    PyObject mode() {
        return PyStr.of("w");
    }
}
