package org.pyvm.eval;

import org.pyvm.objects.FrameAllocator;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.types.PyDict;

/** New frames, left to the collector, and counted: what an interpreter without an allocator does uncounted. */
public final class PlainFrames implements FrameAllocator {
    private long made;

    @Override
    public Frame allocate(PyCode code, PyDict globals, PyDict builtins) {
        made++;
        return new Frame(code, globals, builtins, this);
    }

    @Override
    public void release(PyFrame frame) {
        // The collector's.
    }

    /** Frames made. */
    public long made() {
        return made;
    }
}
