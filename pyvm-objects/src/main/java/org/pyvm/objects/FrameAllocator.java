package org.pyvm.objects;

import org.pyvm.objects.types.PyDict;

/**
 * Where the frames of function calls come from (chapter 6.1 of the book). An interpreter without one makes a new frame for
 * each call. Used by threads that hold the interpreter's lock.
 */
public interface FrameAllocator {
    /** A frame that has not started and whose arguments are not bound: a new one, or one that was released. */
    PyFrame allocate(PyCode code, PyDict globals, PyDict builtins);

    /**
     * A frame has returned, and nothing in the program can reach it any more: it is neither a generator's, nor in a
     * traceback, nor has the program got hold of it or of a frame that it called.
     */
    void release(PyFrame frame);
}
