package org.pyvm.modules.multiprocessing;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;

/** {@code _multiprocessing}. */
@PythonModule("_multiprocessing")
public final class MultiprocessingModule {
    @PythonConstant("SemLock")
    static final PyObject SEM_LOCK = PySemLock.TYPE;

    /** What of the system's semaphores there is. */
    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        PyDict flags = new PyDict();
        flags.put("HAVE_SEM_OPEN", PyInt.of(1));
        flags.put("HAVE_SEM_TIMEDWAIT", PyInt.of(1));
        module.dict().put("flags", flags);
    }

    @PythonFunction("sem_unlink(name, /)")
    static void unlink(ThreadState thread, String name) {
        try {
            NamedSemaphore.unlink(thread, name);
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }
}
