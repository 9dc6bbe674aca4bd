package org.pyvm.eval.semantics;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** The interactive prompt's display of values. */
public final class Printing {
    private Printing() {}

    @Semantics("PRINT_EXPR")
    public static void printExpr(ThreadState thread, PyObject value) {
        PyObject hook = thread.interpreter().sys.dict().get(Names.DISPLAYHOOK_NAME);
        if (hook == null) {
            throw PyErr.runtimeError("lost sys.displayhook");
        }
        Calls.call(thread, hook, value);
    }
}
