package org.pyvm.modules.views;

import static org.pyvm.modules.views.TraceLog.field;

import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeObject;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The parameters of each call, in the order of the frame's first slots, with what was bound to them (chapter 9.1 of the book). */
final class BindingTrace implements Instrument {
    private final TraceLog log;

    BindingTrace(TraceLog log) {
        this.log = log;
    }

    @Override
    public void entered(ThreadState thread, Frame frame) {
        CodeObject code = frame.code().code();
        if (!log.wants(frame) || frame.lastInstruction >= 0 || !code.has(CodeFlags.OPTIMIZED)) {
            return;
        }
        int named = code.argCount() + code.kwOnlyArgCount();
        int count = named + (code.has(CodeFlags.VARARGS) ? 1 : 0) + (code.has(CodeFlags.VARKEYWORDS) ? 1 : 0);
        String function = frame.code().qualName().toString();
        log.tell(thread, "call of " + function, "call", field("code", function));
        for (int i = 0; i < count; i++) {
            String name = code.varNames().get(i);
            String value = ShortRepr.of(thread, value(frame, i));
            String kind = kind(code, i);
            log.tell(
                    thread,
                    String.format("%5d %-12s %-15s %s", i, name, kind, value),
                    "parameter",
                    field("slot", i),
                    field("name", name),
                    field("kind", kind),
                    field("value", value));
        }
    }

    private static String kind(CodeObject code, int slot) {
        if (slot < code.posOnlyArgCount()) {
            return "positional-only";
        }
        if (slot < code.argCount()) {
            return "positional";
        }
        if (slot < code.argCount() + code.kwOnlyArgCount()) {
            return "keyword-only";
        }
        boolean first = slot == code.argCount() + code.kwOnlyArgCount();
        return first && code.has(CodeFlags.VARARGS) ? "*" : "**";
    }

    /** An argument that inner functions use has moved to its cell. */
    private static PyObject value(Frame frame, int slot) {
        CodeObject code = frame.code().code();
        for (int i = 0; i < code.cellVars().size(); i++) {
            if (code.cellToArgument(i) == slot) {
                return frame.cell(i).value;
            }
        }
        return frame.slots[slot];
    }
}
