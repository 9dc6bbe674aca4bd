package org.pyvm.modules;

import org.pyvm.modules.sys.SysModule.TracebackPrinter;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;

/** Exceptions that end a thread. */
public final class ThreadErrors {
    private ThreadErrors() {}

    /** What {@code threading.excepthook} does: names the thread and prints the traceback. */
    public static void threadException(ThreadState thread, PyObject value, PyObject traceback, PyObject threadObject) {
        PyObject stderr = thread.interpreter().sys.dict().get(Names.STDERR_NAME);
        if (stderr == null || stderr == Singletons.NONE) {
            return;
        }
        PyObject name = threadObject == Singletons.NONE
                ? null
                : Attributes.getOrNull(thread, threadObject, PyStr.intern("name"));
        String shown = name == null
                ? String.valueOf(thread.id())
                : Objects.str(thread, name).toString();
        Calls.callMethod(thread, stderr, Names.WRITE_NAME, PyStr.of("Exception in thread " + shown + ":\n"));
        thread.interpreter().service(TracebackPrinter.class).print(thread, value, traceback);
        Calls.callMethod(thread, stderr, Names.FLUSH_NAME);
    }
}
