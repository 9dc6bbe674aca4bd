package org.pyvm.eval;

import org.pyvm.objects.FrameAllocator;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.types.PyDict;

/**
 * The frame allocation of CPython 3.6: each code object keeps the frame that returned last, its zombie; when it has one
 * already, as after recursion, the frame goes to a free list. Counts what it does. One instance serves one interpreter.
 */
public final class ZombieFrames implements FrameAllocator {
    /** Frames that the free list holds at most. */
    public static final int FREE_LIST_LIMIT = 200;

    private final Frame[] freeList = new Frame[FREE_LIST_LIMIT];
    private int freeCount;
    private int longestFreeList;
    private long made;
    private long zombiesReused;
    private long freeReused;
    private long dropped;

    @Override
    public Frame allocate(PyCode code, PyDict globals, PyDict builtins) {
        Frame frame = (Frame) code.zombie;
        if (frame != null) {
            code.zombie = null;
            zombiesReused++;
        } else if (freeCount > 0) {
            frame = freeList[--freeCount];
            freeList[freeCount] = null;
            freeReused++;
        } else {
            made++;
            return new Frame(code, globals, builtins, this);
        }
        frame.restart(code, globals, builtins);
        return frame;
    }

    @Override
    public void release(PyFrame frame) {
        PyCode code = frame.code();
        if (code.zombie == null) {
            code.zombie = frame;
        } else if (freeCount < FREE_LIST_LIMIT) {
            freeList[freeCount++] = (Frame) frame;
            longestFreeList = Math.max(longestFreeList, freeCount);
        } else {
            dropped++;
        }
    }

    /** Frames made. */
    public long made() {
        return made;
    }

    /** Calls that got the zombie of their code object. */
    public long zombiesReused() {
        return zombiesReused;
    }

    /** Calls that got a frame from the free list. */
    public long freeReused() {
        return freeReused;
    }

    /** Released frames for which there was no room. */
    public long dropped() {
        return dropped;
    }

    /** Frames in the free list now. */
    public int freeCount() {
        return freeCount;
    }

    /** Frames in the free list at most so far. */
    public int longestFreeList() {
        return longestFreeList;
    }
}
