package org.pyvm.runtime.internal;

import org.pyvm.modules.io.IoState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.PyStr;

/** Brings an interpreter to its end (chapter 2 of the book: finalization). */
public final class Shutdown {
    private final ThreadState thread;

    private Shutdown(ThreadState thread) {
        this.thread = thread;
    }

    /**
     * Waits for threads, calls exit functions, finalizes what still lives and writes out the standard streams.
     *
     * @return whether all could be written
     */
    public static boolean run(ThreadState thread) {
        return new Shutdown(thread).run();
    }

    private boolean run() {
        thread.frame = null;
        PyObject threading = thread.interpreter().modules.get("threading");
        if (threading != null) {
            callAtExit(threading, "_shutdown", threading);
        }
        PyObject atexit = thread.interpreter().modules.get("atexit");
        if (atexit != null) {
            callAtExit(atexit, "_run_exitfuncs", null);
        }
        thread.interpreter().setFinalizing();
        // Before the files below are closed.
        IoState.flushAll(thread);
        thread.interpreter().finalization().finalizeLiving(thread);
        IoState.flushAll(thread);
        return flushAtExit();
    }

    private void callAtExit(PyObject module, String function, PyObject blamed) {
        try {
            PyObject callable = Attributes.getOrNull(thread, module, PyStr.intern(function));
            if (callable != null) {
                Calls.call(thread, callable);
            }
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, blamed);
        }
    }

    private boolean flushAtExit() {
        boolean ok = true;
        PyObject out = openStream("stdout");
        if (out != null) {
            try {
                Calls.callMethod(thread, out, Names.FLUSH_NAME);
            } catch (PyErr e) {
                Unraisable.report(thread, e, null, out);
                ok = false;
            }
        }
        PyObject err = openStream("stderr");
        if (err != null) {
            try {
                Calls.callMethod(thread, err, Names.FLUSH_NAME);
            } catch (PyErr e) {
                // There is nowhere left to say so.
                ok = false;
            }
        }
        return ok;
    }

    /** Null when there is none or it is closed. */
    private PyObject openStream(String name) {
        PyObject stream = thread.interpreter().sys.dict().get(name);
        if (stream == null || stream == Singletons.NONE) {
            return null;
        }
        try {
            PyObject closed = Attributes.getOrNull(thread, stream, PyStr.intern("closed"));
            return closed != null && Objects.isTrue(thread, closed) ? null : stream;
        } catch (PyErr e) {
            return stream;
        }
    }
}
