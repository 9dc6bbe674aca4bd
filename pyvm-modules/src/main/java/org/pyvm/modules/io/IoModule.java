package org.pyvm.modules.io;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.imports.ModuleSource;
import org.pyvm.modules.marshal.CompiledFormat;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** {@code _io}. */
@PythonModule("_io")
public final class IoModule {
    @PythonConstant("DEFAULT_BUFFER_SIZE")
    static final int DEFAULT_BUFFER_SIZE = 8192;

    @PythonConstant("BlockingIOError")
    static final PyObject BLOCKING_IO_ERROR = Exceptions.BLOCKING_IO_ERROR;

    private static final PyType[] TYPES = {
        IOBase.TYPE,
        RawIOBase.TYPE,
        BufferedIOBase.TYPE,
        TextIOBase.TYPE,
        FileIO.TYPE,
        BytesIO.TYPE,
        StringIO.TYPE,
        BufferedReader.TYPE,
        BufferedWriter.TYPE,
        BufferedRWPair.TYPE,
        BufferedRandom.TYPE,
        TextIOWrapper.TYPE,
        IncrementalNewlineDecoder.TYPE
    };

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        for (PyType type : TYPES) {
            module.dict().put(type.name(), type);
        }
        module.dict().put("UnsupportedOperation", IoState.of(thread).unsupportedOperation(thread));
    }

    /** The name of the locale's encoding, which is UTF-8 everywhere that pyvm runs. */
    static String localeEncoding(ThreadState thread) {
        PyObject flags = thread.interpreter().sys.dict().get("flags");
        PyObject mode = flags == null ? null : Attributes.getOrNull(thread, flags, PyStr.intern("utf8_mode"));
        boolean utf8 = mode != null && Numbers.index(thread, mode).signum() != 0;
        return utf8 ? "utf-8" : "UTF-8";
    }

    /** Says where an encoding is left to the locale, if the user wants to know. */
    static void warnOfDefaultEncoding(ThreadState thread, int stackLevel) {
        if (thread.interpreter().warnDefaultEncoding()) {
            Warnings.warn(thread, Exceptions.ENCODING_WARNING, "'encoding' argument not specified", stackLevel);
        }
    }

    @PythonFunction("text_encoding(encoding, stacklevel=2, /)")
    PyObject textEncoding(ThreadState thread, PyObject encoding, int stackLevel) {
        if (encoding != Singletons.NONE) {
            return encoding;
        }
        warnOfDefaultEncoding(thread, stackLevel);
        return PyStr.of(localeEncoding(thread).equals("utf-8") ? "utf-8" : "locale");
    }

    /** Opens what importlib is about to run: the place where CPython's embedders put files of their own (PEP 578). */
    @PythonFunction("open_code(path)")
    PyObject openCode(ThreadState thread, PyStr path) {
        ModuleSource source = thread.interpreter().serviceOrNull(ModuleSource.class);
        byte[] compiled = source == null ? null : source.compiledFile(path.toString());
        if (compiled != null) {
            return Calls.call(thread, BytesIO.TYPE, PyBytes.of(compiled));
        }
        PyObject file = Opening.open(thread, path, "rb", -1, null, null, null, true, Singletons.NONE);
        return CompiledFormat.isCached(path.toString()) ? currentOrGone(thread, path, file) : file;
    }

    /** A cached file, unless it was compiled with other plugins: then it is as if it were not there, and made anew. */
    private static PyObject currentOrGone(ThreadState thread, PyStr path, PyObject file) {
        PyObject content;
        try {
            content = Calls.callMethod(thread, file, Names.READ_NAME);
        } finally {
            Calls.callMethod(thread, file, Names.CLOSE_NAME);
        }
        PyObject prefix = thread.interpreter().sys.dict().get("pycache_prefix");
        if (content instanceof PyBytes bytes
                && !CompiledFormat.suits(
                        thread,
                        bytes.bytesUnsafe(),
                        path.toString(),
                        prefix instanceof PyStr text ? text.toString() : null)) {
            throw PyErr.of(Exceptions.OS_ERROR, "%s was compiled with other plugins", path);
        }
        return Calls.call(thread, BytesIO.TYPE, content);
    }

    @PythonFunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,"
            + " opener=None)")
    PyObject open(
            ThreadState thread,
            PyObject file,
            String mode,
            int buffering,
            String encoding,
            String errors,
            String newline,
            boolean closeFd,
            PyObject opener) {
        return Opening.open(thread, file, mode, buffering, encoding, errors, newline, closeFd, opener);
    }
}
