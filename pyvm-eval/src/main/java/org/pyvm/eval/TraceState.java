package org.pyvm.eval;

import org.pyvm.objects.PyObject;

/** What trace functions and instruments have of a frame; most frames never get one. */
final class TraceState {
    /** {@code f_trace}; null for none. */
    PyObject trace;
    /** The line that a trace function is told of, when it has no instruction; else 0. */
    int eventLine;
    /** The line reached last while instructions are stepped through: that of an instruction that has none itself. */
    int lastLine;
    /** Whether the frame has been sent to another line while it was suspended, and waits for no value. */
    boolean jumped;
    /** Offset of the instruction whose end instruments wait for, or -1. */
    int openInstruction = -1;
    /** {@code f_trace_lines}. */
    boolean traceLines = true;
    /** {@code f_trace_opcodes}. */
    boolean traceOpcodes;
}
