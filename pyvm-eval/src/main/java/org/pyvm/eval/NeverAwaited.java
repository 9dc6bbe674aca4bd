package org.pyvm.eval;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/** The warning of a coroutine that was dropped before it started; the module {@code warnings} words it. */
final class NeverAwaited {
    private static final PyStr WARNINGS = PyStr.intern("warnings");
    private static final PyStr IMPORT = PyStr.intern("__import__");
    private static final PyStr WARN = PyStr.intern("_warn_unawaited_coroutine");

    private NeverAwaited() {}

    static void warn(ThreadState thread, PyCoroutine coroutine) {
        PyObject module = thread.interpreter().modules.get(WARNINGS);
        if (module == null && !thread.interpreter().isFinalizing()) {
            module = Calls.call(thread, thread.interpreter().builtins.get(IMPORT), WARNINGS);
        }
        PyObject function = module == null ? null : Attributes.getOrNull(thread, module, WARN);
        if (function != null) {
            Calls.call(thread, function, coroutine);
            return;
        }
        String name = Objects.str(thread, coroutine.qualName()).toString();
        Warnings.warn(thread, Exceptions.RUNTIME_WARNING, "coroutine '" + name + "' was never awaited", 1);
    }
}
