package org.pyvm.objects;

import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyInt;
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

    private static PyObject special(PyObject self, PyStr name) {
        return self.type().lookup(name);
    }

    private static PyObject unary(ThreadState thread, PyObject self, PyStr name) {
        PyObject method = special(self, name);
        if (method == Singletons.NONE) {
            if (name == Names.ITER) {
                throw PyErr.typeError("'%T' object is not iterable", self);
            }
            throw PyErr.typeError("'NoneType' object is not callable");
        }
        return Calls.callBound(thread, method, self);
    }

    /** Null when the object has no such method. */
    private static PyObject maybe(ThreadState thread, PyObject self, PyStr name, PyObject argument) {
        PyObject method = special(self, name);
        return method == null ? Singletons.NOT_IMPLEMENTED : Calls.callBound(thread, method, self, argument);
    }

    private static boolean overrides(PyObject object, Slot slot) {
        return object.type().slots() instanceof ClassSlots slots && slots.isOverridden(slot);
    }

    /** CPython's SLOT1BINFULL: called for whichever operand's type fills the slot with special methods. */
    private static PyObject binary(ThreadState thread, PyObject v, PyObject w, Slot slot, PyStr name, PyStr reflected) {
        boolean tryOther = v.type() != w.type() && overrides(w, slot);
        if (overrides(v, slot)) {
            if (tryOther && w.type().isSubtypeOf(v.type()) && isOverloaded(v, w, reflected)) {
                PyObject result = maybe(thread, w, reflected, v);
                if (result != Singletons.NOT_IMPLEMENTED) {
                    return result;
                }
                tryOther = false;
            }
            PyObject result = maybe(thread, v, name, w);
            if (result != Singletons.NOT_IMPLEMENTED || v.type() == w.type()) {
                return result;
            }
        }
        return tryOther ? maybe(thread, w, reflected, v) : Singletons.NOT_IMPLEMENTED;
    }

    private static boolean isOverloaded(PyObject v, PyObject w, PyStr name) {
        PyObject theirs = w.type().lookup(name);
        return theirs != null && theirs != v.type().lookup(name);
    }

    private static PyObject inPlace(ThreadState thread, PyObject v, PyObject w, PyStr name) {
        return maybe(thread, v, name, w);
    }

    private static PyObject concat(ThreadState thread, PyObject self, PyObject other, PyStr name) {
        throw new IllegalStateException("no generic form");
    }

    private static PyObject repeat(ThreadState thread, PyObject self, long count, PyStr name) {
        throw new IllegalStateException("no generic form");
    }

    private static PyObject powerBySpecialMethod(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        if (modulus == Singletons.NONE) {
            return binary(thread, v, w, Slot.NB_POWER, Names.POW, Names.RPOW);
        }
        // Three-argument power is never reflected.
        if (overrides(v, Slot.NB_POWER)) {
            PyObject method = special(v, Names.POW);
            return method == null ? Singletons.NOT_IMPLEMENTED : Calls.callBound(thread, method, v, w, modulus);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    private static long hashBySpecialMethod(ThreadState thread, PyObject self) {
        PyObject method = special(self, Names.HASH);
        if (method == null || method == Singletons.NONE) {
            throw PyErr.typeError("unhashable type: '%T'", self);
        }
        PyObject result = Calls.callBound(thread, method, self);
        if (!(result instanceof PyInt number)) {
            throw PyErr.typeError("__hash__ method should return an integer");
        }
        long hash = number.fitsLong() ? number.longValue() : Numbers.hash(number);
        return hash == -1 ? -2 : hash;
    }

    private static PyObject getAttributeBySpecialMethod(ThreadState thread, PyObject self, PyStr name) {
        PyObject fallback = special(self, Names.GETATTR);
        PyObject method = special(self, Names.GETATTRIBUTE);
        boolean generic = method instanceof PySlotWrapper wrapper && wrapper.slot() == Slot.TP_GETATTRO;
        if (fallback == null) {
            return Calls.callBound(thread, method, self, name);
        }
        if (generic) {
            PyObject value = ((PySlotWrapper) method).owner().slots().getAttributeOrNull(thread, self, name);
            return value != null ? value : Calls.callBound(thread, fallback, self, name);
        }
        try {
            return Calls.callBound(thread, method, self, name);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.ATTRIBUTE_ERROR)) {
                throw e;
            }
            return Calls.callBound(thread, fallback, self, name);
        }
    }

    @Override
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        Slots inherited = natives[Slot.TP_GETATTRO.ordinal()];
        return inherited != null
                ? inherited.getAttributeOrNull(thread, self, name)
                : Attributes.nullIfMissing(thread, self, name);
    }

    private static void setAttributeBySpecialMethod(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        if (value == null) {
            Calls.callBound(thread, special(self, Names.DELATTR), self, name);
        } else {
            Calls.callBound(thread, special(self, Names.SETATTR), self, name, value);
        }
    }

    private static PyObject richCompareBySpecialMethod(
            ThreadState thread, PyObject self, PyObject other, Comparison op) {
        PyStr name = switch (op) {
            case LT -> Names.LT;
            case LE -> Names.LE;
            case EQ -> Names.EQ;
            case NE -> Names.NE;
            case GT -> Names.GT;
            case GE -> Names.GE;
        };
        PyObject method = special(self, name);
        if (method == null) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (method.type().isMethodDescriptor()) {
            return Calls.call(thread, method, self, other);
        }
        PyObject bound;
        try {
            bound = Attributes.bind(thread, method, self, self.type());
        } catch (PyErr e) {
            // CPython forgets what goes wrong here, and not what goes wrong in the call.
            return Singletons.NOT_IMPLEMENTED;
        }
        return Calls.call(thread, bound, other);
    }

    /** StopIteration from {@code __next__} means exhausted; its value is kept for {@code yield from}. */
    private static PyObject nextBySpecialMethod(ThreadState thread, PyObject self) {
        try {
            return unary(thread, self, Names.NEXT);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            thread.stopValue = Exceptions.stopIterationValue(e.value());
            return null;
        }
    }

    private static PyObject descrGetBySpecialMethod(ThreadState thread, PyObject self, PyObject object, PyType owner) {
        PyObject method = special(self, Names.GET);
        return Calls.callBound(
                thread,
                method,
                self,
                object == null ? Singletons.NONE : object,
                owner == null ? Singletons.NONE : owner);
    }

    private static void descrSetBySpecialMethod(ThreadState thread, PyObject self, PyObject object, PyObject value) {
        PyStr name = value == null ? Names.DELETE : Names.SET;
        PyObject method = special(self, name);
        if (method == null) {
            throw PyErr.of(Exceptions.ATTRIBUTE_ERROR, PyStr.of(name.toString()));
        }
        if (value == null) {
            Calls.callBound(thread, method, self, object);
        } else {
            Calls.callBound(thread, method, self, object, value);
        }
    }

    private static void initBySpecialMethod(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        PyObject result = Calls.callBound(thread, special(self, Names.INIT), self, args, names);
        checkInitResult(result);
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
            unary(thread, self, Names.DEL);
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
            return Calls.callBound(thread, special(self, Names.CALL), self, args, names);
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
            return Calls.callBound(thread, special(self, Names.CALL), self);
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
            return Calls.callBound(thread, special(self, Names.CALL), self, a);
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
            return Calls.callBound(thread, special(self, Names.CALL), self, a, b);
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

    private static boolean isTrueBySpecialMethod(ThreadState thread, PyObject self) {
        PyObject result = unary(thread, self, Names.BOOL);
        if (result == Singletons.TRUE || result == Singletons.FALSE) {
            return result == Singletons.TRUE;
        }
        throw PyErr.typeError("__bool__ should return bool, returned %T", result);
    }

    private static int lengthBySpecialMethod(ThreadState thread, PyObject self) {
        return Objects.checkedLength(thread, unary(thread, self, Names.LEN));
    }

    @Override
    public PyObject longLength(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.SQ_LENGTH.ordinal()];
        return inherited != null
                ? inherited.longLength(thread, self)
                : Objects.checkedLongLength(thread, unary(thread, self, Names.LEN));
    }

    private static PyObject itemBySpecialMethod(ThreadState thread, PyObject self, long index) {
        return Calls.callBound(thread, special(self, Names.GETITEM), self, PyInt.of(index));
    }

    private static void setItemBySpecialMethod(ThreadState thread, PyObject self, long index, PyObject value) {
        setSubscriptBySpecialMethod(thread, self, PyInt.of(index), value);
    }

    private static boolean containsBySpecialMethod(ThreadState thread, PyObject self, PyObject value) {
        PyObject method = special(self, Names.CONTAINS);
        if (method == Singletons.NONE) {
            throw PyErr.typeError("'%T' object is not a container", self);
        }
        return Objects.isTrue(thread, Calls.callBound(thread, method, self, value));
    }

    private static PyObject subscriptBySpecialMethod(ThreadState thread, PyObject self, PyObject key) {
        return Calls.callBound(thread, special(self, Names.GETITEM), self, key);
    }

    private static void setSubscriptBySpecialMethod(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        PyStr name = value == null ? Names.DELITEM : Names.SETITEM;
        PyObject method = special(self, name);
        if (method == null) {
            throw PyErr.typeError(
                    value == null
                            ? "'%T' object doesn't support item deletion"
                            : "'%T' object does not support item assignment",
                    self);
        }
        if (value == null) {
            Calls.callBound(thread, method, self, key);
        } else {
            Calls.callBound(thread, method, self, key, value);
        }
    }

    @Override
    public PyObject repr(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_REPR.ordinal()];
        return inherited != null ? inherited.repr(thread, self) : unary(thread, self, Names.REPR);
    }

    @Override
    public long hash(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_HASH.ordinal()];
        return inherited != null ? inherited.hash(thread, self) : hashBySpecialMethod(thread, self);
    }

    @Override
    public PyObject str(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_STR.ordinal()];
        return inherited != null ? inherited.str(thread, self) : unary(thread, self, Names.STR);
    }

    @Override
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        Slots inherited = natives[Slot.TP_GETATTRO.ordinal()];
        return inherited != null
                ? inherited.getAttribute(thread, self, name)
                : getAttributeBySpecialMethod(thread, self, name);
    }

    @Override
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        Slots inherited = natives[Slot.TP_SETATTRO.ordinal()];
        if (inherited != null) {
            inherited.setAttribute(thread, self, name, value);
        } else {
            setAttributeBySpecialMethod(thread, self, name, value);
        }
    }

    @Override
    public PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        Slots inherited = natives[Slot.TP_RICHCOMPARE.ordinal()];
        return inherited != null
                ? inherited.richCompare(thread, self, other, op)
                : richCompareBySpecialMethod(thread, self, other, op);
    }

    @Override
    public PyObject iter(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_ITER.ordinal()];
        return inherited != null ? inherited.iter(thread, self) : unary(thread, self, Names.ITER);
    }

    @Override
    public PyObject next(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.TP_ITERNEXT.ordinal()];
        return inherited != null ? inherited.next(thread, self) : nextBySpecialMethod(thread, self);
    }

    @Override
    public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
        Slots inherited = natives[Slot.TP_DESCR_GET.ordinal()];
        return inherited != null
                ? inherited.descrGet(thread, self, object, owner)
                : descrGetBySpecialMethod(thread, self, object, owner);
    }

    @Override
    public void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
        Slots inherited = natives[Slot.TP_DESCR_SET.ordinal()];
        if (inherited != null) {
            inherited.descrSet(thread, self, object, value);
        } else {
            descrSetBySpecialMethod(thread, self, object, value);
        }
    }

    @Override
    public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        Slots inherited = natives[Slot.TP_INIT.ordinal()];
        if (inherited != null) {
            inherited.init(thread, self, args, names);
        } else {
            initBySpecialMethod(thread, self, args, names);
        }
    }

    @Override
    public PyObject add(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_ADD.ordinal()];
        return inherited != null
                ? inherited.add(thread, v, w)
                : binary(thread, v, w, Slot.NB_ADD, Names.ADD, Names.RADD);
    }

    @Override
    public PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_SUBTRACT.ordinal()];
        return inherited != null
                ? inherited.subtract(thread, v, w)
                : binary(thread, v, w, Slot.NB_SUBTRACT, Names.SUB, Names.RSUB);
    }

    @Override
    public PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_MULTIPLY.ordinal()];
        return inherited != null
                ? inherited.multiply(thread, v, w)
                : binary(thread, v, w, Slot.NB_MULTIPLY, Names.MUL, Names.RMUL);
    }

    @Override
    public PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_REMAINDER.ordinal()];
        return inherited != null
                ? inherited.remainder(thread, v, w)
                : binary(thread, v, w, Slot.NB_REMAINDER, Names.MOD, Names.RMOD);
    }

    @Override
    public PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_DIVMOD.ordinal()];
        return inherited != null
                ? inherited.divmod(thread, v, w)
                : binary(thread, v, w, Slot.NB_DIVMOD, Names.DIVMOD, Names.RDIVMOD);
    }

    @Override
    public PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        Slots inherited = natives[Slot.NB_POWER.ordinal()];
        return inherited != null ? inherited.power(thread, v, w, modulus) : powerBySpecialMethod(thread, v, w, modulus);
    }

    @Override
    public PyObject negative(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_NEGATIVE.ordinal()];
        return inherited != null ? inherited.negative(thread, self) : unary(thread, self, Names.NEG);
    }

    @Override
    public PyObject positive(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_POSITIVE.ordinal()];
        return inherited != null ? inherited.positive(thread, self) : unary(thread, self, Names.POS);
    }

    @Override
    public PyObject absolute(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_ABSOLUTE.ordinal()];
        return inherited != null ? inherited.absolute(thread, self) : unary(thread, self, Names.ABS);
    }

    @Override
    public boolean isTrue(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_BOOL.ordinal()];
        return inherited != null ? inherited.isTrue(thread, self) : isTrueBySpecialMethod(thread, self);
    }

    @Override
    public PyObject invert(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_INVERT.ordinal()];
        return inherited != null ? inherited.invert(thread, self) : unary(thread, self, Names.INVERT);
    }

    @Override
    public PyObject lshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_LSHIFT.ordinal()];
        return inherited != null
                ? inherited.lshift(thread, v, w)
                : binary(thread, v, w, Slot.NB_LSHIFT, Names.LSHIFT, Names.RLSHIFT);
    }

    @Override
    public PyObject rshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_RSHIFT.ordinal()];
        return inherited != null
                ? inherited.rshift(thread, v, w)
                : binary(thread, v, w, Slot.NB_RSHIFT, Names.RSHIFT, Names.RRSHIFT);
    }

    @Override
    public PyObject and(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_AND.ordinal()];
        return inherited != null
                ? inherited.and(thread, v, w)
                : binary(thread, v, w, Slot.NB_AND, Names.AND, Names.RAND);
    }

    @Override
    public PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_XOR.ordinal()];
        return inherited != null
                ? inherited.xor(thread, v, w)
                : binary(thread, v, w, Slot.NB_XOR, Names.XOR, Names.RXOR);
    }

    @Override
    public PyObject or(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_OR.ordinal()];
        return inherited != null ? inherited.or(thread, v, w) : binary(thread, v, w, Slot.NB_OR, Names.OR, Names.ROR);
    }

    @Override
    public PyObject toInt(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_INT.ordinal()];
        return inherited != null ? inherited.toInt(thread, self) : unary(thread, self, Names.INT);
    }

    @Override
    public PyObject toFloat(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_FLOAT.ordinal()];
        return inherited != null ? inherited.toFloat(thread, self) : unary(thread, self, Names.FLOAT);
    }

    @Override
    public PyObject inPlaceAdd(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_ADD.ordinal()];
        return inherited != null ? inherited.inPlaceAdd(thread, v, w) : inPlace(thread, v, w, Names.IADD);
    }

    @Override
    public PyObject inPlaceSubtract(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_SUBTRACT.ordinal()];
        return inherited != null ? inherited.inPlaceSubtract(thread, v, w) : inPlace(thread, v, w, Names.ISUB);
    }

    @Override
    public PyObject inPlaceMultiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_MULTIPLY.ordinal()];
        return inherited != null ? inherited.inPlaceMultiply(thread, v, w) : inPlace(thread, v, w, Names.IMUL);
    }

    @Override
    public PyObject inPlaceRemainder(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_REMAINDER.ordinal()];
        return inherited != null ? inherited.inPlaceRemainder(thread, v, w) : inPlace(thread, v, w, Names.IMOD);
    }

    @Override
    public PyObject inPlacePower(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_POWER.ordinal()];
        return inherited != null ? inherited.inPlacePower(thread, v, w) : inPlace(thread, v, w, Names.IPOW);
    }

    @Override
    public PyObject inPlaceLshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_LSHIFT.ordinal()];
        return inherited != null ? inherited.inPlaceLshift(thread, v, w) : inPlace(thread, v, w, Names.ILSHIFT);
    }

    @Override
    public PyObject inPlaceRshift(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_RSHIFT.ordinal()];
        return inherited != null ? inherited.inPlaceRshift(thread, v, w) : inPlace(thread, v, w, Names.IRSHIFT);
    }

    @Override
    public PyObject inPlaceAnd(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_AND.ordinal()];
        return inherited != null ? inherited.inPlaceAnd(thread, v, w) : inPlace(thread, v, w, Names.IAND);
    }

    @Override
    public PyObject inPlaceXor(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_XOR.ordinal()];
        return inherited != null ? inherited.inPlaceXor(thread, v, w) : inPlace(thread, v, w, Names.IXOR);
    }

    @Override
    public PyObject inPlaceOr(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_OR.ordinal()];
        return inherited != null ? inherited.inPlaceOr(thread, v, w) : inPlace(thread, v, w, Names.IOR);
    }

    @Override
    public PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_FLOOR_DIVIDE.ordinal()];
        return inherited != null
                ? inherited.floorDivide(thread, v, w)
                : binary(thread, v, w, Slot.NB_FLOOR_DIVIDE, Names.FLOORDIV, Names.RFLOORDIV);
    }

    @Override
    public PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_TRUE_DIVIDE.ordinal()];
        return inherited != null
                ? inherited.trueDivide(thread, v, w)
                : binary(thread, v, w, Slot.NB_TRUE_DIVIDE, Names.TRUEDIV, Names.RTRUEDIV);
    }

    @Override
    public PyObject inPlaceFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_FLOOR_DIVIDE.ordinal()];
        return inherited != null ? inherited.inPlaceFloorDivide(thread, v, w) : inPlace(thread, v, w, Names.IFLOORDIV);
    }

    @Override
    public PyObject inPlaceTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_TRUE_DIVIDE.ordinal()];
        return inherited != null ? inherited.inPlaceTrueDivide(thread, v, w) : inPlace(thread, v, w, Names.ITRUEDIV);
    }

    @Override
    public PyObject index(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.NB_INDEX.ordinal()];
        return inherited != null ? inherited.index(thread, self) : unary(thread, self, Names.INDEX);
    }

    @Override
    public PyObject matrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_MATRIX_MULTIPLY.ordinal()];
        return inherited != null
                ? inherited.matrixMultiply(thread, v, w)
                : binary(thread, v, w, Slot.NB_MATRIX_MULTIPLY, Names.MATMUL, Names.RMATMUL);
    }

    @Override
    public PyObject inPlaceMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        Slots inherited = natives[Slot.NB_INPLACE_MATRIX_MULTIPLY.ordinal()];
        return inherited != null ? inherited.inPlaceMatrixMultiply(thread, v, w) : inPlace(thread, v, w, Names.IMATMUL);
    }

    @Override
    public int length(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.SQ_LENGTH.ordinal()];
        return inherited != null ? inherited.length(thread, self) : lengthBySpecialMethod(thread, self);
    }

    @Override
    public PyObject concat(ThreadState thread, PyObject self, PyObject other) {
        Slots inherited = natives[Slot.SQ_CONCAT.ordinal()];
        return inherited != null ? inherited.concat(thread, self, other) : concat(thread, self, other, Names.ADD);
    }

    @Override
    public PyObject repeat(ThreadState thread, PyObject self, long count) {
        Slots inherited = natives[Slot.SQ_REPEAT.ordinal()];
        return inherited != null ? inherited.repeat(thread, self, count) : repeat(thread, self, count, Names.MUL);
    }

    @Override
    public PyObject item(ThreadState thread, PyObject self, long index) {
        Slots inherited = natives[Slot.SQ_ITEM.ordinal()];
        return inherited != null ? inherited.item(thread, self, index) : itemBySpecialMethod(thread, self, index);
    }

    @Override
    public void setItem(ThreadState thread, PyObject self, long index, PyObject value) {
        Slots inherited = natives[Slot.SQ_ASS_ITEM.ordinal()];
        if (inherited != null) {
            inherited.setItem(thread, self, index, value);
        } else {
            setItemBySpecialMethod(thread, self, index, value);
        }
    }

    @Override
    public boolean contains(ThreadState thread, PyObject self, PyObject value) {
        Slots inherited = natives[Slot.SQ_CONTAINS.ordinal()];
        return inherited != null
                ? inherited.contains(thread, self, value)
                : containsBySpecialMethod(thread, self, value);
    }

    @Override
    public PyObject inPlaceConcat(ThreadState thread, PyObject self, PyObject other) {
        Slots inherited = natives[Slot.SQ_INPLACE_CONCAT.ordinal()];
        return inherited != null
                ? inherited.inPlaceConcat(thread, self, other)
                : concat(thread, self, other, Names.IADD);
    }

    @Override
    public PyObject inPlaceRepeat(ThreadState thread, PyObject self, long count) {
        Slots inherited = natives[Slot.SQ_INPLACE_REPEAT.ordinal()];
        return inherited != null
                ? inherited.inPlaceRepeat(thread, self, count)
                : repeat(thread, self, count, Names.IMUL);
    }

    @Override
    public PyObject subscript(ThreadState thread, PyObject self, PyObject key) {
        Slots inherited = natives[Slot.MP_SUBSCRIPT.ordinal()];
        return inherited != null ? inherited.subscript(thread, self, key) : subscriptBySpecialMethod(thread, self, key);
    }

    @Override
    public void setSubscript(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        Slots inherited = natives[Slot.MP_ASS_SUBSCRIPT.ordinal()];
        if (inherited != null) {
            inherited.setSubscript(thread, self, key, value);
        } else {
            setSubscriptBySpecialMethod(thread, self, key, value);
        }
    }

    @Override
    public PyObject await(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.AM_AWAIT.ordinal()];
        return inherited != null ? inherited.await(thread, self) : unary(thread, self, Names.AWAIT);
    }

    @Override
    public PyObject aiter(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.AM_AITER.ordinal()];
        return inherited != null ? inherited.aiter(thread, self) : unary(thread, self, Names.AITER);
    }

    @Override
    public PyObject anext(ThreadState thread, PyObject self) {
        Slots inherited = natives[Slot.AM_ANEXT.ordinal()];
        return inherited != null ? inherited.anext(thread, self) : unary(thread, self, Names.ANEXT);
    }
}
