package org.pyvm.modules.views;

import static org.pyvm.modules.views.TraceLog.field;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.PyFunction;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;

/** What is called, and for a type how its instance is minted: {@code tp_new}, then perhaps {@code tp_init} (chapter 4.4 of the book). */
final class CallTrace implements Instrument {
    private static final PyStr CALL = PyStr.intern("__call__");

    /** A call of a type that has not ended. */
    private static final class Minting {
        private final Frame frame;
        private final PyType type;
        private boolean initialized;

        Minting(Frame frame, PyType type) {
            this.frame = frame;
            this.type = type;
        }
    }

    private final TraceLog log;
    /** Of each thread. */
    private final Map<Long, Deque<Minting>> underWay = new HashMap<>();

    CallTrace(TraceLog log) {
        this.log = log;
    }

    private Deque<Minting> underWay(ThreadState thread) {
        return underWay.computeIfAbsent(thread.id(), id -> new ArrayDeque<>());
    }

    private void tell(ThreadState thread, String event, String of) {
        tell(thread, event, event + " " + of, of);
    }

    private void tell(ThreadState thread, String event, String text, String of) {
        log.tell(thread, "  ".repeat(underWay(thread).size()) + text, event, field("of", of));
    }

    @Override
    public void calling(ThreadState thread, Frame frame, PyObject callable, PyObject[] arguments, PyStr[] names) {
        if (!log.wants(frame)) {
            return;
        }
        if (!(callable instanceof PyType type)) {
            tell(thread, "call", ShortRepr.of(thread, callable));
            return;
        }
        PyType caller = type.type().ownerOf(CALL);
        if (caller != PyType.TYPE) {
            tell(thread, "tp_call", caller.name() + ".__call__, of " + type.name());
            return;
        }
        tell(thread, "type_call", type.name());
        if (type == PyType.TYPE && arguments.length == 1 && names.length == 0) {
            String of = arguments[0].type().name();
            tell(thread, "type of", "  one argument: the answer is its type, " + of, of);
            return;
        }
        underWay(thread).push(new Minting(frame, type));
        tell(thread, "tp_new", type.ownerOf(Names.NEW).name() + ".__new__");
    }

    @Override
    public void entered(ThreadState thread, Frame frame) {
        Minting minting = underWay(thread).peek();
        if (minting != null
                && minting.type.lookup(Names.INIT) instanceof PyFunction init
                && init.code() == frame.code()
                && frame.back() == minting.frame) {
            init(thread, minting);
        }
    }

    private void init(ThreadState thread, Minting minting) {
        minting.initialized = true;
        tell(thread, "tp_init", minting.type.ownerOf(Names.INIT).name() + ".__init__");
    }

    @Override
    public void after(ThreadState thread, Frame frame, int pc, int opcode, int argument, int next) {
        Minting minting = underWay(thread).peek();
        if (minting == null || minting.frame != frame || next < 0) {
            return;
        }
        PyObject result = frame.slots[frame.stackTop - 1];
        if (!result.type().isSubtypeOf(minting.type)) {
            String of = result.type().name();
            tell(thread, "skipped", "tp_init is skipped: a " + of + " is no " + minting.type.name(), of);
        } else if (!minting.initialized) {
            init(thread, minting);
        }
        underWay(thread).pop();
    }

    @Override
    public void raised(ThreadState thread, Frame frame, PyBaseException exception) {
        Minting minting = underWay(thread).peek();
        if (minting != null && minting.frame == frame) {
            tell(thread, "raised", exception.type().name());
            underWay(thread).pop();
        }
    }
}
