package org.pyvm.modules.expat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Calls the functions that a program has given a parser, and keeps text back while that is wanted. */
final class HandlerCalls implements XmlEvents {
    private final PyXmlParser parser;
    private ThreadState thread;
    private DoctypeParser doctype;
    private final StringBuilder buffer = new StringBuilder();
    private int used;
    /** Names as Python's strings, so that finding one among those that the program keeps costs little. */
    private final Map<String, PyStr> made = new HashMap<>();

    int bufferSize = 8192;
    boolean buffers;

    HandlerCalls(ThreadState thread, PyXmlParser parser) {
        this.thread = thread;
        this.parser = parser;
    }

    void use(DoctypeParser newDoctype) {
        doctype = newDoctype;
    }

    /** Says which thread reads now. */
    void run(ThreadState reading) {
        thread = reading;
    }

    void takeOver(HandlerCalls other) {
        buffers = other.buffers;
        bufferSize = other.bufferSize;
    }

    int bufferUsed() {
        return used;
    }

    static PyObject text(String text) {
        return text == null ? Singletons.NONE : PyStr.of(text);
    }

    /** A name, the same object each time. */
    private PyObject name(String text) {
        if (text == null) {
            return Singletons.NONE;
        }
        PyStr name = made.computeIfAbsent(text, PyStr::of);
        PyDict intern = parser.intern;
        if (intern == null) {
            return name;
        }
        PyObject known = intern.get(name);
        if (known == null) {
            intern.put(name, name);
            return name;
        }
        return known;
    }

    void flush() {
        if (used == 0) {
            return;
        }
        String kept = buffer.toString();
        buffer.setLength(0);
        used = 0;
        PyObject function = parser.handlerOrNull(Handler.CHARACTER_DATA);
        if (function != null) {
            Calls.call(thread, function, PyStr.of(kept));
        }
    }

    /** The function to call, after the text that comes before; null for none. */
    private PyObject function(Handler handler) {
        PyObject function = parser.handlerOrNull(handler);
        if (function != null && used > 0) {
            flush();
            function = parser.handlerOrNull(handler);
        }
        return function;
    }

    private boolean call(Handler handler, PyObject... args) {
        PyObject function = function(handler);
        if (function == null) {
            return false;
        }
        Calls.callArray(thread, function, args);
        return true;
    }

    private boolean wants(Handler handler) {
        return parser.handlerOrNull(handler) != null;
    }

    @Override
    public boolean startElement(String name, List<Attribute> attributes, int specified) {
        PyObject function = function(Handler.START_ELEMENT);
        if (function == null) {
            return false;
        }
        int count = parser.specifiedAttributes ? specified : attributes.size();
        PyObject given = parser.orderedAttributes ? list(attributes, count) : dict(attributes, count);
        Calls.call(thread, function, name(name), given);
        return true;
    }

    private PyList list(List<Attribute> attributes, int count) {
        PyList list = PyList.withCapacity(2 * count);
        for (int i = 0; i < count; i++) {
            list.append(name(attributes.get(i).name()));
            list.append(PyStr.of(attributes.get(i).value()));
        }
        return list;
    }

    private PyDict dict(List<Attribute> attributes, int count) {
        PyDict dict = PyDict.withCapacity(count);
        for (int i = 0; i < count; i++) {
            // What a program keeps for a name need not be one.
            dict.put(
                    thread,
                    name(attributes.get(i).name()),
                    PyStr.of(attributes.get(i).value()));
        }
        return dict;
    }

    @Override
    public boolean endElement(String name) {
        return wants(Handler.END_ELEMENT) && call(Handler.END_ELEMENT, name(name));
    }

    @Override
    public boolean characters(String text) {
        PyObject function = parser.handlerOrNull(Handler.CHARACTER_DATA);
        if (function == null) {
            return false;
        }
        if (!buffers) {
            Calls.call(thread, function, PyStr.of(text));
            return true;
        }
        int length = XmlChars.utf8Length(text);
        if (used + length > bufferSize) {
            flush();
            function = parser.handlerOrNull(Handler.CHARACTER_DATA);
            if (function == null) {
                return true;
            }
        }
        if (length > bufferSize) {
            Calls.call(thread, function, PyStr.of(text));
        } else {
            buffer.append(text);
            used += length;
        }
        return true;
    }

    @Override
    public boolean processingInstruction(String target, String data) {
        return wants(Handler.PROCESSING_INSTRUCTION) && call(Handler.PROCESSING_INSTRUCTION, name(target), text(data));
    }

    @Override
    public boolean comment(String text) {
        return call(Handler.COMMENT, text(text));
    }

    @Override
    public boolean startCdata() {
        return call(Handler.START_CDATA_SECTION);
    }

    @Override
    public boolean endCdata() {
        return call(Handler.END_CDATA_SECTION);
    }

    @Override
    public void startNamespace(String prefix, String uri) {
        if (wants(Handler.START_NAMESPACE_DECL)) {
            call(Handler.START_NAMESPACE_DECL, name(prefix), name(uri));
        }
    }

    @Override
    public void endNamespace(String prefix) {
        if (wants(Handler.END_NAMESPACE_DECL)) {
            call(Handler.END_NAMESPACE_DECL, name(prefix));
        }
    }

    @Override
    public void unhandled(String text) {
        if (!call(Handler.DEFAULT_EXPAND, text(text))) {
            call(Handler.DEFAULT, text(text));
        }
    }

    @Override
    public boolean expandsEntities() {
        return wants(Handler.DEFAULT_EXPAND) || !wants(Handler.DEFAULT);
    }

    @Override
    public boolean xmlDeclaration(String version, String encoding, int standalone) {
        return call(Handler.XML_DECL, text(version), text(encoding), PyInt.of(standalone));
    }

    @Override
    public boolean startDoctype(String name, String systemId, String publicId, boolean hasInternalSubset) {
        return wants(Handler.START_DOCTYPE_DECL)
                && call(
                        Handler.START_DOCTYPE_DECL,
                        name(name),
                        name(systemId),
                        name(publicId),
                        PyInt.of(hasInternalSubset ? 1 : 0));
    }

    @Override
    public boolean endDoctype() {
        return call(Handler.END_DOCTYPE_DECL);
    }

    @Override
    public boolean wantsDoctype() {
        return wants(Handler.START_DOCTYPE_DECL);
    }

    private PyObject model(Model model) {
        PyObject[] children = new PyObject[model.children().size()];
        thread.enter(" in conv_content_model");
        try {
            for (int i = 0; i < children.length; i++) {
                children[i] = model(model.children().get(i));
            }
        } finally {
            thread.leave();
        }
        return PyTuple.of(
                PyInt.of(model.type()), PyInt.of(model.quantifier()), text(model.name()), PyTuple.of(children));
    }

    @Override
    public boolean elementDeclaration(String name, Model model) {
        return wants(Handler.ELEMENT_DECL) && call(Handler.ELEMENT_DECL, name(name), model(model));
    }

    @Override
    public boolean attributeDeclaration(String element, String name, String type, String fallback, boolean required) {
        return wants(Handler.ATTLIST_DECL)
                && call(
                        Handler.ATTLIST_DECL,
                        name(element),
                        name(name),
                        text(type),
                        text(fallback),
                        PyInt.of(required ? 1 : 0));
    }

    @Override
    public boolean entityDeclaration(
            String name, boolean isParameter, String value, XmlDtd.External external, String notation) {
        return wants(Handler.ENTITY_DECL)
                && call(
                        Handler.ENTITY_DECL,
                        name(name),
                        PyInt.of(isParameter ? 1 : 0),
                        text(value),
                        name(doctype.base()),
                        name(external == null ? null : external.systemId()),
                        name(external == null ? null : external.publicId()),
                        name(notation));
    }

    @Override
    public boolean unparsedEntityDeclaration(String name, XmlDtd.External external, String notation) {
        return wants(Handler.UNPARSED_ENTITY_DECL)
                && call(
                        Handler.UNPARSED_ENTITY_DECL,
                        name(name),
                        name(external.base()),
                        name(external.systemId()),
                        name(external.publicId()),
                        name(notation));
    }

    @Override
    public boolean notationDeclaration(String name, XmlDtd.External external) {
        return wants(Handler.NOTATION_DECL)
                && call(
                        Handler.NOTATION_DECL,
                        name(name),
                        name(external.base()),
                        name(external.systemId()),
                        name(external.publicId()));
    }

    @Override
    public int externalEntity(String context, XmlDtd.External external) {
        PyObject function = function(Handler.EXTERNAL_ENTITY_REF);
        if (function == null) {
            return -1;
        }
        PyObject answer = Calls.callArray(
                thread,
                function,
                text(context),
                name(external.base()),
                name(external.systemId()),
                name(external.publicId()));
        return Convert.toLong(thread, answer) == 0 ? 0 : 1;
    }

    @Override
    public boolean skippedEntity(String name, boolean isParameter) {
        return wants(Handler.SKIPPED_ENTITY) && call(Handler.SKIPPED_ENTITY, name(name), PyInt.of(isParameter ? 1 : 0));
    }

    @Override
    public boolean acceptsNotStandalone() {
        PyObject function = function(Handler.NOT_STANDALONE);
        return function == null || Convert.toLong(thread, Calls.call(thread, function)) != 0;
    }

    @Override
    public int[] encoding(String name) {
        return UnknownEncodings.characters(thread, name);
    }
}
