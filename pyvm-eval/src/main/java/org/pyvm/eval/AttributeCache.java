package org.pyvm.eval;

import java.lang.ref.WeakReference;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyClassMethod;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyMemberDescriptor;
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PySlotWrapper;
import org.pyvm.objects.types.PyStr;

/**
 * What one LOAD_ATTR or STORE_ATTR found last time: valid for objects of one type, as long as that has not changed, and
 * of one shape.
 */
public final class AttributeCache {
    /** Kinds of objects that one instruction remembers. */
    private static final int MOST_KINDS = 4;

    /** A value of the object's own, slots included. */
    private static final int FIELD = 0;

    private static final int BOUND = 1;
    private static final int CONSTANT = 2;
    private static final int ADDED_FIELD = 3;
    /** By a descriptor that goes before the object's own attributes, whatever these are. */
    private static final int COMPUTED = 4;
    /** Of a class, as it stands in a namespace or bound. */
    private static final int OF_TYPE = 5;

    private static final int BOUND_TO_TYPE = 6;
    private static final int OF_MODULE = 7;

    private final int kind;
    /** The state of the type; not the type, which the cache should not keep alive. */
    private final Object version;
    /** Null where instances of the type have no attributes of their own. */
    private final Shape shape;

    private final int index;
    /** Whether the attributes of the objects are where {@link PyAttributed} has them. */
    private boolean attributed;
    /** The state of a class's metatype. */
    private Object metaVersion;
    /** The state of the type of a constant if that is a Python class, which may become a descriptor; else null. */
    private Object valueVersion;
    /** Of a module's dictionary. */
    private int keysVersion;
    /** What the type has: a method to bind, a constant; a module's dictionary; or null. Kept alive by type or module. */
    private final WeakReference<PyObject> value;
    /** Where a store adds an attribute. */
    private final Shape next;
    /** What was found before for other objects, or null. */
    private AttributeCache others;

    private int length = 1;

    private AttributeCache(int kind, PyType type, Shape shape, int index, PyObject value, Shape next) {
        this.kind = kind;
        this.version = type.state();
        this.shape = shape;
        this.index = index;
        this.value = value == null ? null : new WeakReference<>(value);
        this.next = next;
    }

    /** The attribute, or null when this is about other objects. */
    public PyObject load(ThreadState thread, PyObject object) {
        PyObject found = loadOwn(thread, object);
        // Not a loop: the JIT would unroll it at every place that reads an attribute.
        return found != null || others == null ? found : others.load(thread, object);
    }

    /** As {@link #load}, of this kind of objects alone. */
    public PyObject loadOwn(ThreadState thread, PyObject object) {
        if (kind == FIELD) {
            return object instanceof PyAttributed a
                            && a.shape() == shape
                            && a.type().state() == version
                    ? a.attributeValues()[index]
                    : null;
        }
        if (kind >= OF_TYPE) {
            return kind == OF_MODULE ? loadOfModule(object) : loadOfType(thread, object);
        }
        PyType type = object.type();
        if (type.state() != version || object.shape() != shape && kind != COMPUTED) {
            return null;
        }
        PyObject found = value.get();
        if (kind == CONSTANT || found == null) {
            return unlessDescriptor(found);
        }
        return found instanceof PyFunction
                ? new PyMethod(found, object)
                : found.type().slots().descrGet(thread, found, object, type);
    }

    private PyObject loadOfType(ThreadState thread, PyObject object) {
        if (!isOurClass(object)) {
            return null;
        }
        PyObject found = value.get();
        return kind == OF_TYPE || found == null
                ? unlessDescriptor(found)
                : found.type().slots().descrGet(thread, found, null, (PyType) object);
    }

    private boolean isOurClass(PyObject object) {
        return object instanceof PyType type
                && type.state() == version
                && type.type().state() == metaVersion;
    }

    private PyObject loadOfModule(PyObject object) {
        return object.type() == PyModule.TYPE
                        && value.get() instanceof PyDict dict
                        && ((PyModule) object).dict() == dict
                        && dict.keysVersion() == keysVersion
                ? dict.valueAt(index)
                : null;
    }

    /** A constant, or null when its class has changed. */
    private PyObject unlessDescriptor(PyObject found) {
        return valueVersion == null || found != null && found.type().state() == valueVersion ? found : null;
    }

    /**
     * The method of the type that {@link #load} would bind, to be called with the object in front of the arguments; null when
     * this is about other objects or about something else.
     */
    public PyObject unboundMethod(PyObject object) {
        PyObject found = ownUnboundMethod(object);
        return found != null || others == null ? found : others.unboundMethod(object);
    }

    /** As {@link #unboundMethod}, of this kind of objects alone. */
    public PyObject ownUnboundMethod(PyObject object) {
        if (kind != BOUND || object.shape() != shape || object.type().state() != version) {
            return kind == BOUND_TO_TYPE ? classMethod(object) : null;
        }
        PyObject found = value.get();
        return isUnbound(found) ? found : null;
    }

    /** The function of a class method, which is to be called with the class in front. */
    private PyObject classMethod(PyObject object) {
        return isOurClass(object)
                        && value.get() instanceof PyClassMethod method
                        && method.function() instanceof PyFunction function
                ? function
                : null;
    }

    /** Whether a call of it with the object in front does what a call of the attribute does. */
    private static boolean isUnbound(PyObject found) {
        return found instanceof PyFunction || found instanceof PyMethodDescriptor;
    }

    /** Stores the attribute; false when this is about other objects. */
    public boolean store(PyObject object, PyObject newValue) {
        return storeOwn(object, newValue) || others != null && others.store(object, newValue);
    }

    /** As {@link #store}, for this kind of objects alone. */
    public boolean storeOwn(PyObject object, PyObject newValue) {
        if (!(object instanceof PyAttributed a)
                || a.shape() != shape
                || a.type().state() != version) {
            return false;
        }
        PyObject[] values = a.attributeValues();
        if (kind == FIELD) {
            values[index] = newValue;
            return true;
        }
        if (index >= values.length) {
            return false;
        }
        values[index] = newValue;
        a.setAttributes(next, values);
        return true;
    }

    /** What was found before for other objects, or null. */
    public AttributeCache others() {
        return others;
    }

    /** Whether it is about an attribute in the object's own values: then {@link #field} and {@link #storeField} do. */
    public boolean isField() {
        return kind == FIELD;
    }

    /** Whether it is about a method of objects whose class says where the attributes are: {@link #method} does. */
    public boolean isMethod() {
        return kind == BOUND && (shape == null || attributed) && isUnbound(value.get());
    }

    public Object version() {
        return version;
    }

    public Shape shape() {
        return shape;
    }

    public int index() {
        return index;
    }

    public WeakReference<PyObject> value() {
        return value;
    }

    /** For compiled code, which holds what the cache knows as constants: the attribute of such an object, else null. */
    public static PyObject field(PyObject object, Shape shape, Object version, int index) {
        return object instanceof PyAttributed a
                        && a.shape() == shape
                        && a.type().state() == version
                ? a.attributeValues()[index]
                : null;
    }

    /** As {@link #field} for a store. @return false for another object */
    public static boolean storeField(PyObject newValue, PyObject object, Shape shape, Object version, int index) {
        if (object instanceof PyAttributed a && a.shape() == shape && a.type().state() == version) {
            a.attributeValues()[index] = newValue;
            return true;
        }
        return false;
    }

    /** As {@link #field} for the method that an object's type has, not bound. */
    public static PyObject method(PyObject object, Shape shape, Object version, WeakReference<PyObject> value) {
        if (object instanceof PyAttributed a) {
            return a.shape() == shape && a.type().state() == version ? value.get() : null;
        }
        return null;
    }

    /** As {@link #method}, where objects of the type have no attributes of their own. */
    public static PyObject methodOfType(PyObject object, Object version, WeakReference<PyObject> value) {
        return object.type().state() == version ? value.get() : null;
    }

    /**
     * What an instruction remembers from now on: what it has found now, and what it knew of a few other kinds of objects.
     *
     * @param found of no other cache; null for none
     * @param known null for none
     */
    public static AttributeCache joined(AttributeCache found, AttributeCache known) {
        if (found == null) {
            return known;
        }
        if (known != null && known.length < MOST_KINDS) {
            found.others = known;
            found.length = known.length + 1;
        }
        return found;
    }

    /** What to remember of a load, or null when that cannot be told by type and shape. Runs no Python code. */
    public static AttributeCache ofLoad(PyObject object, PyStr name) {
        if (object instanceof PyType type) {
            return ofType(type, name);
        }
        PyType type = object.type();
        if (type == PyModule.TYPE) {
            return ofModule((PyModule) object, name);
        }
        if (!isOf(PyType.OBJECT, type, Names.GETATTRIBUTE)) {
            return null;
        }
        PyObject found = type.lookup(name);
        Slots slots = found == null ? null : found.type().slots();
        if (found != null && slots.has(Slot.TP_DESCR_SET)) {
            return ofData(object, found, slots);
        }
        Shape shape = object.shape();
        if (shape != null && (shape.isDictionary() || !(object instanceof PyAttributed))) {
            return null;
        }
        int at = shape == null ? -1 : shape.indexOf(name);
        if (at >= 0) {
            boolean mayBecomeData = found != null && found.type().isHeapType();
            return mayBecomeData ? null : new AttributeCache(FIELD, type, shape, at, null, null);
        }
        if (found == null) {
            return null;
        }
        boolean binds = slots.has(Slot.TP_DESCR_GET);
        if (binds && found.type().isHeapType()) {
            return null;
        }
        AttributeCache made = new AttributeCache(binds ? BOUND : CONSTANT, type, shape, 0, found, null);
        made.attributed = object instanceof PyAttributed;
        made.valueVersion = versionOfClass(found);
        return made;
    }

    private static AttributeCache ofData(PyObject object, PyObject found, Slots slots) {
        PyType type = object.type();
        if (found instanceof PyMemberDescriptor member && member.index() >= 0) {
            AttributeCache slot = ofSlot(object, member);
            // To read one that is empty is an error.
            return slot == null || object.attributeValues()[slot.index] == null ? null : slot;
        }
        // An AttributeError of the descriptor's is for __getattr__ to answer.
        boolean simple =
                slots.has(Slot.TP_DESCR_GET) && !found.type().isHeapType() && type.lookup(Names.GETATTR) == null;
        return simple ? new AttributeCache(COMPUTED, type, null, 0, found, null) : null;
    }

    /** Null for a descriptor that another class has lent. */
    private static AttributeCache ofSlot(PyObject object, PyMemberDescriptor member) {
        PyType type = object.type();
        return object instanceof PyAttributed && type.isSubtypeOf(member.owner())
                ? new AttributeCache(FIELD, type, object.shape(), member.index(), null, null)
                : null;
    }

    private static AttributeCache ofType(PyType type, PyStr name) {
        PyType metatype = type.type();
        PyObject found = type.lookup(name);
        if (found == null
                || metatype.lookup(name) != null
                || metatype != PyType.TYPE && !isOf(PyType.TYPE, metatype, Names.GETATTRIBUTE)) {
            return null;
        }
        // A function that a class is asked for is not bound.
        boolean binds = !(found instanceof PyFunction) && found.type().slots().has(Slot.TP_DESCR_GET);
        if (binds && found.type().isHeapType()) {
            return null;
        }
        AttributeCache made = new AttributeCache(binds ? BOUND_TO_TYPE : OF_TYPE, type, null, 0, found, null);
        made.metaVersion = metatype.state();
        made.valueVersion = versionOfClass(found);
        return made;
    }

    private static AttributeCache ofModule(PyModule module, PyStr name) {
        PyDict dict = module.dict();
        // Of the special names, the type of modules has descriptors for some.
        int at = name.isSpecial() ? -1 : dict.find(name);
        if (at < 0) {
            return null;
        }
        AttributeCache made = new AttributeCache(OF_MODULE, PyModule.TYPE, null, at, dict, null);
        made.keysVersion = dict.keysVersion();
        return made;
    }

    private static Object versionOfClass(PyObject value) {
        return value.type().isHeapType() ? value.type().state() : null;
    }

    /** What to remember of a store that is about to happen, or null. */
    public static AttributeCache ofStore(PyObject object, PyStr name) {
        PyType type = object.type();
        Shape shape = object.shape();
        if (shape == null || !(object instanceof PyAttributed) || !isOf(PyType.OBJECT, type, Names.SETATTR)) {
            return null;
        }
        PyObject found = type.lookup(name);
        if (found instanceof PyMemberDescriptor member && member.index() >= 0) {
            return ofSlot(object, member);
        }
        if (shape.isDictionary() || !shape.isOpen()) {
            return null;
        }
        if (found != null && (found.type().isHeapType() || found.type().slots().has(Slot.TP_DESCR_SET))) {
            return null;
        }
        int at = shape.indexOf(name);
        if (at >= 0) {
            return new AttributeCache(FIELD, type, shape, at, null, null);
        }
        Shape next = shape.with(name);
        return next.isDictionary()
                ? null
                : new AttributeCache(ADDED_FIELD, type, shape, next.indexOf(name), null, next);
    }

    /** Whether a special method that attribute access starts with is the one of a built-in type. */
    private static boolean isOf(PyType builtin, PyType type, PyStr method) {
        return type.lookup(method) instanceof PySlotWrapper wrapper && wrapper.owner() == builtin;
    }
}
