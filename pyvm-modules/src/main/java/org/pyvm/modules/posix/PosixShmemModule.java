package org.pyvm.modules.posix;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.types.PyStr;

/** {@code _posixshmem}: shared memory by name, which Linux keeps as files of a folder. */
@PythonModule("_posixshmem")
public final class PosixShmemModule {
    private static final String FOLDER = "/dev/shm/";

    private static String path(ThreadState thread, PyStr name) {
        String text = PathArgument.text(thread, name);
        return FOLDER + (text.startsWith("/") ? text.substring(1) : text);
    }

    @PythonFunction("shm_open(path, flags, mode=511)")
    int open(ThreadState thread, PyStr name, int flags, int mode) {
        String path = path(thread, name);
        return Blocking.call(thread, name, () -> {
            Host host = thread.interpreter().service(Host.class);
            return host.descriptors().install(host.files().open(path, flags | OpenFlags.NO_FOLLOW, mode));
        });
    }

    @PythonFunction("shm_unlink(path)")
    void unlink(ThreadState thread, PyStr name) {
        String path = path(thread, name);
        Blocking.call(thread, (PyObject) name, () -> {
            thread.interpreter().service(Host.class).files().remove(path);
            return null;
        });
    }
}
