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
     * Parameters of a function that takes exactly these positionally; else -1, or {@link #NOT_CALLED} when nobody has looked.
     */
    private int simpleCount = NOT_CALLED;
    /** Whether calls make cells, or an object that is resumed. */
    private boolean hasCells;

    private boolean resumable;
    /** How to call it; see {@link FunctionEntry#of}. */
    FunctionEntry entry = FunctionEntry.ANY;

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
        if (code.entry != null && frames == null) {
            entry = (FunctionEntry) code.entry;
        }
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
        entry = FunctionEntry.ANY;
    }

    private void countParameters() {
        CodeObject c = code.code();
        boolean simple = (c.flags() & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS)) == 0
                && c.kwOnlyArgCount() == 0
                && c.has(CodeFlags.OPTIMIZED)
                && c.has(CodeFlags.NEWLOCALS);
        hasCells = code.cellVars().length > 0;
        resumable = (c.flags() & GENERATOR_KINDS) != 0;
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

    private void makeCells(Frame frame) {
        if (hasCells) {
            frame.makeCells(closure);
        } else if (closure.length > 0) {
            System.arraycopy(closure, 0, frame.slots, code.firstCell(), closure.length);
        }
    }

    /**
     * The frame of a call by an entry of the code, or null when that is not to be used: the code has been replaced. It has
     * neither cells of its own nor arguments.
     */
    public Frame frameFor(FunctionEntry caller) {
        if (entry != caller) {
            return null;
        }
        Frame frame = new Frame(code, globals, builtins, (PyObject) null);
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
        if (simpleCount == NOT_CALLED) {
            countParameters();
        }
        int missing = simpleCount - count - at;
        if (missing != 0 && (missing < 0 || defaults == null || defaults.size() < missing)) {
            return null;
        }
        Frame frame = emptyFrame();
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
        makeCells(frame);
        return frame;
    }

    /**
     * As {@link #frameFor(PyObject, PyObject[], int, int)}, for up to four arguments at hand.
     *
     * @param count how many of them there are; the others are not looked at
     */
    public Frame frameFor(int count, PyObject a, PyObject b, PyObject c, PyObject d) {
        if (simpleCount == NOT_CALLED) {
            countParameters();
        }
        int missing = simpleCount - count;
        if (missing != 0 && (missing < 0 || defaults == null || defaults.size() < missing)) {
            return null;
        }
        Frame frame = emptyFrame();
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
        makeCells(frame);
        return frame;
    }

    /** Runs the function, or for a generator function makes the generator, on a frame whose arguments are bound. */
    public PyObject run(ThreadState thread, Frame frame) {
        if (resumable) {
            return Resumable.create(thread, this, frame, code.code().flags() & GENERATOR_KINDS);
        }
        if (code.entry != null && frames == null) {
            entry = (FunctionEntry) code.entry;
        }
        return thread.interpreter().evaluator.evaluate(thread, frame, null);
    }

    /** A call whose arguments have to be bound to the parameters. @param names null for none */
    PyObject bind(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (simpleCount == NOT_CALLED) {
            countParameters();
        }
        // The code of a module, made a function by types.FunctionType: its names are the globals.
        Frame frame = code.code().has(CodeFlags.OPTIMIZED) ? emptyFrame() : new Frame(code, globals, builtins, globals);
        ArgumentBinder.bind(thread, this, frame, args, names);
        frame.makeCells(closure);
        return run(thread, frame);
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
            return ((PyFunction) self).entry.call(thread, self);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a) {
            return ((PyFunction) self).entry.call(thread, self, a);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
            return ((PyFunction) self).entry.call(thread, self, a, b);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b, PyObject c) {
            return ((PyFunction) self).entry.call(thread, self, a, b, c);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
            PyFunction function = (PyFunction) self;
            Frame frame = names == null ? function.frameFor(null, args, 0, args.length) : null;
            return frame != null ? function.run(thread, frame) : function.bind(thread, args, names);
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
        if (named == null) {
            return thread.interpreter().builtins;
        }
        return named instanceof PyDict dict ? dict : new ForeignBuiltins(named);
    }
}
