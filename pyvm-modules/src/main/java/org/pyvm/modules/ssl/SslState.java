package org.pyvm.modules.ssl;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module's exceptions, which each interpreter has of its own, and how they are made. */
final class SslState {
    static final int ERROR_SSL = 1;
    static final int ERROR_WANT_READ = 2;
    static final int ERROR_WANT_WRITE = 3;
    static final int ERROR_ZERO_RETURN = 6;
    static final int ERROR_EOF = 8;

    private static final PyStr DOC = PyStr.intern("__doc__");
    private static final PyStr STR = PyStr.intern("__str__");
    private static final PyStr STRERROR = PyStr.intern("strerror");

    final PyType error;
    final PyType certificateVerification;
    final PyType zeroReturn;
    final PyType wantRead;
    final PyType wantWrite;
    final PyType systemCall;
    final PyType endOfFile;

    private SslState(ThreadState thread) {
        PyDict namespace = new PyDict();
        Signature none = Signature.of("__str__", null, 0, 0, 0, 0, false, false);
        namespace.put(
                STR,
                new PyMethodDescriptor(
                        Exceptions.OS_ERROR, new BuiltinFunctionSpec("__str__", "", none, new Text(), 0)));
        error = define(
                thread, "SSLError", "An error occurred in the SSL implementation.", namespace, Exceptions.OS_ERROR);
        certificateVerification = define(
                thread,
                "SSLCertVerificationError",
                "A certificate could not be verified.",
                new PyDict(),
                error,
                Exceptions.VALUE_ERROR);
        zeroReturn = define(thread, "SSLZeroReturnError", "SSL/TLS session closed cleanly.", new PyDict(), error);
        wantRead = define(
                thread,
                "SSLWantReadError",
                "Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed.",
                new PyDict(),
                error);
        wantWrite = define(
                thread,
                "SSLWantWriteError",
                "Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed.",
                new PyDict(),
                error);
        systemCall =
                define(thread, "SSLSyscallError", "System error when attempting SSL operation.", new PyDict(), error);
        endOfFile = define(thread, "SSLEOFError", "SSL/TLS connection terminated abruptly.", new PyDict(), error);
    }

    static SslState of(ThreadState thread) {
        return thread.interpreter().service(SslState.class, () -> new SslState(thread));
    }

    private static PyType define(ThreadState thread, String name, String doc, PyDict namespace, PyType... bases) {
        namespace.put(Names.MODULE, PyStr.of("ssl"));
        namespace.put(DOC, PyStr.of(doc));
        return (PyType) Calls.instantiate(thread, PyType.TYPE, PyStr.of(name), PyTuple.of(bases), namespace);
    }

    /** An SSLError shows its text without its number. */
    private static final class Text extends BuiltinBodies {
        @Override
        public PyObject call(int number, ThreadState thread, PyObject self) {
            PyObject text = Attributes.get(thread, self, STRERROR);
            return text instanceof PyStr ? text : Objects.str(thread, ((PyBaseException) self).args());
        }
    }

    /** An error of TLS itself, as OpenSSL names it. @param reason such as {@code WRONG_VERSION_NUMBER}; null for none */
    static PyErr failure(ThreadState thread, String library, String reason, String text) {
        String where =
                library == null ? "" : reason == null ? "[" + library + "] " : "[" + library + ": " + reason + "] ";
        return make(thread, of(thread).error, ERROR_SSL, where + text, library, reason);
    }

    static PyErr failure(ThreadState thread, String reason) {
        return failure(
                thread, "SSL", reason, reason.toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    static PyErr wantRead(ThreadState thread) {
        return make(thread, of(thread).wantRead, ERROR_WANT_READ, "The operation did not complete (read)", null, null);
    }

    static PyErr wantWrite(ThreadState thread) {
        return make(
                thread, of(thread).wantWrite, ERROR_WANT_WRITE, "The operation did not complete (write)", null, null);
    }

    static PyErr endOfFile(ThreadState thread) {
        return make(thread, of(thread).endOfFile, ERROR_EOF, "EOF occurred in violation of protocol", null, null);
    }

    static PyErr zeroReturn(ThreadState thread) {
        return make(
                thread,
                of(thread).zeroReturn,
                ERROR_ZERO_RETURN,
                "TLS/SSL connection has been closed (EOF)",
                null,
                null);
    }

    /** A certificate that is not to be trusted. */
    static PyErr unverified(ThreadState thread, VerificationFailure failure) {
        PyErr error = make(
                thread,
                of(thread).certificateVerification,
                ERROR_SSL,
                "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: " + failure.getMessage(),
                "SSL",
                "CERTIFICATE_VERIFY_FAILED");
        set(thread, error, "verify_code", PyInt.of(failure.code()));
        set(thread, error, "verify_message", PyStr.of(failure.getMessage()));
        return error;
    }

    /** CPython ends the text with the line of its C source; there is no such line here, the module's name stands for it. */
    private static PyErr make(ThreadState thread, PyType type, int number, String text, String library, String reason) {
        PyErr error =
                new PyErr((PyBaseException) Calls.call(thread, type, PyInt.of(number), PyStr.of(text + " (_ssl)")));
        set(thread, error, "reason", textOrNone(reason));
        set(thread, error, "library", textOrNone(library));
        return error;
    }

    private static PyObject textOrNone(String text) {
        return text == null ? Singletons.NONE : PyStr.of(text);
    }

    private static void set(ThreadState thread, PyErr error, String name, PyObject value) {
        Attributes.set(thread, error.value(), PyStr.of(name), value);
    }
}
