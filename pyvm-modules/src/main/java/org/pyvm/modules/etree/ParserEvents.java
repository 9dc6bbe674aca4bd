package org.pyvm.modules.etree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.modules.expat.UnknownEncodings;
import org.pyvm.modules.expat.XmlEvents;
import org.pyvm.modules.expat.XmlFailure;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * Tells a target what the parser finds: a builder of trees directly, another by those of its methods that it has.
 *
 * <p>When the target raises an exception, the parser goes on with what it was given, as expat does, but the target is not told of that.
 */
final class ParserEvents implements XmlEvents {
    private static final PyStr DOCTYPE = PyStr.intern("doctype");

    private final PyTreeParser parser;
    /** Null for a target of another kind. */
    private final PyTreeBuilder builder;

    private final PyDict entities;
    private final PyObject start;
    private final PyObject end;
    private final PyObject data;
    private final PyObject comment;
    private final PyObject instruction;
    private final PyObject close;
    private final PyObject doctype;
    private final PyObject startNamespace;
    private final PyObject endNamespace;

    /** Names in the form that programs see; each is one object. */
    private final Map<String, PyStr> names = new HashMap<>();

    private ThreadState thread;
    /** What the target has raised; null for nothing. */
    private PyErr failure;
    /** Text for the builder: null, or one piece, which those in {@link #more} follow. */
    private String text;

    private final StringBuilder more = new StringBuilder();

    ParserEvents(ThreadState thread, PyTreeParser parser, PyObject target, PyDict entities) {
        this.parser = parser;
        this.entities = entities;
        builder = target instanceof PyTreeBuilder own && own.isExact() ? own : null;
        start = method(thread, target, "start");
        data = method(thread, target, "data");
        end = method(thread, target, "end");
        comment = method(thread, target, "comment");
        instruction = method(thread, target, "pi");
        close = method(thread, target, "close");
        doctype = method(thread, target, "doctype");
        startNamespace = method(thread, target, "start_ns");
        endNamespace = method(thread, target, "end_ns");
    }

    private static PyObject method(ThreadState thread, PyObject target, String name) {
        return Attributes.getOrNull(thread, target, PyStr.intern(name));
    }

    /** The parser is about to read. */
    void begin(ThreadState reading) {
        thread = reading;
        failure = null;
    }

    /** The parser has read what it was given. */
    void finish() {
        giveText();
        if (failure != null) {
            PyErr raised = failure;
            failure = null;
            throw raised;
        }
    }

    PyObject close(ThreadState closing) {
        if (builder != null) {
            return builder.close();
        }
        return close == null ? Singletons.NONE : Calls.call(closing, close);
    }

    /** Gives the text that has come to the builder. Answers whether there is still somebody to tell more. */
    private boolean giveText() {
        if (text != null) {
            PyStr piece = PyStr.of(more.isEmpty() ? text : text + more);
            text = null;
            more.setLength(0);
            builder.data(piece);
        }
        return failure == null;
    }

    /** A name as programs see it: {@code {uri}name} where the parser has {@code uri}name}. */
    private PyStr name(String full) {
        PyStr known = names.get(full);
        if (known == null) {
            known = PyStr.of(full.indexOf('}') < 0 ? full : "{" + full);
            names.put(full, known);
        }
        return known;
    }

    /** Null for no attributes. */
    private PyDict dict(List<Attribute> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        PyDict dict = PyDict.withCapacity(attributes.size());
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            dict.put(name(attribute.name()), PyStr.of(attribute.value()));
        }
        return dict;
    }

    @Override
    public boolean startElement(String name, List<Attribute> attributes, int specified) {
        if (!giveText()) {
            return true;
        }
        try {
            if (builder != null) {
                builder.start(thread, name(name), dict(attributes));
            } else if (start != null) {
                PyDict dict = dict(attributes);
                Calls.call(thread, start, name(name), dict == null ? new PyDict() : dict);
            }
        } catch (PyErr e) {
            failure = e;
        }
        return true;
    }

    @Override
    public boolean endElement(String name) {
        if (!giveText()) {
            return true;
        }
        try {
            if (builder != null) {
                builder.end(thread);
            } else if (end != null) {
                Calls.call(thread, end, name(name));
            }
        } catch (PyErr e) {
            failure = e;
        }
        return true;
    }

    @Override
    public boolean joinsText() {
        return builder != null;
    }

    @Override
    public boolean characters(String piece) {
        if (failure != null) {
            return true;
        }
        if (builder == null) {
            tell(data, PyStr.of(piece));
        } else if (text == null) {
            text = piece;
        } else {
            more.append(piece);
        }
        return true;
    }

    /** Calls a method of a target that is no builder, if it has it. */
    private void tell(PyObject method, PyObject... args) {
        if (method == null) {
            return;
        }
        try {
            Calls.callArray(thread, method, args);
        } catch (PyErr e) {
            failure = e;
        }
    }

    @Override
    public boolean processingInstruction(String target, String content) {
        if (!giveText() || instruction == null) {
            return true;
        }
        if (builder == null) {
            tell(instruction, name(target), PyStr.of(content));
        } else if (builder.wantsInstructions()) {
            try {
                builder.instruction(thread, name(target), PyStr.of(content));
            } catch (PyErr e) {
                failure = e;
            }
        }
        return true;
    }

    @Override
    public boolean comment(String content) {
        if (!giveText()) {
            return true;
        }
        if (builder == null) {
            tell(comment, PyStr.of(content));
            return true;
        }
        try {
            builder.comment(thread, PyStr.of(content));
        } catch (PyErr e) {
            failure = e;
        }
        return true;
    }

    @Override
    public void startNamespace(String prefix, String uri) {
        if (!giveText()) {
            return;
        }
        PyStr shownPrefix = prefix == null ? PyStr.EMPTY : PyStr.of(prefix);
        PyStr shownUri = uri == null ? PyStr.EMPTY : PyStr.of(uri);
        if (builder == null) {
            tell(startNamespace, shownPrefix, shownUri);
            return;
        }
        try {
            builder.startNamespace(thread, shownPrefix, shownUri);
        } catch (PyErr e) {
            failure = e;
        }
    }

    @Override
    public void endNamespace(String prefix) {
        if (!giveText()) {
            return;
        }
        if (builder == null) {
            tell(endNamespace, prefix == null ? PyStr.EMPTY : PyStr.of(prefix));
            return;
        }
        try {
            builder.endNamespace(thread);
        } catch (PyErr e) {
            failure = e;
        }
    }

    @Override
    public boolean startDoctype(String name, String systemId, String publicId, boolean hasInternalSubset) {
        if (failure != null) {
            return true;
        }
        if (doctype != null) {
            tell(doctype, name(name), textOrNone(publicId), textOrNone(systemId));
            return true;
        }
        try {
            if (Attributes.getOrNull(thread, parser, DOCTYPE) != null) {
                Warnings.warn(
                        thread,
                        Exceptions.RUNTIME_WARNING,
                        "The doctype() method of XMLParser is ignored.  "
                                + "Define doctype() method on the TreeBuilder target.",
                        1);
            }
        } catch (PyErr e) {
            failure = e;
        }
        return true;
    }

    private static PyObject textOrNone(String value) {
        return value == null ? Singletons.NONE : PyStr.of(value);
    }

    /** References to entities that the document has not declared are looked up in the parser's dictionary. */
    @Override
    public void unhandled(String raw) {
        if (raw.length() < 2 || raw.charAt(0) != '&' || failure != null) {
            return;
        }
        PyObject value = entities.get(PyStr.of(raw.substring(1, raw.length() - 1)));
        if (value == null) {
            failure = ElementTreeState.of(thread)
                    .parseError(thread, "undefined entity " + raw, XmlFailure.UNDEFINED_ENTITY, parser.position());
        } else if (builder == null) {
            tell(data, value);
        } else {
            giveText();
            builder.data(value);
        }
    }

    @Override
    public int[] encoding(String name) {
        return UnknownEncodings.characters(thread, name);
    }
}
