package org.pyvm.modules.heapq;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.types.PyList;

/** The module {@code _heapq}: a heap in a list. A comparison may change the list; where it notices that, it raises. */
@PythonModule("_heapq")
public final class HeapqModule {
    HeapqModule() {}

    /** Which of two items goes above the other. */
    private enum Order {
        SMALLEST_FIRST,
        LARGEST_FIRST
    }

    private static boolean above(ThreadState thread, Order order, PyObject v, PyObject w) {
        return switch (order) {
            case SMALLEST_FIRST -> Comparisons.isTrue(thread, v, w, Comparison.LT);
            case LARGEST_FIRST -> Comparisons.isTrue(thread, w, v, Comparison.LT);
        };
    }

    private static void checkSize(PyList heap, int size) {
        if (heap.size() != size) {
            throw PyErr.runtimeError("list changed size during iteration");
        }
    }

    /** Moves an item up to its place below {@code start}. */
    private static void siftDown(ThreadState thread, Order order, PyList heap, int start, int from) {
        int size = heap.size();
        if (from >= size) {
            throw PyErr.indexError("index out of range");
        }
        PyObject item = heap.get(from);
        int position = from;
        while (position > start) {
            int parentPosition = position - 1 >> 1;
            PyObject parent = heap.get(parentPosition);
            boolean moves = above(thread, order, item, parent);
            checkSize(heap, size);
            if (!moves) {
                return;
            }
            swap(heap, position, parentPosition);
            position = parentPosition;
        }
    }

    private static void swap(PyList heap, int i, int j) {
        PyObject swapped = heap.get(i);
        heap.set(i, heap.get(j));
        heap.set(j, swapped);
    }

    /** Moves an item down to a leaf, and from there up to its place. */
    private static void siftUp(ThreadState thread, Order order, PyList heap, int start) {
        int size = heap.size();
        if (start >= size) {
            throw PyErr.indexError("index out of range");
        }
        int position = start;
        while (position < size >> 1) {
            int child = 2 * position + 1;
            if (child + 1 < size) {
                boolean left = above(thread, order, heap.get(child), heap.get(child + 1));
                checkSize(heap, size);
                if (!left) {
                    child++;
                }
            }
            swap(heap, child, position);
            position = child;
        }
        siftDown(thread, order, heap, start, position);
    }

    private static PyObject pop(ThreadState thread, Order order, PyList heap) {
        if (heap.size() == 0) {
            throw PyErr.indexError("index out of range");
        }
        PyObject last = heap.pop(-1);
        if (heap.size() == 0) {
            return last;
        }
        PyObject top = heap.get(0);
        heap.set(0, last);
        siftUp(thread, order, heap, 0);
        return top;
    }

    private static PyObject replace(ThreadState thread, Order order, PyList heap, PyObject item) {
        if (heap.size() == 0) {
            throw PyErr.indexError("index out of range");
        }
        PyObject top = heap.get(0);
        heap.set(0, item);
        siftUp(thread, order, heap, 0);
        return top;
    }

    private static void heapify(ThreadState thread, Order order, PyList heap) {
        for (int i = (heap.size() >> 1) - 1; i >= 0; i--) {
            siftUp(thread, order, heap, i);
        }
    }

    @PythonFunction("heappush(heap, item, /)")
    static void heapPush(ThreadState thread, PyList heap, PyObject item) {
        heap.append(item);
        siftDown(thread, Order.SMALLEST_FIRST, heap, 0, heap.size() - 1);
    }

    @PythonFunction("heappop(heap, /)")
    static PyObject heapPop(ThreadState thread, PyList heap) {
        return pop(thread, Order.SMALLEST_FIRST, heap);
    }

    @PythonFunction("heapreplace(heap, item, /)")
    static PyObject heapReplace(ThreadState thread, PyList heap, PyObject item) {
        return replace(thread, Order.SMALLEST_FIRST, heap, item);
    }

    @PythonFunction("heappushpop(heap, item, /)")
    static PyObject heapPushPop(ThreadState thread, PyList heap, PyObject item) {
        if (heap.size() == 0 || !above(thread, Order.SMALLEST_FIRST, heap.get(0), item)) {
            return item;
        }
        return replace(thread, Order.SMALLEST_FIRST, heap, item);
    }

    @PythonFunction("heapify(heap, /)")
    static void heapify(ThreadState thread, PyList heap) {
        heapify(thread, Order.SMALLEST_FIRST, heap);
    }

    @PythonFunction("_heappop_max(heap, /)")
    static PyObject heapPopMax(ThreadState thread, PyList heap) {
        return pop(thread, Order.LARGEST_FIRST, heap);
    }

    @PythonFunction("_heapreplace_max(heap, item, /)")
    static PyObject heapReplaceMax(ThreadState thread, PyList heap, PyObject item) {
        return replace(thread, Order.LARGEST_FIRST, heap, item);
    }

    @PythonFunction("_heapify_max(heap, /)")
    static void heapifyMax(ThreadState thread, PyList heap) {
        heapify(thread, Order.LARGEST_FIRST, heap);
    }
}
