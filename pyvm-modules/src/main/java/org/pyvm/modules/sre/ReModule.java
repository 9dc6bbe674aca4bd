package org.pyvm.modules.sre;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Calls functions of the standard library's {@code re}, which parses templates. */
final class ReModule {
    private ReModule() {}

    static PyObject call(ThreadState thread, String function, PyObject... args) {
        PyObject module = thread.interpreter().modules.get("re");
        if (module == null) {
            PyObject load = thread.interpreter().builtins.get(Names.IMPORT);
            module = Calls.callArray(
                    thread, load, PyStr.of("re"), new PyDict(), new PyDict(), PyTuple.EMPTY, PyInt.of(0));
        }
        return Calls.callArray(thread, Attributes.get(thread, module, function), args);
    }
}
