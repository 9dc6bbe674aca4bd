package org.pyvm.modules.collections;

import java.util.Arrays;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * {@code collections.OrderedDict}: a dict whose keys can be moved to either end. The order is in a list of nodes beside the
 * dictionary's entries. Methods of {@code dict} itself, called on it by name, do not keep that list; as in CPython, what is
 * missing then shows as a KeyError.
 */
@PythonType(name = "OrderedDict", module = "collections", hashable = false, parts = OrderedDictMethods.class)
public final class OrderedDict extends PyDict {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "collections",
                    "OrderedDict",
                    PyDict.TYPE,
                    new OrderedDictExposed.SlotTable(),
                    new OrderedDictExposed())
            .withDict()
            .weakReferenceable();

    /** The place of a key in the order. */
    static final class Node {
        final PyObject key;
        final long hash;
        Node previous;
        Node next;

        Node(PyObject key, long hash) {
            this.key = key;
            this.hash = hash;
        }
    }

    private Node first;
    private Node last;
    /** The node of the entry at each position of the dictionary, while {@link #layoutOfNodes} is its layout. */
    private Node[] nodes = {};

    private Object layoutOfNodes = layout();
    /** Changes with every change of the order, so that iterators notice. */
    private long state;

    OrderedDict(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new OrderedDict(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        if (positional > 1) {
            throw PyErr.typeError("expected at most 1 arguments, got %d", positional);
        }
        OrderedDictMethods.updateFrom(thread, this, args, names);
    }

    @Override
    public boolean iteratesInEntryOrder() {
        return false;
    }

    Node first() {
        return first;
    }

    Node last() {
        return last;
    }

    long state() {
        return state;
    }

    /** The node of a key, or null. */
    Node node(ThreadState thread, PyObject key, long hash) {
        int at = first == null ? -1 : find(thread, key, hash);
        return at < 0 ? null : nodeAt(thread, at);
    }

    Node node(ThreadState thread, PyObject key) {
        return first == null ? null : node(thread, key, Objects.hash(thread, key));
    }

    private Node nodeAt(ThreadState thread, int position) {
        synchronizeNodes(thread);
        return position < nodes.length ? nodes[position] : null;
    }

    /** Finds the nodes' positions again after the dictionary has moved its entries. */
    private void synchronizeNodes(ThreadState thread) {
        if (layoutOfNodes == layout()) {
            if (nodes.length < entryLimit()) {
                nodes = Arrays.copyOf(nodes, Math.max(8, entryLimit() * 2));
            }
            return;
        }
        Node[] moved = new Node[Math.max(8, entryLimit() * 2)];
        for (Node node = first; node != null; node = node.next) {
            int at = find(thread, node.key, node.hash);
            if (at >= 0 && at < moved.length) {
                moved[at] = node;
            }
        }
        nodes = moved;
        layoutOfNodes = layout();
    }

    /** {@code self[key] = value}. */
    void set(ThreadState thread, PyObject key, long hash, PyObject value) {
        put(thread, key, hash, value);
        int at = find(thread, key, hash);
        if (at < 0 || nodeAt(thread, at) != null) {
            return;
        }
        Node node = new Node(key, hash);
        nodes[at] = node;
        linkLast(node);
    }

    /** Removes a key from the order, if it is there; its entry stays. */
    void unlink(ThreadState thread, PyObject key, long hash) {
        int at = first == null ? -1 : find(thread, key, hash);
        Node node = at < 0 ? null : nodeAt(thread, at);
        if (node != null) {
            nodes[at] = null;
            unlink(node);
        }
    }

    private void unlink(Node node) {
        if (node.previous == null) {
            first = node.next;
        } else {
            node.previous.next = node.next;
        }
        if (node.next == null) {
            last = node.previous;
        } else {
            node.next.previous = node.previous;
        }
        node.previous = null;
        node.next = null;
        state++;
    }

    private void linkLast(Node node) {
        node.previous = last;
        if (last == null) {
            first = node;
        } else {
            last.next = node;
        }
        last = node;
        state++;
    }

    private void linkFirst(Node node) {
        node.next = first;
        if (first == null) {
            last = node;
        } else {
            first.previous = node;
        }
        first = node;
        state++;
    }

    void move(Node node, boolean toLast) {
        if (node == (toLast ? last : first)) {
            return;
        }
        unlink(node);
        if (toLast) {
            linkLast(node);
        } else {
            linkFirst(node);
        }
    }

    /** Removes a key and its entry; the value it had, or null. */
    PyObject removeKey(ThreadState thread, PyObject key, long hash) {
        unlink(thread, key, hash);
        int at = find(thread, key, hash);
        return at < 0 ? null : removeAt(at);
    }

    void clearAll() {
        clearEntries();
        first = null;
        last = null;
        nodes = new Node[0];
        layoutOfNodes = layout();
    }
}
