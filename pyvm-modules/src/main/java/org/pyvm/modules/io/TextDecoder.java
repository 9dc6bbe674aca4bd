package org.pyvm.modules.io;

import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** An incremental decoder: one of ours, or one that the codec registry gave. */
interface TextDecoder {
    /** What must be remembered to go on from here: bytes that are no character yet, and the decoder's own number. */
    record State(PyBytes pending, PyInt flags) {
        static final State START = new State(PyBytes.EMPTY, PyInt.of(0));
    }

    PyStr decode(ThreadState thread, PyBytes input, boolean isFinal);

    State state(ThreadState thread);

    void setState(ThreadState thread, State state);

    void reset(ThreadState thread);

    /** Bits of {@link NewlineDecoder} for the line ends that were seen; 0 when nobody looks. */
    default int newlinesSeen() {
        return 0;
    }
}
