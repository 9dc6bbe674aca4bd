package org.pyvm.modules.introspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.compiler.CodeObject;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** {@code _lsprof.Profiler}: adds up how often and how long the functions of a thread run. */
@PythonType(name = "Profiler", module = "_lsprof")
public final class PyProfiler extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_lsprof", "Profiler", new PyProfilerExposed.SlotTable(), new PyProfilerExposed());

    private final Map<CodeObject, CallTimes> functions = new IdentityHashMap<>();
    private final Map<String, CallTimes> builtins = new LinkedHashMap<>();
    private final List<CallTimes> all = new ArrayList<>();
    private final Deque<Running> running = new ArrayDeque<>();
    private final PyProfileHook hook = new PyProfileHook(this);
    private PyObject timer = Singletons.NONE;
    private double timeUnit;
    private boolean withCallees = true;
    private boolean withBuiltins = true;

    /** A call that has not returned. */
    private static final class Running {
        private final CallTimes times;
        /** The same as seen from the caller; null where that is not asked for. */
        private final CallTimes fromCaller;

        private final double start;
        private double inCallees;

        private Running(CallTimes times, CallTimes fromCaller, double start) {
            this.times = times;
            this.fromCaller = fromCaller;
            this.start = start;
        }
    }

    private PyProfiler(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyProfiler(cls);
    }

    @PythonInit("($self, timer=None, timeunit=0.0, subcalls=True, builtins=True)")
    void init(PyObject function, double unit, boolean subcalls, boolean builtinsToo) {
        timer = function;
        timeUnit = unit;
        withCallees = subcalls;
        withBuiltins = builtinsToo;
    }

    @PythonMethod("enable($self, /, subcalls=True, builtins=True)")
    void enable(ThreadState thread, boolean subcalls, boolean builtinsToo) {
        withCallees = subcalls;
        withBuiltins = builtinsToo;
        thread.setProfileFunction(hook);
    }

    @PythonMethod("disable($self, /)")
    void disable(ThreadState thread) {
        if (thread.profileFunction() == hook) {
            thread.setProfileFunction(null);
        }
        while (!running.isEmpty()) {
            leave(thread);
        }
    }

    @PythonMethod("clear($self, /)")
    void clear() {
        functions.clear();
        builtins.clear();
        all.clear();
        running.clear();
    }

    /** Seconds, or what the program's own timer counts. */
    private double now(ThreadState thread) {
        if (timer == Singletons.NONE) {
            return thread.interpreter().service(Host.class).clock().monotonic() / 1e9;
        }
        double value = Numbers.toDouble(thread, Calls.call(thread, timer));
        return timeUnit > 0 ? value * timeUnit : value;
    }

    void event(ThreadState thread, PyFrame frame, String what, PyObject argument) {
        switch (what) {
            case "call" -> {
                CodeObject code = frame.code().code();
                enter(thread, functions.computeIfAbsent(code, key -> added(frame.code())));
            }
            case "return" -> leave(thread);
            case "c_call" -> {
                if (withBuiltins) {
                    String name = nameOf(thread, (PyBuiltinFunction) argument);
                    enter(thread, builtins.computeIfAbsent(name, key -> added(PyStr.of(key))));
                }
            }
            case "c_return", "c_exception" -> {
                if (withBuiltins) {
                    leave(thread);
                }
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private CallTimes added(PyObject subject) {
        CallTimes times = new CallTimes(subject);
        all.add(times);
        return times;
    }

    /** {@code <method 'append' of 'list' objects>}, or {@code <built-in method builtins.len>}. */
    private static String nameOf(ThreadState thread, PyBuiltinFunction function) {
        PyStr name = PyStr.of(function.spec().name());
        if (function.self() != null && !(function.self() instanceof PyModule)) {
            PyObject method = function.self().type().lookup(name);
            if (method != null) {
                return Objects.repr(thread, method).toString();
            }
        }
        String module = function.module() instanceof PyStr text ? text + "." : "";
        return "<built-in method " + module + name + ">";
    }

    private void enter(ThreadState thread, CallTimes times) {
        Running caller = running.peek();
        CallTimes fromCaller = withCallees && caller != null ? caller.times.callee(times) : null;
        times.enter();
        if (fromCaller != null) {
            fromCaller.enter();
        }
        running.push(new Running(times, fromCaller, now(thread)));
    }

    /** The end of a call; of one that began before the profiler did nothing is known. */
    private void leave(ThreadState thread) {
        Running call = running.poll();
        if (call == null) {
            return;
        }
        double spent = now(thread) - call.start;
        double own = spent - call.inCallees;
        if (running.peek() != null) {
            running.peek().inCallees += spent;
        }
        call.times.leave(spent, own);
        if (call.fromCaller != null) {
            call.fromCaller.leave(spent, own);
        }
    }

    @PythonMethod("getstats($self, /)")
    PyObject getstats() {
        PyList result = new PyList();
        for (CallTimes times : all) {
            PyList callees = new PyList();
            for (CallTimes callee : times.callees()) {
                callees.append(LsprofModule.SUBENTRY.of(
                        callee.subject,
                        PyInt.of(callee.calls),
                        PyInt.of(callee.recursiveCalls),
                        PyFloat.of(callee.total),
                        PyFloat.of(callee.inline)));
            }
            result.append(LsprofModule.ENTRY.of(
                    times.subject,
                    PyInt.of(times.calls),
                    PyInt.of(times.recursiveCalls),
                    PyFloat.of(times.total),
                    PyFloat.of(times.inline),
                    callees.size() == 0 ? Singletons.NONE : callees));
        }
        return result;
    }
}
