package org.pyvm.modules.etree;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.expat.DocumentParser;
import org.pyvm.modules.expat.Namespaces;
import org.pyvm.modules.expat.XmlDtd;
import org.pyvm.modules.expat.XmlFailure;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code XMLParser}: reads a document and tells a target, by default a builder, what is in it. */
@PythonType(name = "XMLParser", module = "xml.etree.ElementTree")
public final class PyTreeParser extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
            "xml.etree.ElementTree", "XMLParser", new PyTreeParserExposed.SlotTable(), new PyTreeParserExposed());

    private static final PyStr READ = PyStr.intern("read");
    private static final PyStr APPEND = PyStr.intern("append");
    private static final PyInt READ_SIZE = PyInt.of(64 * 1024);

    /** What stands between the namespace and the rest of a name: {@code {uri}name} is then made by a prefix. */
    private static final String SEPARATOR = "}";

    /** Null before {@code __init__}. */
    private DocumentParser parser;

    private ParserEvents events;
    private PyObject target;
    private PyDict entities;

    private PyTreeParser(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyTreeParser(cls);
    }

    @PythonInit(value = "($self, *, target=None, encoding=None)", showSignature = false)
    void init(ThreadState thread, PyObject given, String encoding) {
        PyObject wanted = given == Singletons.NONE ? PyTreeBuilder.standard() : given;
        PyDict known = new PyDict();
        ParserEvents newEvents = new ParserEvents(thread, this, wanted, known);
        parser = new DocumentParser(
                newEvents, DocumentParser.Kind.DOCUMENT, new XmlDtd(), new Namespaces(SEPARATOR), encoding);
        events = newEvents;
        target = wanted;
        entities = known;
    }

    private void checkInitialized() {
        if (parser == null) {
            throw PyErr.valueError("XMLParser.__init__() wasn't called");
        }
    }

    /** Line and column of what is being read. */
    long[] position() {
        return parser.position();
    }

    private void feed(ThreadState thread, byte[] data, boolean last) {
        events.begin(thread);
        try {
            parser.feed(data, last);
        } catch (XmlFailure e) {
            failed(thread, e);
        }
        events.finish();
    }

    private void feed(ThreadState thread, PyStr text) {
        events.begin(thread);
        try {
            parser.feed(thread, text, false);
        } catch (XmlFailure e) {
            failed(thread, e);
        }
        events.finish();
    }

    private void failed(ThreadState thread, XmlFailure failure) {
        // What the target has raised comes before what is wrong with the document.
        events.finish();
        throw ElementTreeState.of(thread)
                .parseError(thread, XmlFailure.text(failure.code), failure.code, parser.position());
    }

    @PythonMethod("feed($self, data, /)")
    void feed(ThreadState thread, PyObject data) {
        checkInitialized();
        if (data instanceof PyStr text) {
            feed(thread, text);
        } else {
            feed(thread, Convert.toByteArray(thread, data), false);
        }
    }

    /** The parser puts nothing off: what could be read has been. */
    @PythonMethod("flush($self, /)")
    void flush(ThreadState thread) {
        checkInitialized();
        feed(thread, new byte[0], false);
    }

    @PythonMethod("close($self, /)")
    PyObject close(ThreadState thread) {
        checkInitialized();
        feed(thread, new byte[0], true);
        return events.close(thread);
    }

    @PythonMethod("_parse_whole($self, file, /)")
    PyObject parseWhole(ThreadState thread, PyObject file) {
        checkInitialized();
        PyObject read = Attributes.get(thread, file, READ);
        while (true) {
            PyObject data = Calls.call(thread, read, READ_SIZE);
            byte[] bytes = null;
            if (data.getClass() == PyStr.class) {
                bytes = Utf8.encode(thread, (PyStr) data, "surrogatepass");
            } else if (data.type() == PyBytes.TYPE) {
                bytes = ((PyBytes) data).toByteArray();
            }
            if (bytes == null || bytes.length == 0) {
                break;
            }
            feed(thread, bytes, false);
        }
        feed(thread, new byte[0], true);
        return target instanceof PyTreeBuilder builder && builder.isExact() ? builder.close() : Singletons.NONE;
    }

    @PythonMethod("_setevents($self, events_queue, events_to_report=None, /)")
    void setEvents(ThreadState thread, PyObject queue, PyObject names) {
        checkInitialized();
        if (!(target instanceof PyTreeBuilder builder && builder.isExact())) {
            throw PyErr.typeError("event handling only supported for ElementTree.TreeBuilder targets");
        }
        builder.report(TreeEvents.read(thread, Attributes.get(thread, queue, APPEND), names));
    }

    @PythonGetter(value = "entity", member = true)
    PyObject entities() {
        return entities == null ? Singletons.NONE : entities;
    }

    @PythonGetter(value = "target", member = true)
    PyObject target() {
        return target == null ? Singletons.NONE : target;
    }

    @PythonGetter("version")
    String version() {
        return "Expat 2.5.0";
    }
}
