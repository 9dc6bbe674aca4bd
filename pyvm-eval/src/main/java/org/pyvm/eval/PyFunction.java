package org.pyvm.eval;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeObject;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.FrameAllocator;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code function}: code with its globals, defaults and closure, made by MAKE_FUNCTION. */
@PythonType(name = "function", parts = FunctionAttributes.class)
public final class PyFunction extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "function", new FunctionSlots(), new PyFunctionExposed())
            .notSubclassable()
            .withDict()
            .weakReferenceable()
            .methodDescriptor();

    private static final PyCell[] NO_CELLS = {};
    /** Never equal to a number of arguments, nor is anything that is missing from it. */
    private static final int NOT_CALLED = Integer.MIN_VALUE / 2;

    private static final int GENERATOR_KINDS = CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

    private PyCode code;
    private final PyDict globals;
    private final PyDict builtins;
    /** Null while it is that of the code, which need not have been read yet. */
    private PyObject name;

    private PyObject qualName;
    private PyObject module;
    /** Null while it is what the code says. */
    private PyObject doc;

    private PyTuple defaults;
    private PyDict keywordDefaults;
    private PyObject annotations;
    private final PyCell[] closure;
    /** Null for new frames at each call. */
    private final FrameAllocator frames;
    /**
     * Parameters of a function that takes exactly these positionally and has neither cells nor generator; else -1, or
     * {@link #NOT_CALLED} when nobody has looked.
     */
    private int simpleCount = NOT_CALLED;

    public PyFunction(
            ThreadState thread, PyCode code, PyDict globals, PyDict builtins, PyStr qualName, PyTuple closure) {
        super(TYPE);
        this.globals = globals;
        this.builtins = builtins;
        this.code = code;
        this.qualName = qualName;
        PyObject definingModule = globals.get(Names.NAME);
        this.module = definingModule == null ? Singletons.NONE : definingModule;
        this.closure = closure == null ? NO_CELLS : cells(closure);
        this.frames = thread.interpreter().frames;
    }

    private static PyCell[] cells(PyTuple closure) {
        PyCell[] cells = new PyCell[closure.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (PyCell) closure.get(i);
        }
        return cells;
    }

    public PyCode code() {
        return code;
    }

    /** Assignment to {@code __code__}; the caller has compared the number of free variables. */
    public void setCode(PyCode newCode) {
        // The name and the documentation stay those of the first code.
        name = name();
        doc = doc();
        code = newCode;
        simpleCount = NOT_CALLED;
    }

    private void countParameters() {
        CodeObject c = code.code();
        int unusual = CodeFlags.VARARGS
                | CodeFlags.VARKEYWORDS
                | CodeFlags.GENERATOR
                | CodeFlags.COROUTINE
                | CodeFlags.ASYNC_GENERATOR;
        boolean simple = (c.flags() & unusual) == 0
                && c.kwOnlyArgCount() == 0
                && c.has(CodeFlags.OPTIMIZED)
                && c.has(CodeFlags.NEWLOCALS)
                && code.cellVars().length == 0;
        simpleCount = simple ? c.argCount() : -1;
    }

    public PyDict globals() {
        return globals;
    }

    public PyDict builtins() {
        return builtins;
    }

    /** {@code __name__}. */
    public PyObject name() {
        return name == null ? code.name() : name;
    }

    public void setName(PyObject newName) {
        name = newName;
    }

    public PyObject qualName() {
        return qualName;
    }

    public void setQualName(PyObject newName) {
        qualName = newName;
    }

    public PyObject module() {
        return module;
    }

    public void setModule(PyObject newModule) {
        module = newModule;
    }

    public PyObject doc() {
        if (doc == null) {
            PyObject[] constants = code.constants();
            doc = constants.length > 0 && constants[0] instanceof PyStr text ? text : Singletons.NONE;
        }
        return doc;
    }

    public void setDoc(PyObject newDoc) {
        doc = newDoc == null ? Singletons.NONE : newDoc;
    }

    /** {@code __defaults__}; null for none. */
    public PyTuple defaults() {
        return defaults;
    }

    public void setDefaults(PyTuple newDefaults) {
        defaults = newDefaults;
    }

    /** {@code __kwdefaults__}; null for none. */
    public PyDict keywordDefaults() {
        return keywordDefaults;
    }

    public void setKeywordDefaults(PyDict newDefaults) {
        keywordDefaults = newDefaults;
    }

    /** {@code __annotations__}; null, or a tuple of names and values in turn, until a dictionary was asked for. */
    public PyObject annotations() {
        return annotations;
    }

    public void setAnnotations(PyObject newAnnotations) {
        annotations = newAnnotations;
    }

    /** Cells of the free variables; not to be changed. */
    public PyCell[] closure() {
        return closure;
    }

    private Frame emptyFrame() {
        return frames == null
                ? new Frame(code, globals, builtins, (PyObject) null)
                : (Frame) frames.allocate(code, globals, builtins);
    }

    private Frame newFrame() {
        Frame frame = emptyFrame();
        if (closure.length > 0) {
            System.arraycopy(closure, 0, frame.slots, code.firstCell(), closure.length);
        }
        return frame;
    }

    /**
     * The frame of a call with positional arguments only, where binding them is no more than copying and defaults; else
     * null.
     *
     * @param self an argument in front of the others, or null for none
     * @param stack holds {@code count} arguments from {@code first} on
     */
    public Frame frameFor(PyObject self, PyObject[] stack, int first, int count) {
        int at = self == null ? 0 : 1;
        int missing = simpleCount - count - at;
        if (missing != 0 && (missing < 0 || defaults == null || defaults.size() < missing)) {
            return null;
        }
        Frame frame = newFrame();
        PyObject[] slots = frame.slots;
        if (self != null) {
            slots[0] = self;
        }
        for (int i = 0; i < count; i++) {
            slots[at + i] = stack[first + i];
        }
        for (int i = missing; i > 0; i--) {
            slots[simpleCount - i] = defaults.get(defaults.size() - i);
        }
        return frame;
    }

    /**
     * As {@link #frameFor(PyObject, PyObject[], int, int)}, for up to four arguments at hand.
     *
     * @param count how many of them there are; the others are not looked at
     */
    public Frame frameFor(int count, PyObject a, PyObject b, PyObject c, PyObject d) {
        int missing = simpleCount - count;
        if (missing != 0 && (missing < 0 || defaults == null || defaults.size() < missing)) {
            return null;
        }
        Frame frame = newFrame();
        PyObject[] slots = frame.slots;
        if (count > 0) {
            slots[0] = a;
            if (count > 1) {
                slots[1] = b;
                if (count > 2) {
                    slots[2] = c;
                    if (count > 3) {
                        slots[3] = d;
                    }
                }
            }
        }
        for (int i = missing; i > 0; i--) {
            slots[simpleCount - i] = defaults.get(defaults.size() - i);
        }
        return frame;
    }

    /** Runs the function, or for a generator function makes the generator, on a frame whose arguments are bound. */
    PyObject run(ThreadState thread, Frame frame) {
        int kind = code.code().flags() & GENERATOR_KINDS;
        if (kind != 0) {
            return Resumable.create(thread, this, frame, kind);
        }
        return thread.interpreter().evaluator.evaluate(thread, frame, null);
    }

    /** Runs the body of a class with a namespace; answers the cell of {@code __class__} or None. */
    public PyObject runAsClassBody(ThreadState thread, PyObject namespace) {
        Frame frame = new Frame(code, globals, builtins, namespace);
        frame.makeCells(closure);
        return thread.interpreter().evaluator.evaluate(thread, frame, null);
    }

    /** The slots of functions. */
    private static final class FunctionSlots extends PyFunctionExposed.SlotTable {
        @Override
        public Set<Slot> declared() {
            Set<Slot> own = EnumSet.copyOf(super.declared());
            own.add(Slot.TP_CALL);
            own.add(Slot.TP_DESCR_GET);
            return own;
        }

        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.TP_CALL);
            slots.add(Slot.TP_DESCR_GET);
        }

        @Override
        public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
            return object == null || object == Singletons.NONE ? self : new PyMethod(self, object);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self) {
            PyFunction function = (PyFunction) self;
            return function.simpleCount == 0
                    ? thread.interpreter().evaluator.evaluate(thread, function.newFrame(), null)
                    : call(thread, self, Calls.NO_ARGS, null);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a) {
            PyFunction function = (PyFunction) self;
            if (function.simpleCount != 1) {
                return call(thread, self, new PyObject[] {a}, null);
            }
            Frame frame = function.newFrame();
            frame.slots[0] = a;
            return thread.interpreter().evaluator.evaluate(thread, frame, null);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
            PyFunction function = (PyFunction) self;
            if (function.simpleCount != 2) {
                return call(thread, self, new PyObject[] {a, b}, null);
            }
            Frame frame = function.newFrame();
            frame.slots[0] = a;
            frame.slots[1] = b;
            return thread.interpreter().evaluator.evaluate(thread, frame, null);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b, PyObject c) {
            PyFunction function = (PyFunction) self;
            if (function.simpleCount != 3) {
                return call(thread, self, new PyObject[] {a, b, c}, null);
            }
            Frame frame = function.newFrame();
            frame.slots[0] = a;
            frame.slots[1] = b;
            frame.slots[2] = c;
            return thread.interpreter().evaluator.evaluate(thread, frame, null);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
            PyFunction function = (PyFunction) self;
            if (function.simpleCount == NOT_CALLED) {
                function.countParameters();
            }
            if (names == null && args.length == function.simpleCount) {
                Frame frame = function.newFrame();
                System.arraycopy(args, 0, frame.slots, 0, args.length);
                return thread.interpreter().evaluator.evaluate(thread, frame, null);
            }
            // The code of a module, made a function by types.FunctionType: its names are the globals.
            Frame frame = function.code.code().has(CodeFlags.OPTIMIZED)
                    ? function.emptyFrame()
                    : new Frame(function.code, function.globals, function.builtins, function.globals);
            ArgumentBinder.bind(thread, function, frame, args, names);
            frame.makeCells(function.closure);
            return function.run(thread, frame);
        }
    }

    /** Runs a frame that no function made; code of a coroutine or generator gives the object instead. */
    public static PyObject runFrame(ThreadState thread, Frame frame) {
        int kind = frame.code().code().flags() & GENERATOR_KINDS;
        return kind != 0
                ? Resumable.create(thread, null, frame, kind)
                : thread.interpreter().evaluator.evaluate(thread, frame, null);
    }

    /** The builtins that a frame with these globals sees. */
    public static PyDict builtinsOf(ThreadState thread, PyDict globals) {
        PyObject named = globals.get(Names.BUILTINS);
        if (named instanceof PyModule m) {
            return m.dict();
        }
        return named instanceof PyDict dict ? dict : thread.interpreter().builtins;
    }
}
