package org.pyvm.modules.posix;

import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** {@code errno}: Linux's numbers by name. */
@PythonModule("errno")
public final class ErrnoModule {
    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PyDict names = new PyDict();
        PyDict dict = module.dict();
        dict.put("errorcode", names);
        for (Errno errno : Errno.values()) {
            PyStr name = PyStr.intern(errno.name());
            dict.put(name, PyInt.of(errno.number()));
            names.put(thread, PyInt.of(errno.number()), name);
        }
        // Second names of the same numbers.
        dict.put("EWOULDBLOCK", PyInt.of(Errno.EAGAIN.number()));
        dict.put("EDEADLK", PyInt.of(Errno.EDEADLOCK.number()));
        dict.put("EOPNOTSUPP", PyInt.of(Errno.ENOTSUP.number()));
    }
}
