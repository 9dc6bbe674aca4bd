package org.pyvm.eval;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;

/** What Python code sees of a frame. */
final class FrameAttributes {
    private FrameAttributes() {}

    private static Frame of(PyObject self) {
        return (Frame) self;
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject self) {
        Frame frame = of(self);
        return PyStr.of("<frame at " + Identity.address(self) + ", file "
                + Objects.repr(thread, frame.code().fileName()) + ", line " + frame.line() + ", code "
                + frame.code().name() + ">");
    }

    @PythonGetter("f_back")
    static PyObject back(PyObject self) {
        return of(self).back() == null ? Singletons.NONE : of(self).back();
    }

    @PythonGetter("f_code")
    static PyObject code(PyObject self) {
        return of(self).code();
    }

    @PythonGetter("f_globals")
    static PyObject globals(PyObject self) {
        return of(self).globals();
    }

    @PythonGetter("f_builtins")
    static PyObject builtins(PyObject self) {
        return ForeignBuiltins.shown(of(self).builtins());
    }

    @PythonGetter("f_locals")
    static PyObject locals(ThreadState thread, PyObject self) {
        return of(self).locals(thread);
    }

    @PythonGetter("f_lasti")
    static int lastInstruction(PyObject self) {
        return of(self).lastInstruction();
    }

    @PythonGetter("f_lineno")
    static int line(PyObject self) {
        return of(self).line();
    }

    @PythonSetter(value = "f_lineno", deletable = true)
    static void setLine(ThreadState thread, PyObject self, PyObject line) {
        if (line == null) {
            throw PyErr.attributeError("cannot delete attribute");
        }
        LineJump.to(thread, of(self), line);
    }

    @PythonGetter("f_trace")
    static PyObject trace(PyObject self) {
        return of(self).traced().trace == null ? Singletons.NONE : of(self).traced().trace;
    }

    @PythonSetter(value = "f_trace", deletable = true)
    static void setTrace(PyObject self, PyObject function) {
        of(self).traced().trace = function == Singletons.NONE ? null : function;
    }

    @PythonGetter(value = "f_trace_lines", member = true)
    static boolean traceLines(PyObject self) {
        return of(self).traced().traceLines;
    }

    @PythonSetter("f_trace_lines")
    static void setTraceLines(PyObject self, PyObject lines) {
        of(self).traced().traceLines = Convert.toBoolField(lines);
    }

    @PythonGetter(value = "f_trace_opcodes", member = true)
    static boolean traceOpcodes(PyObject self) {
        return of(self).traced().traceOpcodes;
    }

    @PythonSetter("f_trace_opcodes")
    static void setTraceOpcodes(PyObject self, PyObject opcodes) {
        of(self).traced().traceOpcodes = Convert.toBoolField(opcodes);
    }

    @PythonMethod("clear($self, /)")
    static void clear(ThreadState thread, PyObject self) {
        of(self).clear(thread);
    }

    @PythonMethod("__sizeof__($self, /)")
    static int sizeOf(PyObject self) {
        return 88 + 8 * of(self).slots.length;
    }
}
