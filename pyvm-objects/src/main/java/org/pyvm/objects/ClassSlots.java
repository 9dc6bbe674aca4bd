package org.pyvm.objects;

import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PySlotWrapper;
import org.pyvm.objects.types.PyStr;

/**
 * The slots of a class made by Python code. For each slot it knows whether the special methods that fill it are the
 * wrappers of a built-in base, in which case the base's own slot runs, or Python's, which are then looked up and called
 * (CPython's {@code slot_*} functions).
 */
public final class ClassSlots extends Slots {
    private static final Slots ABSENT = new Slots();
    private static final Slot[] ALL = Slot.values();
    /** By slot: the names of the special methods that fill it. */
    private static final PyStr[][] SPECIAL_METHODS = new PyStr[ALL.length][];

    static {
        for (Slot slot : ALL) {
            SPECIAL_METHODS[slot.ordinal()] =
                    slot.specialMethods().stream().map(PyStr::intern).toArray(PyStr[]::new);
        }
    }

    private final PyType type;
    /** By slot: the built-in slots to run, or null when special methods are to be called. */
    private final Slots[] natives = new Slots[ALL.length];

    /** What {@link #initializer} found, and in which state of the type. */
    private PyObject initializer;

    private Object initializerState;

    ClassSlots(PyType type) {
        this.type = type;
        java.util.Arrays.fill(natives, ABSENT);
    }

    /** Works out every slot again; after a change of the class or of a base. */
    void update() {
        for (Slot slot : ALL) {
            natives[slot.ordinal()] = resolve(slot);
        }
    }

    /** Works out the slots that a special method fills. */
    void update(PyStr specialMethod) {
        for (Slot slot : ALL) {
            for (PyStr name : SPECIAL_METHODS[slot.ordinal()]) {
                if (name.sameText(specialMethod)) {
                    natives[slot.ordinal()] = resolve(slot);
                }
            }
        }
    }

    /**
     * Whether a call of the class makes a {@link PyInstance} and calls {@code __init__}, written in Python, on it: the usual
     * case, which needs no array for the arguments.
     */
    public boolean makesPlainInstances() {
        return natives[Slot.TP_NEW.ordinal()] == PyType.OBJECT.slots()
                && natives[Slot.TP_INIT.ordinal()] == null
                && !type.hasAbstractMethods();
    }

    /** {@code __init__} of the class, as {@link PyType#lookup} finds it. */
    public PyObject initializer() {
        if (initializerState != type.state()) {
            initializer = type.lookup(Names.INIT);
            initializerState = type.state();
        }
        return initializer;
    }

    /** Checks what {@code __init__} returned. */
    public static void checkInitResult(PyObject result) {
        if (result != Singletons.NONE) {
            throw PyErr.typeError("__init__() should return None, not '%T'", result);
        }
    }

    /** Whether a slot calls Python's special methods. */
    public boolean isOverridden(Slot slot) {
        return natives[slot.ordinal()] == null;
    }

    /** The built-in slots that serve a slot which is not {@link #isOverridden}. */
    public Slots builtinOf(Slot slot) {
        return natives[slot.ordinal()];
    }

    private Slots resolve(Slot slot) {
        if (slot.specialMethods().isEmpty()) {
            return inheritUnnamed(slot);
        }
        Slots found = null;
        boolean overridden = false;
        for (PyStr name : SPECIAL_METHODS[slot.ordinal()]) {
            PyObject method = type.lookup(name);
            if (method == null) {
                continue;
            }
            Slots wrapped = wrappedSlots(method, slot, name);
            if (wrapped == ABSENT) {
                continue;
            }
            if (wrapped == null || found != null && found != wrapped) {
                overridden = true;
            }
            found = wrapped;
        }
        if (overridden && !hasGenericForm(slot)) {
            setFilled(slot, false);
            return ABSENT;
        }
        if (overridden) {
            setFilled(slot, true);
            return null;
        }
        if (found == null) {
            setFilled(slot, false);
            return ABSENT;
        }
        setFilled(slot, true);
        return found;
    }

    /** The slots that a method wraps for this slot; ABSENT when it wraps another slot, null when it is Python's. */
    private Slots wrappedSlots(PyObject method, Slot slot, PyStr name) {
        if (method instanceof PySlotWrapper wrapper && type.isSubtypeOf(wrapper.owner())) {
            if (!wrapper.name().sameText(name)) {
                // One special method under the name of another: __repr__ = object.__str__.
                return null;
            }
            // Of sq_item and mp_subscript only one has the __getitem__ of a built-in type, but both mean the same.
            Slots inherited = wrapper.owner().slots();
            return wrapper.slot() == slot || inherited.has(slot) ? inherited : ABSENT;
        }
        if (method instanceof PyMethodDescriptor own
                && !own.owner().isHeapType()
                && type.isSubtypeOf(own.owner())
                && own.owner().lookup(name) == method) {
            // Some built-in types have a method beside the slot that does the same, such as list.__getitem__.
            return own.owner().slots().has(slot) ? own.owner().slots() : null;
        }
        if (slot == Slot.TP_NEW && method instanceof PyBuiltinFunction function && function.newOwner() != null) {
            return function.newOwner().slots();
        }
        return null;
    }

    /** A sequence's + and * have no form of their own for Python's __add__ and __mul__, which fill the number slots. */
    private static boolean hasGenericForm(Slot slot) {
        return switch (slot) {
            case SQ_CONCAT, SQ_REPEAT, SQ_INPLACE_CONCAT, SQ_INPLACE_REPEAT -> false;
            default -> true;
        };
    }

    private Slots inheritUnnamed(Slot slot) {
        for (PyType parent : type.mro()) {
            if (!parent.isHeapType() && parent.slots().has(slot)) {
                setFilled(slot, true);
                return parent.slots();
            }
        }
        setFilled(slot, false);
        return ABSENT;
    }

    @Override
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        Slots inherited = natives[Slot.TP_GETATTRO.ordinal()];
        return inherited != null
                ? inherited.getAttributeOrNull(thread, self, name)
                : Attributes.nullIfMissing(thread, self, name);
    }

    @Override
    public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Slots inherited = natives[Slot.TP_NEW.ordinal()];
        if (inherited != null) {
            return inherited.newInstance(thread, cls, args, names);
        }
        PyObject method = cls.lookup(Names.NEW);
        PyObject bound = Attributes.bind(thread, method, null, cls);
        return Calls.callWithSelf(thread, bound, cls, args, names);
    }

    @Override
    public void finalizeObject(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_FINALIZE.ordinal()];
        if (inherited == null) {
            SpecialMethods.unary(thread, self, Names.DEL);
        } else if (inherited.has(Slot.TP_FINALIZE)) {
            inherited.finalizeObject(thread, self);
        }
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        Slots inherited = natives[Slot.TP_CALL.ordinal()];
        if (inherited != null) {
            return inherited.call(thread, self, args, names);
        }
        enterCall(thread);
        try {
            return Calls.callBound(thread, SpecialMethods.special(self, Names.CALL), self, args, names);
        } finally {
            thread.leave();
        }
    }

    /** {@code __call__} may be an object of the same kind, which is then called for ever. */
    private static void enterCall(ThreadState thread) {
        thread.enter(" while calling a Python object");
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_CALL.ordinal()];
        if (inherited != null) {
            return inherited.call(thread, self);
        }
        enterCall(thread);
        try {
            return Calls.callBound(thread, SpecialMethods.special(self, Names.CALL), self);
        } finally {
            thread.leave();
        }
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject a) {
        Slots inherited = natives[Slot.TP_CALL.ordinal()];
        if (inherited != null) {
            return inherited.call(thread, self, a);
        }
        enterCall(thread);
        try {
            return Calls.callBound(thread, SpecialMethods.special(self, Names.CALL), self, a);
        } finally {
            thread.leave();
        }
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        Slots inherited = natives[Slot.TP_CALL.ordinal()];
        if (inherited != null) {
            return inherited.call(thread, self, a, b);
        }
        enterCall(thread);
        try {
            return Calls.callBound(thread, SpecialMethods.special(self, Names.CALL), self, a, b);
        } finally {
            thread.leave();
        }
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b, PyObject c) {
        Slots inherited = natives[Slot.TP_CALL.ordinal()];
        return inherited != null
                ? inherited.call(thread, self, a, b, c)
                : call(thread, self, new PyObject[] {a, b, c}, null);
    }

    @Override
    public PyObject send(ThreadState thread, PyObject self, PyObject value) {
        return natives[Slot.AM_SEND.ordinal()].send(thread, self, value);
    }

    @Override
    public PyBuffer buffer(ThreadState thread, PyObject self, int flags) {
        return natives[Slot.BF_GETBUFFER.ordinal()].buffer(thread, self, flags);
    }

    @Override
    public PyObject longLength(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.SQ_LENGTH.ordinal()];
        return inherited != null
                ? inherited.longLength(thread, self)
                : Objects.checkedLongLength(thread, SpecialMethods.unary(thread, self, Names.LEN));
    }

    @Override
    public PyObject repr(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_REPR.ordinal()];
        return inherited != null ? inherited.repr(thread, self) : SpecialMethods.unary(thread, self, Names.REPR);
    }

    @Override
    public long hash(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_HASH.ordinal()];
        return inherited != null ? inherited.hash(thread, self) : SpecialMethods.hash(thread, self);
    }

    @Override
    public PyObject str(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_STR.ordinal()];
        return inherited != null ? inherited.str(thread, self) : SpecialMethods.unary(thread, self, Names.STR);
    }

    @Override
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        Slots inherited = natives[Slot.TP_GETATTRO.ordinal()];
        return inherited != null
                ? inherited.getAttribute(thread, self, name)
                : SpecialMethods.getAttribute(thread, self, name);
    }

    @Override
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        Slots inherited = natives[Slot.TP_SETATTRO.ordinal()];
        if (inherited != null) {
            inherited.setAttribute(thread, self, name, value);
        } else {
            SpecialMethods.setAttribute(thread, self, name, value);
        }
    }

    @Override
    public PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        Slots inherited = natives[Slot.TP_RICHCOMPARE.ordinal()];
        return inherited != null
                ? inherited.richCompare(thread, self, other, op)
                : SpecialMethods.richCompare(thread, self, other, op);
    }

    @Override
    public PyObject iter(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_ITER.ordinal()];
        return inherited != null ? inherited.iter(thread, self) : SpecialMethods.unary(thread, self, Names.ITER);
    }

    @Override
    public PyObject next(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_ITERNEXT.ordinal()];
        return inherited != null ? inherited.next(thread, self) : SpecialMethods.next(thread, self);
    }

    @Override
    public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
        Slots inherited = natives[Slot.TP_DESCR_GET.ordinal()];
        return inherited != null
                ? inherited.descrGet(thread, self, object, owner)
                : SpecialMethods.descrGet(thread, self, object, owner);
    }

    @Override
    public void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
        Slots inherited = natives[Slot.TP_DESCR_SET.ordinal()];
        if (inherited != null) {
            inherited.descrSet(thread, self, object, value);
        } else {
            SpecialMethods.descrSet(thread, self, object, value);
        }
    }

    @Override
    public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        Slots inherited = natives[Slot.TP_INIT.ordinal()];
        if (inherited != null) {
            inherited.init(thread, self, args, names);
        } else {
            SpecialMethods.init(thread, self, args, names);
        }
    }

    @Override
    public PyObject add(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_ADD.ordinal()];
        return inherited != null
                ? inherited.add(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_ADD, Names.ADD, Names.RADD);
    }

    @Override
    public PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_SUBTRACT.ordinal()];
        return inherited != null
                ? inherited.subtract(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_SUBTRACT, Names.SUB, Names.RSUB);
    }

    @Override
    public PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_MULTIPLY.ordinal()];
        return inherited != null
                ? inherited.multiply(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_MULTIPLY, Names.MUL, Names.RMUL);
    }

    @Override
    public PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_REMAINDER.ordinal()];
        return inherited != null
                ? inherited.remainder(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_REMAINDER, Names.MOD, Names.RMOD);
    }

    @Override
    public PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_DIVMOD.ordinal()];
        return inherited != null
                ? inherited.divmod(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_DIVMOD, Names.DIVMOD, Names.RDIVMOD);
    }

    @Override
    public PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        Slots inherited = natives[Slot.NB_POWER.ordinal()];
        return inherited != null ? inherited.power(thread, v, w, modulus) : SpecialMethods.power(thread, v, w, modulus);
    }

    @Override
    public PyObject negative(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_NEGATIVE.ordinal()];
        return inherited != null ? inherited.negative(thread, self) : SpecialMethods.unary(thread, self, Names.NEG);
    }

    @Override
    public PyObject positive(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_POSITIVE.ordinal()];
        return inherited != null ? inherited.positive(thread, self) : SpecialMethods.unary(thread, self, Names.POS);
    }

    @Override
    public PyObject absolute(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_ABSOLUTE.ordinal()];
        return inherited != null ? inherited.absolute(thread, self) : SpecialMethods.unary(thread, self, Names.ABS);
    }

    @Override
    public boolean isTrue(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_BOOL.ordinal()];
        return inherited != null ? inherited.isTrue(thread, self) : SpecialMethods.isTrue(thread, self);
    }

    @Override
    public PyObject invert(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_INVERT.ordinal()];
        return inherited != null ? inherited.invert(thread, self) : SpecialMethods.unary(thread, self, Names.INVERT);
    }

    @Override
    public PyObject lshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_LSHIFT.ordinal()];
        return inherited != null
                ? inherited.lshift(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_LSHIFT, Names.LSHIFT, Names.RLSHIFT);
    }

    @Override
    public PyObject rshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_RSHIFT.ordinal()];
        return inherited != null
                ? inherited.rshift(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_RSHIFT, Names.RSHIFT, Names.RRSHIFT);
    }

    @Override
    public PyObject and(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_AND.ordinal()];
        return inherited != null
                ? inherited.and(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_AND, Names.AND, Names.RAND);
    }

    @Override
    public PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_XOR.ordinal()];
        return inherited != null
                ? inherited.xor(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_XOR, Names.XOR, Names.RXOR);
    }

    @Override
    public PyObject or(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_OR.ordinal()];
        return inherited != null
                ? inherited.or(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_OR, Names.OR, Names.ROR);
    }

    @Override
    public PyObject toInt(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_INT.ordinal()];
        return inherited != null ? inherited.toInt(thread, self) : SpecialMethods.unary(thread, self, Names.INT);
    }

    @Override
    public PyObject toFloat(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_FLOAT.ordinal()];
        return inherited != null ? inherited.toFloat(thread, self) : SpecialMethods.unary(thread, self, Names.FLOAT);
    }

    @Override
    public PyObject inPlaceAdd(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_ADD.ordinal()];
        return inherited != null ? inherited.inPlaceAdd(thread, v, w) : SpecialMethods.maybe(thread, v, Names.IADD, w);
    }

    @Override
    public PyObject inPlaceSubtract(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_SUBTRACT.ordinal()];
        return inherited != null
                ? inherited.inPlaceSubtract(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.ISUB, w);
    }

    @Override
    public PyObject inPlaceMultiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_MULTIPLY.ordinal()];
        return inherited != null
                ? inherited.inPlaceMultiply(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.IMUL, w);
    }

    @Override
    public PyObject inPlaceRemainder(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_REMAINDER.ordinal()];
        return inherited != null
                ? inherited.inPlaceRemainder(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.IMOD, w);
    }

    @Override
    public PyObject inPlacePower(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_POWER.ordinal()];
        return inherited != null
                ? inherited.inPlacePower(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.IPOW, w);
    }

    @Override
    public PyObject inPlaceLshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_LSHIFT.ordinal()];
        return inherited != null
                ? inherited.inPlaceLshift(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.ILSHIFT, w);
    }

    @Override
    public PyObject inPlaceRshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_RSHIFT.ordinal()];
        return inherited != null
                ? inherited.inPlaceRshift(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.IRSHIFT, w);
    }

    @Override
    public PyObject inPlaceAnd(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_AND.ordinal()];
        return inherited != null ? inherited.inPlaceAnd(thread, v, w) : SpecialMethods.maybe(thread, v, Names.IAND, w);
    }

    @Override
    public PyObject inPlaceXor(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_XOR.ordinal()];
        return inherited != null ? inherited.inPlaceXor(thread, v, w) : SpecialMethods.maybe(thread, v, Names.IXOR, w);
    }

    @Override
    public PyObject inPlaceOr(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_OR.ordinal()];
        return inherited != null ? inherited.inPlaceOr(thread, v, w) : SpecialMethods.maybe(thread, v, Names.IOR, w);
    }

    @Override
    public PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_FLOOR_DIVIDE.ordinal()];
        return inherited != null
                ? inherited.floorDivide(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_FLOOR_DIVIDE, Names.FLOORDIV, Names.RFLOORDIV);
    }

    @Override
    public PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_TRUE_DIVIDE.ordinal()];
        return inherited != null
                ? inherited.trueDivide(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_TRUE_DIVIDE, Names.TRUEDIV, Names.RTRUEDIV);
    }

    @Override
    public PyObject inPlaceFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_FLOOR_DIVIDE.ordinal()];
        return inherited != null
                ? inherited.inPlaceFloorDivide(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.IFLOORDIV, w);
    }

    @Override
    public PyObject inPlaceTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_TRUE_DIVIDE.ordinal()];
        return inherited != null
                ? inherited.inPlaceTrueDivide(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.ITRUEDIV, w);
    }

    @Override
    public PyObject index(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_INDEX.ordinal()];
        return inherited != null ? inherited.index(thread, self) : SpecialMethods.unary(thread, self, Names.INDEX);
    }

    @Override
    public PyObject matrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_MATRIX_MULTIPLY.ordinal()];
        return inherited != null
                ? inherited.matrixMultiply(thread, v, w)
                : SpecialMethods.binary(thread, v, w, Slot.NB_MATRIX_MULTIPLY, Names.MATMUL, Names.RMATMUL);
    }

    @Override
    public PyObject inPlaceMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_MATRIX_MULTIPLY.ordinal()];
        return inherited != null
                ? inherited.inPlaceMatrixMultiply(thread, v, w)
                : SpecialMethods.maybe(thread, v, Names.IMATMUL, w);
    }

    @Override
    public int length(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.SQ_LENGTH.ordinal()];
        return inherited != null ? inherited.length(thread, self) : SpecialMethods.length(thread, self);
    }

    @Override
    public PyObject concat(ThreadState thread, PyObject self, PyObject other) {
        return natives[Slot.SQ_CONCAT.ordinal()].concat(thread, self, other);
    }

    @Override
    public PyObject repeat(ThreadState thread, PyObject self, long count) {
        return natives[Slot.SQ_REPEAT.ordinal()].repeat(thread, self, count);
    }

    @Override
    public PyObject item(ThreadState thread, PyObject self, long index) {
        Slots inherited = natives[Slot.SQ_ITEM.ordinal()];
        return inherited != null ? inherited.item(thread, self, index) : SpecialMethods.item(thread, self, index);
    }

    @Override
    public void setItem(ThreadState thread, PyObject self, long index, PyObject value) {
        Slots inherited = natives[Slot.SQ_ASS_ITEM.ordinal()];
        if (inherited != null) {
            inherited.setItem(thread, self, index, value);
        } else {
            SpecialMethods.setItem(thread, self, index, value);
        }
    }

    @Override
    public boolean contains(ThreadState thread, PyObject self, PyObject value) {
        Slots inherited = natives[Slot.SQ_CONTAINS.ordinal()];
        return inherited != null
                ? inherited.contains(thread, self, value)
                : SpecialMethods.contains(thread, self, value);
    }

    @Override
    public PyObject inPlaceConcat(ThreadState thread, PyObject self, PyObject other) {
        return natives[Slot.SQ_INPLACE_CONCAT.ordinal()].inPlaceConcat(thread, self, other);
    }

    @Override
    public PyObject inPlaceRepeat(ThreadState thread, PyObject self, long count) {
        return natives[Slot.SQ_INPLACE_REPEAT.ordinal()].inPlaceRepeat(thread, self, count);
    }

    @Override
    public PyObject subscript(ThreadState thread, PyObject self, PyObject key) {
        Slots inherited = natives[Slot.MP_SUBSCRIPT.ordinal()];
        return inherited != null ? inherited.subscript(thread, self, key) : SpecialMethods.subscript(thread, self, key);
    }

    @Override
    public void setSubscript(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        Slots inherited = natives[Slot.MP_ASS_SUBSCRIPT.ordinal()];
        if (inherited != null) {
            inherited.setSubscript(thread, self, key, value);
        } else {
            SpecialMethods.setSubscript(thread, self, key, value);
        }
    }

    @Override
    public PyObject await(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.AM_AWAIT.ordinal()];
        return inherited != null ? inherited.await(thread, self) : SpecialMethods.unary(thread, self, Names.AWAIT);
    }

    @Override
    public PyObject aiter(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.AM_AITER.ordinal()];
        return inherited != null ? inherited.aiter(thread, self) : SpecialMethods.unary(thread, self, Names.AITER);
    }

    @Override
    public PyObject anext(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.AM_ANEXT.ordinal()];
        return inherited != null ? inherited.anext(thread, self) : SpecialMethods.unary(thread, self, Names.ANEXT);
    }
}
