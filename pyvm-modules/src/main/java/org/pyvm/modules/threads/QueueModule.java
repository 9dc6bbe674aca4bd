package org.pyvm.modules.threads;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyModule;

/** The module {@code _queue}. */
@PythonModule("_queue")
public final class QueueModule {
    @PythonConstant("SimpleQueue")
    static final PyObject SIMPLE_QUEUE = PySimpleQueue.TYPE;

    /** The exceptions of an interpreter. */
    static final class Types {
        private PyType empty;

        static PyType empty(ThreadState thread) {
            Types types = thread.interpreter().service(Types.class, Types::new);
            if (types.empty == null) {
                types.empty = Exceptions.define(thread, "_queue.Empty", Exceptions.EXCEPTION);
            }
            return types.empty;
        }
    }

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        module.dict().put("Empty", Types.empty(thread));
    }
}
