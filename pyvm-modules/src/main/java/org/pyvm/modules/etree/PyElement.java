package org.pyvm.modules.etree;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/**
 * {@code Element}: a tag, attributes, text and children. Whatever calls Python (a comparison, an iterator) may find the children changed
 * afterwards, so such loops look at their number afresh each time round.
 */
@PythonType(
        name = "Element",
        module = "xml.etree.ElementTree",
        parts = {ElementSearch.class, ElementContents.class, ElementCopying.class})
public final class PyElement extends PyAttributed {
    static final String NAME = "xml.etree.ElementTree.Element";

    public static final PyType TYPE = PyType.builtin(
                    "xml.etree.ElementTree", "Element", new PyElementExposed.SlotTable(), new PyElementExposed())
            .weakReferenceable();

    private static final PyElement[] NO_CHILDREN = {};

    PyObject tag;
    /** What stands in the element before its first child; {@link TextPieces} until somebody looks. */
    private PyObject text = Singletons.NONE;
    /** What stands behind the element; as {@link #text}. */
    private PyObject tail = Singletons.NONE;
    /** A dictionary, unless {@code __setstate__} was told otherwise; null while nobody needs it. */
    PyObject attributes;

    private PyElement[] children = NO_CHILDREN;
    private int count;

    private PyElement(PyType cls) {
        super(cls);
        tag = Singletons.NONE;
    }

    /** @param attributes the element's own from now on; null or empty for none */
    PyElement(PyObject tag, PyDict attributes) {
        super(TYPE);
        this.tag = tag;
        this.attributes = attributes != null && attributes.size() > 0 ? attributes : null;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyElement(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        ElementArguments given = ElementArguments.read(thread, "Element", args, names, 1);
        tag = args[0];
        text = Singletons.NONE;
        tail = Singletons.NONE;
        if (given.attributes() != null && given.attributes().size() > 0) {
            attributes = given.attributes();
            truncate(0);
        }
    }

    /** Whether this is an {@code Element} and of no class that derives from it. */
    boolean isExact() {
        return type() == TYPE;
    }

    static PyElement check(PyObject object) {
        if (object instanceof PyElement element) {
            return element;
        }
        throw PyErr.typeError("expected an Element, not \"%T\"", object);
    }

    /** An argument that must be an element. */
    static PyElement argument(String function, String argument, PyObject value) {
        return value instanceof PyElement element
                ? element
                : (PyElement) Convert.badArgument(function, argument, NAME, value);
    }

    int count() {
        return count;
    }

    PyElement child(int index) {
        return children[index];
    }

    void add(PyElement child) {
        insert(count, child);
    }

    /** Puts a child before that with the index. */
    void insert(int index, PyElement child) {
        if (count == children.length) {
            children = Arrays.copyOf(children, capacityFor(count + 1));
        }
        System.arraycopy(children, index, children, index + 1, count - index);
        children[index] = child;
        count++;
    }

    /** The room that CPython makes, which {@code __sizeof__} shows. */
    private static int capacityFor(int needed) {
        int size = (needed >> 3) + (needed < 9 ? 3 : 6) + needed;
        return needed <= ElementCopying.INLINE_CHILDREN ? ElementCopying.INLINE_CHILDREN : size;
    }

    int capacity() {
        return children.length;
    }

    void remove(int index) {
        System.arraycopy(children, index + 1, children, index, count - index - 1);
        children[--count] = null;
    }

    void truncate(int newCount) {
        if (newCount == 0) {
            children = NO_CHILDREN;
        } else {
            Arrays.fill(children, newCount, count, null);
        }
        count = newCount;
    }

    void set(int index, PyElement child) {
        children[index] = child;
    }

    void setChildren(PyElement[] all) {
        children = all;
        count = all.length;
    }

    PyObject textOrPieces() {
        return text;
    }

    PyObject tailOrPieces() {
        return tail;
    }

    @PythonGetter(value = "tag", doc = "The name of the element.")
    PyObject tag() {
        return tag;
    }

    @PythonSetter(value = "tag", deletable = true)
    void setTag(PyObject value) {
        tag = notDeleted(value);
    }

    private static PyObject notDeleted(PyObject value) {
        if (value == null) {
            throw PyErr.attributeError("can't delete element attribute");
        }
        return value;
    }

    @PythonGetter(value = "text", doc = "The text before the first child, or None.")
    PyObject text(ThreadState thread) {
        if (text instanceof TextPieces pieces) {
            text = pieces.join(thread);
        }
        return text;
    }

    @PythonSetter(value = "text", deletable = true)
    void setText(PyObject value) {
        text = notDeleted(value);
    }

    @PythonGetter(value = "tail", doc = "The text behind the element, before what follows it, or None.")
    PyObject tail(ThreadState thread) {
        if (tail instanceof TextPieces pieces) {
            tail = pieces.join(thread);
        }
        return tail;
    }

    @PythonSetter(value = "tail", deletable = true)
    void setTail(PyObject value) {
        tail = notDeleted(value);
    }

    @PythonGetter(value = "attrib", doc = "The attributes, a dictionary.")
    PyObject attributes() {
        if (attributes == null) {
            attributes = new PyDict();
        }
        return attributes;
    }

    @PythonSetter(value = "attrib", deletable = true)
    void setAttributes(PyObject value) {
        if (!(notDeleted(value) instanceof PyDict)) {
            throw PyErr.typeError("attrib must be dict, not %T", value);
        }
        attributes = value;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StrBuilder shown = new StrBuilder().append("<Element ");
        if (!ReprGuard.enter(thread, this)) {
            throw PyErr.runtimeError("reentrant call inside %N.__repr__", type());
        }
        try {
            shown.append(Objects.repr(thread, tag));
        } finally {
            ReprGuard.leave(thread, this);
        }
        return shown.append(" at 0x")
                .append(Long.toHexString(Identity.of(this)))
                .append('>')
                .toPyStr();
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return count;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= count) {
            throw PyErr.indexError("child index out of range");
        }
        return children[(int) index];
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void setItem(long index, PyObject value) {
        if (index < 0 || index >= count) {
            throw PyErr.indexError("child assignment index out of range");
        }
        if (value == null) {
            remove((int) index);
        } else {
            children[(int) index] = check(value);
        }
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key instanceof PySlice slice) {
            return PyList.of(ElementContents.slice(this, slice.bounds(thread, count)));
        }
        return item(indexOf(thread, key));
    }

    private long indexOf(ThreadState thread, PyObject key) {
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("element indices must be integers");
        }
        long index = Numbers.toIndex(thread, key);
        return index < 0 ? index + count : index;
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void setSubscript(ThreadState thread, PyObject key, PyObject value) {
        if (!(key instanceof PySlice slice)) {
            setItem(indexOf(thread, key), value);
        } else if (value == null) {
            ElementContents.deleteSlice(this, slice.bounds(thread, count));
        } else {
            ElementContents.replaceSlice(thread, this, slice, value);
        }
    }
}
