package org.pyvm.objects.codecs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The codecs and error handlers of one interpreter, under its lock. */
public final class CodecRegistry {
    private static final PyStr IS_TEXT_ENCODING = PyStr.intern("_is_text_encoding");

    private final List<PyObject> searchFunctions = new ArrayList<>();
    private final Map<String, PyTuple> found = new HashMap<>();
    private final Map<String, PyObject> errorHandlers = new HashMap<>();
    private boolean started;

    private CodecRegistry() {
        for (BuiltinErrorHandler handler : BuiltinErrorHandler.values()) {
            errorHandlers.put(handler.handlerName(), ErrorHandlerBody.function(handler));
        }
    }

    /** The registry of a thread's interpreter. */
    public static CodecRegistry of(ThreadState thread) {
        return thread.interpreter().service(CodecRegistry.class, CodecRegistry::new);
    }

    /** {@code codecs.register}. */
    public void register(PyObject searchFunction) {
        if (!Calls.isCallable(searchFunction)) {
            throw PyErr.typeError("argument must be callable");
        }
        searchFunctions.add(searchFunction);
    }

    /** {@code codecs.unregister}. */
    public void unregister(PyObject searchFunction) {
        // Only a function that was registered can have given what is remembered.
        if (searchFunctions.remove(searchFunction)) {
            found.clear();
        }
    }

    /** {@code _codecs._forget_codec}: asks the search functions again the next time. */
    public void forget(String encoding) {
        found.remove(normalize(encoding));
    }

    /** {@code codecs.lookup}: what a search function gave for an encoding. @throws PyErr LookupError */
    public PyTuple lookup(ThreadState thread, String encoding) {
        String name = normalize(encoding);
        PyTuple known = found.get(name);
        if (known != null) {
            return known;
        }
        start(thread);
        for (PyObject search : List.copyOf(searchFunctions)) {
            PyObject result = Calls.call(thread, search, PyStr.of(name));
            if (result == Singletons.NONE) {
                continue;
            }
            if (!(result instanceof PyTuple codec) || codec.size() != 4) {
                throw PyErr.typeError("codec search functions must return 4-tuples");
            }
            found.put(name, codec);
            return codec;
        }
        throw PyErr.of(Exceptions.LOOKUP_ERROR, "unknown encoding: %s", encoding);
    }

    /** The package {@code encodings} registers the search function for the standard ones when it is imported. */
    private void start(ThreadState thread) {
        if (started) {
            return;
        }
        started = true;
        PyObject function = thread.interpreter().builtins.get(Names.IMPORT);
        if (function != null) {
            Calls.callArray(
                    thread, function, PyStr.of("encodings"), new PyDict(), new PyDict(), PyTuple.EMPTY, PyInt.of(0));
        }
    }

    private static String normalize(String encoding) {
        StringBuilder name = new StringBuilder(encoding.length());
        for (int i = 0; i < encoding.length(); i++) {
            char c = encoding.charAt(i);
            name.append(c == ' ' ? '-' : c < 0x80 ? Character.toLowerCase(c) : c);
        }
        return name.toString();
    }

    /** {@code codecs.register_error}. */
    public void registerError(String name, PyObject handler) {
        if (!Calls.isCallable(handler)) {
            throw PyErr.typeError("handler must be callable");
        }
        errorHandlers.put(name, handler);
    }

    /** {@code codecs.lookup_error}. @param name null for strict */
    public PyObject lookupError(String name) {
        PyObject handler = errorHandlers.get(name == null ? "strict" : name);
        if (handler == null) {
            throw PyErr.of(Exceptions.LOOKUP_ERROR, "unknown error handler name '%s'", name);
        }
        return handler;
    }

    /**
     * Encodes by what is registered.
     *
     * @param textOnly whether codecs that do not make bytes of text are refused, as {@code str.encode} does
     */
    public PyObject encode(ThreadState thread, PyObject object, String encoding, String errors, boolean textOnly) {
        PyTuple codec = textOnly ? lookupText(thread, encoding, "codecs.encode()") : lookup(thread, encoding);
        return run(thread, codec.get(0), object, encoding, errors, "encod");
    }

    /** Decodes by what is registered. */
    public PyObject decode(ThreadState thread, PyObject object, String encoding, String errors, boolean textOnly) {
        PyTuple codec = textOnly ? lookupText(thread, encoding, "codecs.decode()") : lookup(thread, encoding);
        return run(thread, codec.get(1), object, encoding, errors, "decod");
    }

    private PyTuple lookupText(ThreadState thread, String encoding, String alternative) {
        PyTuple codec = lookup(thread, encoding);
        // A plain tuple, which older search functions give, says nothing about it.
        if (codec.type() != PyTuple.TYPE) {
            PyObject isText = Attributes.getOrNull(thread, codec, IS_TEXT_ENCODING);
            if (isText != null && !Objects.isTrue(thread, isText)) {
                throw PyErr.of(
                        Exceptions.LOOKUP_ERROR,
                        "'%s' is not a text encoding; use %s to handle arbitrary codecs",
                        encoding,
                        alternative);
            }
        }
        return codec;
    }

    private static PyObject run(
            ThreadState thread, PyObject function, PyObject object, String encoding, String errors, String verb) {
        PyObject result;
        try {
            result = errors == null
                    ? Calls.call(thread, function, object)
                    : Calls.call(thread, function, object, PyStr.of(errors));
        } catch (PyErr e) {
            throw CodecFailure.explain(thread, e, verb + "ing", encoding);
        }
        if (!(result instanceof PyTuple pair) || pair.size() != 2) {
            throw PyErr.typeError(
                    verb.equals("encod")
                            ? "encoder must return a tuple (object, integer)"
                            : "decoder must return a tuple (object,integer)");
        }
        return pair.get(0);
    }
}
