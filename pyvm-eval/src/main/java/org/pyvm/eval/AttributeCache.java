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
import org.pyvm.objects.types.PyMethod;
import org.pyvm.objects.types.PyMethodDescriptor;
import org.pyvm.objects.types.PySlotWrapper;
import org.pyvm.objects.types.PyStr;

/**
 * What one LOAD_ATTR or STORE_ATTR found last time: valid for objects of one type, as long as that has not changed, and
 * of one shape.
 */
public final class AttributeCache {
    /** Kinds of objects that one instruction remembers. */
    private static final int MOST_KINDS = 4;

    private static final int FIELD = 0;
    private static final int BOUND = 1;
    private static final int CONSTANT = 2;
    private static final int ADDED_FIELD = 3;
    private static final int OF_TYPE = 4;

    private final int kind;
    /** The state of the type; not the type, which the cache should not keep alive. */
    private final Object version;
    /** Null where instances of the type have no attributes of their own. */
    private final Shape shape;

    private final int index;
    /** Whether the attributes of the objects are where {@link PyAttributed} has them. */
    private boolean attributed;
    /** What the type has: a method to bind, a constant; or null. Kept alive by the type. */
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
        if (kind == OF_TYPE) {
            return object instanceof PyType type && type.state() == version ? value.get() : null;
        }
        PyType type = object.type();
        if (type.state() != version || object.shape() != shape) {
            return null;
        }
        PyObject found = value.get();
        if (kind == CONSTANT || found == null) {
            return found;
        }
        return found instanceof PyFunction
                ? new PyMethod(found, object)
                : found.type().slots().descrGet(thread, found, object, type);
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
            return null;
        }
        PyObject found = value.get();
        return isUnbound(found) ? found : null;
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
        if (object instanceof PyType type && type.type() == PyType.TYPE) {
            return ofType(type, name);
        }
        PyType type = object.type();
        if (!isObjects(type, Names.GETATTRIBUTE)) {
            return null;
        }
        Shape shape = object.shape();
        if (shape != null && (shape.isDictionary() || !(object instanceof PyAttributed))) {
            return null;
        }
        PyObject found = type.lookup(name);
        Slots slots = null;
        if (found != null) {
            slots = found.type().slots();
            if (found.type().isHeapType() || slots.has(Slot.TP_DESCR_SET)) {
                return null;
            }
        }
        int at = shape == null ? -1 : shape.indexOf(name);
        if (at >= 0) {
            return new AttributeCache(FIELD, type, shape, at, null, null);
        }
        if (found == null) {
            return null;
        }
        int kind = slots.has(Slot.TP_DESCR_GET) ? BOUND : CONSTANT;
        AttributeCache made = new AttributeCache(kind, type, shape, 0, found, null);
        made.attributed = object instanceof PyAttributed;
        return made;
    }

    private static AttributeCache ofType(PyType type, PyStr name) {
        PyObject found = type.lookup(name);
        if (found == null || PyType.TYPE.lookup(name) != null || found.type().isHeapType()) {
            return null;
        }
        return found.type().slots().has(Slot.TP_DESCR_GET)
                ? null
                : new AttributeCache(OF_TYPE, type, null, 0, found, null);
    }

    /** What to remember of a store that is about to happen, or null. */
    public static AttributeCache ofStore(PyObject object, PyStr name) {
        PyType type = object.type();
        Shape shape = object.shape();
        if (shape == null
                || shape.isDictionary()
                || !shape.isOpen()
                || !(object instanceof PyAttributed)
                || !isObjects(type, Names.SETATTR)) {
            return null;
        }
        PyObject found = type.lookup(name);
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

    /** Whether a special method that attribute access starts with is that of {@code object}. */
    private static boolean isObjects(PyType type, PyStr method) {
        return type.lookup(method) instanceof PySlotWrapper wrapper && wrapper.owner() == PyType.OBJECT;
    }
}
