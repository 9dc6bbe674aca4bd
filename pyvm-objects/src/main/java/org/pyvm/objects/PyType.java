package org.pyvm.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pyvm.objects.types.InstanceDict;
import org.pyvm.objects.types.ObjectMethodsExposed;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.SlotWrappers;
import org.pyvm.objects.types.TypeMethodsExposed;
import org.pyvm.objects.types.TypeSlots;

/**
 * A Python type (chapter 4.2 of the book). A built-in type is immutable and shared by all interpreters; a class made by
 * Python code belongs to one interpreter and is used under its lock.
 *
 * <p>A built-in type fills its dictionary at the first look-up, so that Java's initialisation of the classes that hold
 * the types needs nothing but the types themselves.
 */
public final class PyType extends PyObject {
    /** {@code object}. */
    public static final PyType OBJECT;

    /** {@code type}. */
    public static final PyType TYPE;

    private static final int CACHE_SIZE = 64;
    private static final PyType[] NO_TYPES = {};

    static {
        OBJECT = new PyType(null, "object", new Slots(), new ObjectMethodsExposed());
        OBJECT.module = "builtins";
        TYPE = new PyType(null, "type", new TypeSlots(), new TypeMethodsExposed());
        TYPE.module = "builtins";
        TYPE.setBase(OBJECT);
        TYPE.hasDict = true;
        TYPE.hasWeakref = true;
        TYPE.setType(TYPE);
        OBJECT.setType(TYPE);
        OBJECT.addOwnSubclass(TYPE);
    }

    /** One remembered look-up; {@code value} is null when there is no such attribute. */
    private record Entry(PyStr name, PyObject value) {}

    private final boolean heap;
    private final BuiltinMembers members;
    private final Slots slots;
    private String name;
    private String module;
    private PyStr qualName;
    private PyType base;
    private PyType[] bases = NO_TYPES;
    private PyType[] mro = {this};
    private PyType layout = this;
    private PyDict dict;
    private volatile boolean ready;
    /** False while {@code mro()} of a metaclass works out the order of a new class. */
    private boolean ordered = true;

    private volatile Entry[] cache = new Entry[CACHE_SIZE];
    private int version = 1;
    private Object state = new Object();
    private Shape rootShape;
    private int slotCount;
    private int guardIndex = -1;
    private boolean hasDict;
    private boolean hasWeakref;
    private boolean subclassable = true;
    private boolean abstractMethods;
    private boolean methodDescriptor;
    private PatternKind patternKind = PatternKind.NONE;
    /** Names of the values that {@code __slots__} added, sorted. */
    private PyStr[] slotNames = {};

    /** See {@link #metaclassState}. */
    private Object metaclassState;

    private String textSignature;
    private String doc;
    /** Of a built-in type only the built-in ones: the classes of an interpreter are known to that. Null while there are none. */
    private volatile Subclasses subclasses;

    /** How a {@code match} statement sees instances; inherited (PEP 634). */
    public enum PatternKind {
        NONE,
        SEQUENCE,
        MAPPING
    }

    private PyType(PyType metatype, String name, Slots slots, BuiltinMembers members) {
        super(metatype);
        this.heap = false;
        this.name = name;
        this.slots = slots;
        this.members = members;
    }

    private PyType(PyType metatype, String name, PyType base) {
        super(metatype);
        this.heap = true;
        this.name = name;
        this.members = null;
        this.slots = new ClassSlots(this);
        this.base = base;
    }

    /** Declares a built-in type whose base is {@code object}. */
    public static PyType builtin(String module, String name, Slots slots, BuiltinMembers members) {
        return builtin(module, name, OBJECT, slots, members);
    }

    /**
     * Declares a built-in type.
     *
     * @param module as {@code __module__} shows it; not part of the name in error texts when {@code builtins}
     * @param base its base, the slots of which {@code slots} inherits
     * @param members fills the dictionary when it is first needed; null for none
     */
    public static PyType builtin(String module, String name, PyType base, Slots slots, BuiltinMembers members) {
        PyType type = new PyType(TYPE, name, slots, members);
        type.module = module;
        type.setBase(base);
        base.addOwnSubclass(type);
        return type;
    }

    private synchronized void addOwnSubclass(PyType child) {
        if (subclasses == null) {
            subclasses = new Subclasses();
        }
        subclasses.add(child);
    }

    private void setBase(PyType newBase) {
        base = newBase;
        bases = new PyType[] {newBase};
        mro = new PyType[newBase.mro.length + 1];
        mro[0] = this;
        System.arraycopy(newBase.mro, 0, mro, 1, newBase.mro.length);
        patternKind = newBase.patternKind;
        hasDict = newBase.hasDict;
        hasWeakref = newBase.hasWeakref;
        slotCount = newBase.slotCount;
        if (hasDict) {
            rootShape = Shape.root(slotCount, true);
        }
    }

    /** For the declaration of a built-in type: instances have a {@code __dict__}. */
    public PyType withDict() {
        hasDict = true;
        rootShape = Shape.root(slotCount, true);
        return this;
    }

    /** For the declaration of a built-in type: it cannot be a base. */
    public PyType notSubclassable() {
        subclassable = false;
        return this;
    }

    /** For the declaration of a built-in type: what patterns see in its instances. */
    public PyType withPattern(PatternKind kind) {
        patternKind = kind;
        return this;
    }

    /** For the declaration of a built-in type: instances are of the Java class of its base's instances. */
    public PyType withLayoutOfBase() {
        layout = base.layout;
        return this;
    }

    /** For the declaration of a built-in type: instances are functions that bind by taking the object as first argument. */
    public PyType methodDescriptor() {
        methodDescriptor = true;
        return this;
    }

    /**
     * {@code Py_TPFLAGS_METHOD_DESCRIPTOR}: {@code f.__get__(x, type)(...)} is {@code f(x, ...)}, so that a call of a method
     * need not make the bound method.
     */
    public boolean isMethodDescriptor() {
        return methodDescriptor;
    }

    /** For the declaration of a built-in type: instances can be weakly referenced. */
    public PyType weakReferenceable() {
        hasWeakref = true;
        return this;
    }

    /**
     * Makes the bare type object of a class: no namespace yet. Use {@code type(name, bases, dict)} elsewhere.
     *
     * @param ownSlots number of values that its {@code __slots__} add
     * @param withDict whether instances have a {@code __dict__}
     */
    public static PyType newClass(
            PyType metatype,
            String name,
            PyType base,
            PyType[] bases,
            PyDict namespace,
            int ownSlots,
            boolean withDict,
            boolean withWeakref) {
        PyType type = new PyType(metatype, name, base);
        type.bases = bases;
        type.dict = namespace;
        type.ready = true;
        type.ordered = false;
        type.slotCount = base.slotCount + ownSlots;
        type.hasDict = withDict;
        type.hasWeakref = withWeakref;
        type.layout = ownSlots > 0 ? type : base.layout;
        type.guardIndex = base.guardIndex;
        type.rootShape = withDict || type.slotCount > 0 ? type.newRootShape() : null;
        for (PyType parent : bases) {
            if (type.patternKind == PatternKind.NONE) {
                type.patternKind = parent.patternKind;
            }
        }
        return type;
    }

    /** Completes {@link #newClass}: sets the method resolution order and fills the slots. */
    public void finishClass(PyType[] order) {
        mro = order;
        ordered = true;
        for (PyType parent : bases) {
            parent.addSubclass(this);
        }
        ((ClassSlots) slots).update();
        guardInstances();
    }

    private Shape newRootShape() {
        return guardIndex < 0 ? Shape.root(slotCount, hasDict) : Shape.guardedRoot(slotCount, hasDict, guardIndex);
    }

    /** Gives new instances a place for their guard when the class has a finalizer. */
    private void guardInstances() {
        if (guardIndex < 0 && heap && slots.has(Slot.TP_FINALIZE) && !isSubtypeOf(TYPE)) {
            guardIndex = slotCount++;
            rootShape = newRootShape();
        }
    }

    /** Number of values in front of an instance's attributes that have names. */
    public int namedSlotCount() {
        return guardIndex < 0 ? slotCount : slotCount - 1;
    }

    private void addSubclass(PyType child) {
        if (!heap) {
            // A built-in type never changes, so it need not know whom to tell; __subclasses__ asks the interpreter.
            ThreadState thread = ThreadState.current();
            if (thread != null) {
                thread.interpreter()
                        .service(BuiltinSubclasses.class, BuiltinSubclasses::new)
                        .add(this, child);
            }
            return;
        }
        addOwnSubclass(child);
    }

    private void removeSubclass(PyType child) {
        if (!heap) {
            ThreadState.current()
                    .interpreter()
                    .service(BuiltinSubclasses.class, BuiltinSubclasses::new)
                    .remove(this, child);
            return;
        }
        if (subclasses != null) {
            subclasses.remove(child);
        }
    }

    /** The living direct subclasses, oldest first; of a built-in type those of one interpreter. */
    public List<PyType> subclasses(InterpreterState interpreter) {
        List<PyType> living = new ArrayList<>();
        forEachSubclass(living::add);
        if (!heap) {
            living.addAll(interpreter
                    .service(BuiltinSubclasses.class, BuiltinSubclasses::new)
                    .of(this));
        }
        return living;
    }

    private void forEachSubclass(Consumer<PyType> action) {
        if (subclasses != null) {
            subclasses.living().forEach(action);
        }
    }

    /** {@code __name__}. */
    public String name() {
        return name;
    }

    /** {@code tp_name}, as error texts show it: with the module, for a built-in type that is not in {@code builtins}. */
    public String fullName() {
        return module == null || module.equals("builtins") ? name : module + "." + name;
    }

    /** Assignment to {@code __name__}. */
    public void setName(String newName) {
        name = newName;
    }

    /** The module of a built-in type; null for a class, which has it in its dictionary. */
    public String module() {
        return module;
    }

    /** {@code __qualname__}. */
    public PyStr qualName() {
        return qualName != null ? qualName : PyStr.of(name);
    }

    public void setQualName(PyStr newName) {
        qualName = newName;
    }

    /** {@code tp_base}; null for {@code object}. */
    public PyType base() {
        return base;
    }

    /** {@code __bases__}; not to be changed. */
    public PyType[] bases() {
        return bases;
    }

    /** {@code __mro__}; not to be changed. */
    public PyType[] mro() {
        return mro;
    }

    /** Whether the order is known: not yet while a metaclass's {@code mro()} is asked for it. */
    public boolean hasOrder() {
        return ordered;
    }

    /** Assignment to {@code __bases__}: the caller has checked the layout and computed the order. */
    public void setBases(PyType newBase, PyType[] newBases, PyType[] order) {
        for (PyType parent : bases) {
            parent.removeSubclass(this);
        }
        base = newBase;
        bases = newBases;
        mro = order;
        for (PyType parent : bases) {
            parent.addSubclass(this);
        }
        modified();
    }

    /** Replaces the method resolution order after a base's has changed. */
    public void setMro(PyType[] order) {
        mro = order;
        modified();
    }

    /** The built-in type or class with {@code __slots__} that decides how instances are laid out. */
    public PyType layout() {
        return layout;
    }

    /** What a metaclass that is written in Java keeps of this class, which its subclasses do not inherit; null for nothing. */
    public Object metaclassState() {
        return metaclassState;
    }

    /** For such a metaclass. */
    public void setMetaclassState(Object kept) {
        metaclassState = kept;
    }

    /** Whether it was made by Python code. */
    public boolean isHeapType() {
        return heap;
    }

    public boolean isSubclassable() {
        return subclassable;
    }

    /** Whether {@code __abstractmethods__} is set and not empty, so that there can be no instance. */
    public boolean hasAbstractMethods() {
        return abstractMethods;
    }

    public void setAbstractMethods(boolean some) {
        abstractMethods = some;
    }

    /** Whether instances have a {@code __dict__}. */
    public boolean hasDict() {
        return hasDict;
    }

    /** Whether instances can be weakly referenced. */
    public boolean hasWeakref() {
        return hasWeakref;
    }

    /** Number of values in front of an instance's attributes, for {@code __slots__}. */
    public int slotCount() {
        return slotCount;
    }

    /** Names of the values that its own {@code __slots__} added, sorted; not to be changed. */
    public PyStr[] slotNames() {
        return slotNames;
    }

    /** For the making of a class. */
    public void setSlotNames(PyStr[] sorted) {
        slotNames = sorted;
    }

    public PatternKind patternKind() {
        return patternKind;
    }

    /** Sets what patterns see; {@code _abc} does for registered classes. */
    public void setPatternKind(PatternKind kind) {
        patternKind = kind;
        forEachSubclass(child -> child.setPatternKind(kind));
    }

    public Slots slots() {
        return slots;
    }

    /** {@code __text_signature__} of a built-in type, or null. */
    public String textSignature() {
        dict();
        return textSignature;
    }

    public void setTextSignature(String signature) {
        textSignature = signature;
    }

    /** The documentation of a built-in type, or null. */
    public String doc() {
        dict();
        return doc;
    }

    public void setDoc(String text) {
        doc = text;
    }

    @Override
    public Shape shape() {
        return null;
    }

    /** The shape of a new instance, or null when instances have no attributes. */
    public Shape rootShape() {
        return rootShape;
    }

    /** A number that changes whenever the type or a type in its method resolution order changes. */
    public int version() {
        return version;
    }

    /** An object of this type only that is replaced whenever {@link #version} changes: what an inline cache compares. */
    public Object state() {
        return state;
    }

    /** The type's own namespace; change it through {@link #put} and {@link #remove} only. */
    public PyDict dict() {
        if (!ready) {
            makeReady();
        }
        return dict;
    }

    private synchronized void makeReady() {
        // A dictionary that is not ready is being filled by this very thread, whose look-ups see what is there.
        if (dict != null) {
            return;
        }
        PyDict filling = new PyDict();
        dict = filling;
        SlotWrappers.define(this, filling);
        if (members != null) {
            members.define(this, filling);
        }
        if (hasDict && this != TYPE && !base.hasDict && filling.get(Names.DICT) == null) {
            filling.put(Names.DICT, InstanceDict.descriptor(this));
        }
        if (filling.get(Names.DOC) == null) {
            filling.put(Names.DOC, doc == null ? Singletons.NONE : PyStr.of(doc));
        }
        ready = true;
    }

    /** Sets an attribute of a class; built-in types are immutable. */
    public void put(PyStr attribute, PyObject value) {
        dict().put(attribute, value);
        attributeChanged(attribute);
    }

    /** Removes an attribute of a class. Returns false when it has none. */
    public boolean remove(PyStr attribute) {
        boolean removed = dict().remove(attribute) != null;
        attributeChanged(attribute);
        return removed;
    }

    private void attributeChanged(PyStr attribute) {
        forget();
        if (attribute.isSpecial()) {
            updateSlots(attribute);
        }
    }

    private void updateSlots(PyStr specialMethod) {
        if (slots instanceof ClassSlots classSlots) {
            classSlots.update(specialMethod);
            guardInstances();
        }
        forEachSubclass(child -> child.updateSlots(specialMethod));
    }

    /** Forgets what was remembered of the namespaces: {@code PyType_Modified}. */
    private void forget() {
        version++;
        state = new Object();
        cache = new Entry[CACHE_SIZE];
        forEachSubclass(PyType::forget);
    }

    /** Works everything out again that depends on the namespaces of the method resolution order. */
    public void modified() {
        version++;
        state = new Object();
        cache = new Entry[CACHE_SIZE];
        if (slots instanceof ClassSlots classSlots && ready && mro.length > 1) {
            classSlots.update();
        }
        forEachSubclass(PyType::modified);
    }

    /** {@code _PyType_Lookup}: the attribute as it stands in the first namespace of the MRO that has it, or null. */
    public PyObject lookup(PyStr attribute) {
        int at = (int) attribute.hash() & (CACHE_SIZE - 1);
        Entry entry = cache[at];
        if (entry != null && entry.name == attribute) {
            return entry.value;
        }
        return lookupAndRemember(attribute, at);
    }

    private PyObject lookupAndRemember(PyStr attribute, int at) {
        Entry[] current = cache;
        PyObject value = null;
        for (PyType type : mro) {
            value = type.dict().get(attribute);
            if (value != null) {
                break;
            }
        }
        current[at] = new Entry(attribute, value);
        return value;
    }

    /** The type of the MRO whose own namespace has the attribute, or null. */
    public PyType ownerOf(PyStr attribute) {
        for (PyType type : mro) {
            if (type.dict().get(attribute) != null) {
                return type;
            }
        }
        return null;
    }

    /** {@code PyType_IsSubtype}. */
    public boolean isSubtypeOf(PyType other) {
        if (this == other) {
            return true;
        }
        for (PyType type : mro) {
            if (type == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "<class '" + name + "'>";
    }
}
