package org.pyvm.modules.expat;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code pyexpat.xmlparser}. */
@PythonType(name = "xmlparser", module = "pyexpat", doc = "XML parser", parts = HandlerAttributes.class)
public final class PyXmlParser extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "pyexpat", "xmlparser", new PyXmlParserExposed.SlotTable(), new PyXmlParserExposed())
            .notSubclassable();

    private static final PyStr READ = PyStr.intern("read");
    private static final int READ_SIZE = 2048;

    private final PyObject[] handlers = new PyObject[Handler.values().length];
    private final DocumentParser parser;
    private final HandlerCalls calls;
    /** Names seen, so that each is one object; null when that is not wanted. */
    final PyDict intern;

    boolean orderedAttributes;
    boolean specifiedAttributes;
    private boolean parsing;

    PyXmlParser(
            ThreadState thread,
            DocumentParser.Kind kind,
            XmlDtd dtd,
            Namespaces namespaces,
            String encoding,
            PyDict intern) {
        super(TYPE);
        this.intern = intern;
        calls = new HandlerCalls(thread, this);
        parser = new DocumentParser(calls, kind, dtd, namespaces, encoding);
        calls.use(parser.doctype());
    }

    PyObject handlerOrNull(Handler handler) {
        return handlers[handler.ordinal()];
    }

    PyObject handler(Handler handler) {
        PyObject function = handlers[handler.ordinal()];
        return function == null ? Singletons.NONE : function;
    }

    void setHandler(Handler handler, PyObject function) {
        if (function == null) {
            throw PyErr.runtimeError("Cannot delete attribute");
        }
        if (handler == Handler.CHARACTER_DATA) {
            // What has been kept belongs to the function that was there.
            calls.flush();
        }
        handlers[handler.ordinal()] = function == Singletons.NONE ? null : function;
    }

    private void clearHandlers() {
        Arrays.fill(handlers, null);
    }

    private PyErr error(ThreadState thread, int code) {
        long[] place = parser.position();
        PyStr text = PyStr.ofBmp(XmlFailure.text(code) + ": line " + place[0] + ", column " + place[1]);
        PyErr error = PyErr.of(ExpatModule.errorType(thread), text);
        Attributes.set(thread, error.value(), PyStr.intern("code"), PyInt.of(code));
        Attributes.set(thread, error.value(), PyStr.intern("offset"), PyInt.of(place[1]));
        Attributes.set(thread, error.value(), PyStr.intern("lineno"), PyInt.of(place[0]));
        return error;
    }

    private void feed(ThreadState thread, Runnable reading) {
        boolean outer = parsing;
        parsing = true;
        calls.run(thread);
        try {
            reading.run();
            calls.flush();
        } catch (XmlFailure e) {
            calls.flush();
            throw error(thread, e.code);
        } catch (PyErr e) {
            clearHandlers();
            throw e;
        } finally {
            parsing = outer;
        }
    }

    @PythonMethod("Parse($self, data, isfinal=False, /)")
    int parse(ThreadState thread, PyObject data, boolean last) {
        if (data instanceof PyStr text) {
            feed(thread, () -> parser.feed(thread, text, last));
        } else {
            byte[] bytes = Convert.toByteArray(thread, data);
            feed(thread, () -> parser.feed(bytes, last));
        }
        return 1;
    }

    @PythonMethod("ParseFile($self, file, /)")
    int parseFile(ThreadState thread, PyObject file) {
        PyObject read = Attributes.getOrNull(thread, file, READ);
        if (read == null) {
            throw PyErr.typeError("argument must have 'read' attribute");
        }
        while (true) {
            PyObject data = Calls.call(thread, read, PyInt.of(READ_SIZE));
            if (!(data instanceof PyBytes) && !(data instanceof PyByteArray)) {
                throw PyErr.typeError("read() did not return a bytes object (type=%T)", data);
            }
            byte[] bytes = Convert.toByteArray(thread, data);
            if (bytes.length > READ_SIZE) {
                throw PyErr.valueError(
                        "read() returned too much data: %d bytes requested, %d returned", READ_SIZE, bytes.length);
            }
            feed(thread, () -> parser.feed(bytes, bytes.length == 0));
            if (bytes.length == 0) {
                return 1;
            }
        }
    }

    @PythonMethod("SetBase($self, base, /)")
    void setBase(String base) {
        parser.doctype().setBase(base);
    }

    @PythonMethod("GetBase($self, /)")
    PyObject getBase() {
        return HandlerCalls.text(parser.doctype().base());
    }

    @PythonMethod("GetInputContext($self, /)")
    PyObject getInputContext() {
        return parsing ? PyBytes.of(parser.input().bytesFrom(parser.eventPlace())) : Singletons.NONE;
    }

    @PythonMethod("ExternalEntityParserCreate($self, context, encoding=<unrepresentable>, /)")
    PyObject externalEntityParser(ThreadState thread, PyObject context, PyObject encoding) {
        String where = context == Singletons.NONE
                ? null
                : Convert.toString("ExternalEntityParserCreate", "argument 1", "str or None", context);
        String named =
                encoding == null ? null : Convert.toString("ExternalEntityParserCreate", "argument 2", "str", encoding);
        Namespaces namespaces = new Namespaces(parser.namespaces().separator);
        namespaces.keepPrefixes(parser.namespaces().keepsPrefixes());
        DocumentParser.Kind kind = DocumentParser.Kind.EXTERNAL_SUBSET;
        if (where != null) {
            kind = DocumentParser.Kind.GENERAL_ENTITY;
            namespaces.restore(where);
        } else {
            parser.dtd().externalWasRead = true;
        }
        PyXmlParser child = new PyXmlParser(thread, kind, parser.dtd(), namespaces, named, intern);
        System.arraycopy(handlers, 0, child.handlers, 0, handlers.length);
        child.orderedAttributes = orderedAttributes;
        child.specifiedAttributes = specifiedAttributes;
        child.calls.takeOver(calls);
        child.parser.doctype().setBase(parser.doctype().base());
        child.parser.doctype().setParameterEntityParsing(parser.doctype().parameterEntityParsing());
        return child;
    }

    @PythonMethod("SetParamEntityParsing($self, flag, /)")
    int setParamEntityParsing(int flag) {
        if (parser.hasStarted()) {
            return 0;
        }
        parser.doctype().setParameterEntityParsing(flag);
        return 1;
    }

    @PythonMethod("UseForeignDTD($self, flag=True, /)")
    void useForeignDtd(ThreadState thread, boolean flag) {
        if (parser.hasStarted()) {
            throw error(thread, XmlFailure.CANT_CHANGE_FEATURE_ONCE_PARSING);
        }
        parser.doctype().useForeign(flag);
    }

    /** Expat 2.6 can put off looking at a token that is not complete; this parser, as older ones, does not. */
    @PythonMethod("SetReparseDeferralEnabled($self, enabled, /)")
    void setReparseDeferralEnabled(boolean enabled) {}

    @PythonMethod("GetReparseDeferralEnabled($self, /)")
    boolean getReparseDeferralEnabled() {
        return false;
    }

    @PythonGetter(value = "intern", member = true)
    PyObject intern() {
        return intern == null ? Singletons.NONE : intern;
    }

    @PythonGetter("ErrorCode")
    int errorCode() {
        return parser.failure();
    }

    @PythonGetter("ErrorLineNumber")
    long errorLineNumber() {
        return parser.position()[0];
    }

    @PythonGetter("ErrorColumnNumber")
    long errorColumnNumber() {
        return parser.position()[1];
    }

    @PythonGetter("ErrorByteIndex")
    long errorByteIndex() {
        return parser.dtd().directInput > 0 ? parser.position()[2] : -1;
    }

    @PythonGetter("CurrentLineNumber")
    long currentLineNumber() {
        return parser.position()[0];
    }

    @PythonGetter("CurrentColumnNumber")
    long currentColumnNumber() {
        return parser.position()[1];
    }

    @PythonGetter("CurrentByteIndex")
    long currentByteIndex() {
        return errorByteIndex();
    }

    @PythonGetter("buffer_size")
    int bufferSize() {
        return calls.bufferSize;
    }

    @PythonSetter(value = "buffer_size", deletable = true)
    void setBufferSize(PyObject value) {
        checkNotDeleted(value);
        if (!(value instanceof PyInt size)) {
            throw PyErr.typeError("buffer_size must be an integer");
        }
        if (size.signum() <= 0) {
            throw PyErr.valueError("buffer_size must be greater than zero");
        }
        if (!size.fitsLong() || size.longValue() > Integer.MAX_VALUE) {
            throw PyErr.valueError("buffer_size must not be greater than %d", Integer.MAX_VALUE);
        }
        if (size.longValue() != calls.bufferSize) {
            calls.flush();
            calls.bufferSize = (int) size.longValue();
        }
    }

    private static void checkNotDeleted(PyObject value) {
        if (value == null) {
            throw PyErr.runtimeError("Cannot delete attribute");
        }
    }

    @PythonGetter("buffer_used")
    int bufferUsed() {
        return calls.bufferUsed();
    }

    @PythonGetter("buffer_text")
    boolean bufferText() {
        return calls.buffers;
    }

    @PythonSetter(value = "buffer_text", deletable = true)
    void setBufferText(ThreadState thread, PyObject value) {
        checkNotDeleted(value);
        boolean on = Convert.toBoolean(thread, value);
        if (!on) {
            calls.flush();
        }
        calls.buffers = on;
    }

    @PythonGetter("namespace_prefixes")
    boolean namespacePrefixes() {
        return parser.namespaces().keepsPrefixes();
    }

    @PythonSetter(value = "namespace_prefixes", deletable = true)
    void setNamespacePrefixes(ThreadState thread, PyObject value) {
        checkNotDeleted(value);
        parser.namespaces().keepPrefixes(Convert.toBoolean(thread, value));
    }

    @PythonGetter("ordered_attributes")
    boolean orderedAttributes() {
        return orderedAttributes;
    }

    @PythonSetter(value = "ordered_attributes", deletable = true)
    void setOrderedAttributes(ThreadState thread, PyObject value) {
        checkNotDeleted(value);
        orderedAttributes = Convert.toBoolean(thread, value);
    }

    @PythonGetter("specified_attributes")
    boolean specifiedAttributes() {
        return specifiedAttributes;
    }

    @PythonSetter(value = "specified_attributes", deletable = true)
    void setSpecifiedAttributes(ThreadState thread, PyObject value) {
        checkNotDeleted(value);
        specifiedAttributes = Convert.toBoolean(thread, value);
    }
}
