package org.pyvm.modules.ctypes;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks whose bytes native code sees as a copy. What native code does between the calls, from a thread of its own, it does to the
 * copy: that is seen only after the next call.
 */
final class Mirrors {
    private List<WeakReference<Block>> blocks = List.of();

    void add(Block block) {
        List<WeakReference<Block>> more = new ArrayList<>(blocks);
        more.removeIf(reference -> reference.refersTo(null));
        more.add(new WeakReference<>(block));
        blocks = more;
    }

    /** Before native code runs. */
    void copyIn() {
        for (WeakReference<Block> reference : blocks) {
            Block block = reference.get();
            if (block != null) {
                block.copyIn();
            }
        }
    }

    /** After native code has run. */
    void copyOut() {
        for (WeakReference<Block> reference : blocks) {
            Block block = reference.get();
            if (block != null) {
                block.copyOut();
            }
        }
    }
}
