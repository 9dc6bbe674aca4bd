package org.pyvm.modules;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;

/** Events that programs watch by {@code sys.addaudithook} (PEP 578). */
public final class Audits {
    private Audits() {}

    /** Reports an event to the hooks; what they raise is the caller's. */
    public static void report(ThreadState thread, String event, PyObject... arguments) {
        PyObject audit = thread.interpreter().sys.dict().get("audit");
        if (audit != null) {
            PyObject[] all = new PyObject[arguments.length + 1];
            all[0] = PyStr.of(event);
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            Calls.callArray(thread, audit, all);
        }
    }
}
