package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pyvm.modules.CallbackFailures;
import org.pyvm.objects.Identity;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.NativeLibrary;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** What the module keeps for one interpreter. */
final class CtypesState {
    private static final int PAGE = 4096;

    final InterpreterState interpreter;
    final NativeLibrary library;
    /** All memory of the process; the offset is the address. */
    final MemorySegment memory;

    final Block everywhere;
    final DynamicLibraries libraries;
    final Signatures signatures;
    final Intrinsics intrinsics;
    final ErrorNumbers errnos;
    /** What callbacks have given to native code for good. */
    final Set<PyObject> leaked = Collections.newSetFromMap(new ConcurrentHashMap<>());

    final CallbackFailures callbackFailures = new CallbackFailures();
    final Mirrors mirrors = new Mirrors();
    final NativeTexts texts = new NativeTexts();
    final ObjectNumbers objects;
    final PyType argumentError;
    /** {@code _pointer_type_cache}: by type, and for types that are not yet known by number. */
    final PyDict pointerTypes = new PyDict();
    /** By item type and length. */
    final Map<ArrayTypes.Key, PyType> arrayTypes = ArrayTypes.newCache();
    /** {@code _unpickle}. */
    PyObject unpickle;

    private CtypesState(ThreadState thread) {
        interpreter = thread.interpreter();
        library = interpreter.service(Host.class).natives().open(NativeCalls.C_LIBRARY);
        memory = library.memory();
        everywhere = Block.ofNative(memory);
        NativeCalls calls = new NativeCalls(library);
        libraries = new DynamicLibraries(library, calls, this);
        signatures = new Signatures(library);
        intrinsics = new Intrinsics();
        errnos = new ErrorNumbers(calls, memory);
        objects = new ObjectNumbers(interpreter);
        argumentError = Exceptions.define(thread, "ctypes.ArgumentError", Exceptions.EXCEPTION);
    }

    /** @throws PyErr ImportError when native code cannot be called, or is not allowed */
    static CtypesState of(ThreadState thread) {
        try {
            return thread.interpreter().service(CtypesState.class, () -> new CtypesState(thread));
        } catch (HostException e) {
            throw PyErr.importError("_ctypes needs the C library and leave to call it: %s", e.strerror());
        }
    }

    /** The bytes in front of the zero. */
    byte[] textAt(long address) {
        checkAddress(address);
        return PyArray.bytesBeforeZero(memory, address, Integer.MAX_VALUE);
    }

    byte[] bytesAt(long address, int length) {
        byte[] bytes = new byte[length];
        if (length > 0) {
            checkAddress(address);
            MemorySegment.copy(memory, JAVA_BYTE, address, bytes, 0, length);
        }
        return bytes;
    }

    PyStr wideTextAt(long address) {
        checkAddress(address);
        return WideText.text(memory, address, WideText.length(memory, address, Integer.MAX_VALUE));
    }

    /** Refuses what certainly is no memory, where CPython would crash: the first page, and what {@code id} gives. */
    void checkAddress(long address) {
        if (address < PAGE) {
            throw PyErr.valueError("no memory at address 0x%s", Long.toHexString(address));
        }
        Identity identities = interpreter.serviceOrNull(Identity.class);
        if (identities != null && identities.isTaken(address)) {
            throw PyErr.valueError("0x%s is the id of an object, not its address", Long.toHexString(address));
        }
    }
}
