package org.pyvm.modules.ctypes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.pyvm.objects.PyBuffer;

/**
 * Memory that instances share: a structure with its fields, an array with its items. It is one of
 *
 * <ul>
 *   <li>an array of Java, which moves to native memory when its address is asked for, and stays there;
 *   <li>native memory, which ends with the block if it is the block's own;
 *   <li>the memory of another object, such as a bytearray. That is an array of Java too, which cannot move: native code gets the
 *       address of a copy, and {@link Mirrors} carry the bytes over before each call and back after it.
 * </ul>
 */
final class Block {
    /** As {@code malloc} aligns. */
    private static final int ALIGNMENT = 16;

    private MemorySegment segment;
    /** The native memory at which others see it; null for none yet. */
    private MemorySegment seen;
    /** The view of another object that lends the memory; null for memory of its own. */
    private final PyBuffer lender;

    private Block(MemorySegment segment, MemorySegment seen, PyBuffer lender) {
        this.segment = segment;
        this.seen = seen;
        this.lender = lender;
    }

    /** New memory, all zeros. */
    static Block ofSize(long size) {
        return size <= 1 << 16
                ? new Block(MemorySegment.ofArray(new byte[(int) size]), null, null)
                : ofNative(allocate(size));
    }

    /** Native memory. */
    static Block ofNative(MemorySegment segment) {
        return new Block(segment, segment, null);
    }

    /** The memory of another object, as long as the block lives. */
    static Block lentBy(PyBuffer buffer) {
        MemorySegment memory = buffer.memory();
        return new Block(memory, memory.isNative() ? memory : null, buffer);
    }

    private static MemorySegment allocate(long size) {
        return Arena.ofAuto().allocate(Math.max(1, size), ALIGNMENT);
    }

    /** Where to read and write. It may be another one after {@link #address} or {@link #resize}: do not keep it. */
    MemorySegment segment() {
        return segment;
    }

    /** Where native code finds the memory. */
    long address(Mirrors mirrors) {
        if (seen == null) {
            seen = allocate(segment.byteSize());
            seen.copyFrom(segment);
            if (lender == null) {
                segment = seen;
            } else {
                mirrors.add(this);
            }
        }
        return seen.address();
    }

    /** Whether it is the memory of another object. */
    boolean isLent() {
        return lender != null;
    }

    /** Gives it more memory, with what is in it. */
    void resize(long size) {
        Block larger = ofSize(size);
        MemorySegment target = seen == null ? larger.segment : allocate(size);
        MemorySegment.copy(segment, 0, target, 0, Math.min(size, segment.byteSize()));
        segment = target;
        if (seen != null) {
            seen = target;
        }
    }

    /** For lent memory that native code sees: copies it to where that looks. */
    void copyIn() {
        seen.copyFrom(segment);
    }

    /** For lent memory that native code sees: copies it back. */
    void copyOut() {
        segment.copyFrom(seen);
    }
}
