package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** {@code _crypt}: the hashes of passwords that the system's own library makes. */
@PythonModule("_crypt")
public final class CryptModule {
    private static final List<String> LIBRARY = List.of("libcrypt.so.2", "libcrypt.so.1");
    /** {@code struct crypt_data}, as large as the largest one of the libraries there have been. */
    private static final int DATA_SIZE = 131_232;

    private NativeCalls calls;

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        try {
            calls = new NativeCalls(
                    thread.interpreter().service(Host.class).natives().open(LIBRARY));
        } catch (HostException e) {
            // Also where native code is not allowed: crypt tells that it cannot be imported without this module.
            throw PyErr.importError("_crypt needs the system's libcrypt: %s", e.strerror());
        }
    }

    @PythonFunction("crypt(word, salt, /)")
    PyObject crypt(ThreadState thread, PyStr word, PyStr salt) {
        String wordText = text(word);
        String saltText = text(salt);
        byte[] hash = Blocking.call(thread, () -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment data = arena.allocate(DATA_SIZE, 16);
                long result =
                        calls.callPointer("crypt_r", LibC.text(arena, wordText), LibC.text(arena, saltText), data);
                return text(data, result - data.address());
            }
        });
        return PyStr.of(FileSystemPaths.toHost(hash));
    }

    /** An argument of C's: UTF-8 without a zero in it. */
    private static String text(PyStr argument) {
        String text = FileSystemPaths.toHost(argument);
        if (text.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null character");
        }
        return text;
    }

    /** The text that the library has put into the structure. */
    private static byte[] text(MemorySegment data, long offset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long at = offset;
        for (byte b; (b = data.get(JAVA_BYTE, at)) != 0; at++) {
            bytes.write(b);
        }
        return bytes.toByteArray();
    }
}
