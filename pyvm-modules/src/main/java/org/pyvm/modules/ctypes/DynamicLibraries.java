package org.pyvm.modules.ctypes;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.NativeLibrary;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code dlopen} and its like. Handles are numbers, as the C library gives them. */
final class DynamicLibraries {
    static final int RTLD_LAZY = 1;
    static final int RTLD_NOW = 2;
    static final int RTLD_GLOBAL = 0x100;

    /** Before the C library took them in they had a library of their own. */
    private static final String NEEDED = "dlopen";

    private static final PyStr HANDLE = PyStr.intern("_handle");

    private final NativeCalls calls;
    private final CtypesState state;

    /** @throws HostException when there are no such functions */
    DynamicLibraries(NativeLibrary library, NativeCalls calls, CtypesState state) {
        this.calls = calls;
        this.state = state;
        if (library.address(NEEDED) == 0) {
            throw new HostException(org.pyvm.objects.host.Errno.ENOSYS);
        }
        // Linked now: that looks symbols up, after which there would be no error left to tell of.
        error();
    }

    /** What the last call failed for; null for nothing. */
    String error() {
        try {
            long text = calls.callPointer("dlerror");
            return new String(state.textAt(text), StandardCharsets.UTF_8);
        } catch (HostException e) {
            return null;
        }
    }

    /** @param name null for the program itself; @return 0 when it cannot be loaded */
    long open(byte[] name, int mode) {
        try {
            Object argument = name == null ? MemorySegment.NULL : terminated(name);
            return calls.callPointer("dlopen", argument, mode);
        } catch (HostException e) {
            return 0;
        }
    }

    /** @return 0 when the library has no such symbol */
    long symbol(long handle, byte[] name) {
        try {
            return calls.callPointer("dlsym", handle, terminated(name));
        } catch (HostException e) {
            return 0;
        }
    }

    /** The handle of a library as Python code has it. */
    static long handleOf(ThreadState thread, PyObject library) {
        if (!(Attributes.get(thread, library, HANDLE) instanceof PyInt handle)) {
            throw PyErr.typeError("the _handle attribute of the second argument must be an integer");
        }
        return handle.longValue();
    }

    boolean close(long handle) {
        return calls.call("dlclose", handle) == 0;
    }

    private static byte[] terminated(byte[] name) {
        return java.util.Arrays.copyOf(name, name.length + 1);
    }
}
