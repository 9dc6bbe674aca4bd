package org.pyvm.modules.etree;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code TreeBuilder}: makes a tree of what a parser tells it. */
@PythonType(name = "TreeBuilder", module = "xml.etree.ElementTree")
public final class PyTreeBuilder extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
            "xml.etree.ElementTree", "TreeBuilder", new PyTreeBuilderExposed.SlotTable(), new PyTreeBuilderExposed());

    private static final PyStr TEXT = PyStr.intern("text");
    private static final PyStr TAIL = PyStr.intern("tail");

    private PyObject root;
    /** The element that is open; None for none. */
    private PyObject open = Singletons.NONE;
    /** The element that was opened or closed last; None for none. */
    private PyObject last = Singletons.NONE;
    /** The element behind which text that comes now stands; null when it stands in {@link #last}. */
    private PyObject before;
    /** Text that has come since then: null, one piece, or {@link TextPieces}. */
    private PyObject data;
    /** What was open around {@link #open}. */
    private final List<PyObject> outer = new ArrayList<>();

    /** Null for elements of this package. */
    private PyObject elementFactory;

    private PyObject commentFactory;
    private PyObject instructionFactory;
    private boolean insertsComments;
    private boolean insertsInstructions;
    /** Which events somebody waits for, and who. */
    private TreeEvents events = TreeEvents.NONE;

    private PyTreeBuilder(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyTreeBuilder(cls);
    }

    /** What a parser makes that was given no target: {@code __init__} does not run, so comments are reported as mere text. */
    static PyTreeBuilder standard() {
        return new PyTreeBuilder(TYPE);
    }

    @PythonInit(
            value =
                    "($self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)",
            showSignature = false)
    void init(
            ThreadState thread,
            PyObject element,
            PyObject comment,
            PyObject instruction,
            boolean withComments,
            boolean withInstructions) {
        ElementTreeState state = ElementTreeState.of(thread);
        elementFactory = element == Singletons.NONE ? null : element;
        commentFactory = comment == Singletons.NONE ? state.commentFactory : comment;
        insertsComments = commentFactory != null && withComments;
        instructionFactory = instruction == Singletons.NONE ? state.instructionFactory : instruction;
        insertsInstructions = instructionFactory != null && withInstructions;
    }

    boolean isExact() {
        return type() == TYPE;
    }

    void report(TreeEvents wanted) {
        events = wanted;
    }

    /** Whether it makes a difference that the builder is told of a processing instruction. */
    boolean wantsInstructions() {
        return insertsInstructions || events.instruction() != null;
    }

    @PythonMethod("data($self, data, /)")
    void data(PyObject piece) {
        if (data == null) {
            // Text before the first element is nobody's.
            data = last == Singletons.NONE ? null : piece;
        } else if (data instanceof TextPieces pieces) {
            pieces.append(piece);
        } else {
            data = new TextPieces(data, piece);
        }
    }

    /** Gives the text that has come to the element that it belongs to. */
    private void flush(ThreadState thread) {
        if (data == null) {
            return;
        }
        PyObject text = data;
        PyObject owner = before == null ? last : before;
        if (owner instanceof PyElement element && element.isExact()) {
            PyObject there = before == null ? element.textOrPieces() : element.tailOrPieces();
            if (there == Singletons.NONE) {
                data = null;
                if (before == null) {
                    element.setText(text);
                } else {
                    element.setTail(text);
                }
                return;
            }
        }
        PyStr attribute = before == null ? TEXT : TAIL;
        PyObject there = Attributes.get(thread, owner, attribute);
        PyObject joined = text instanceof TextPieces pieces ? pieces.join(thread) : text;
        Attributes.set(
                thread, owner, attribute, there == Singletons.NONE ? joined : Numbers.add(thread, there, joined));
        data = null;
    }

    @PythonMethod("start($self, tag, attrs, /)")
    PyObject start(ThreadState thread, PyObject tag, PyObject attributes) {
        return start(
                thread,
                tag,
                attributes instanceof PyDict dict
                        ? dict
                        : (PyDict) Convert.badArgument("start", "argument 2", "dict", attributes));
    }

    /** Opens an element. @param attributes null for none */
    PyObject start(ThreadState thread, PyObject tag, PyDict attributes) {
        flush(thread);
        PyObject element = elementFactory == null
                ? new PyElement(tag, attributes)
                : Calls.call(thread, elementFactory, tag, attributes == null ? new PyDict() : attributes);
        before = null;
        if (open != Singletons.NONE) {
            ElementContents.addChild(thread, open, element);
        } else if (root != null) {
            throw PyErr.of(ElementTreeState.of(thread).parseError, PyStr.of("multiple elements on top level"));
        } else {
            root = element;
        }
        outer.add(open);
        open = element;
        last = element;
        events.report(thread, events.start(), element);
        return element;
    }

    @PythonMethod("end($self, tag, /)")
    PyObject end(ThreadState thread, PyObject tag) {
        return end(thread);
    }

    /** Closes the element that was opened last. */
    PyObject end(ThreadState thread) {
        flush(thread);
        if (outer.isEmpty()) {
            throw PyErr.indexError("pop from empty stack");
        }
        last = open;
        before = open;
        open = outer.removeLast();
        events.report(thread, events.end(), last);
        return last;
    }

    @PythonMethod("comment($self, text, /)")
    PyObject comment(ThreadState thread, PyObject text) {
        flush(thread);
        PyObject comment = text;
        if (commentFactory != null) {
            comment = Calls.call(thread, commentFactory, text);
            insert(thread, comment, insertsComments);
        }
        events.report(thread, events.comment(), comment);
        return comment;
    }

    @PythonMethod("pi($self, target, text=None, /)")
    PyObject instruction(ThreadState thread, PyObject target, PyObject text) {
        flush(thread);
        PyObject instruction;
        if (instructionFactory == null) {
            instruction = PyTuple.of(target, text);
        } else {
            instruction = Calls.call(thread, instructionFactory, target, text);
            insert(thread, instruction, insertsInstructions);
        }
        events.report(thread, events.instruction(), instruction);
        return instruction;
    }

    private void insert(ThreadState thread, PyObject made, boolean wanted) {
        if (wanted && open != Singletons.NONE) {
            ElementContents.addChild(thread, open, made);
            before = made;
        }
    }

    /** A prefix has been bound. */
    void startNamespace(ThreadState thread, PyStr prefix, PyStr uri) {
        if (events.startNamespace() != null) {
            events.report(thread, events.startNamespace(), PyTuple.of(prefix, uri));
        }
    }

    void endNamespace(ThreadState thread) {
        events.report(thread, events.endNamespace(), Singletons.NONE);
    }

    @PythonMethod("close($self, /)")
    PyObject close() {
        return root == null ? Singletons.NONE : root;
    }
}
