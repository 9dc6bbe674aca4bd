package org.pyvm.objects.types;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;

/** The special methods that a built-in type has because its slots are filled. */
public final class SlotWrappers {
    private static final EnumSet<Slot> OF_OBJECT = EnumSet.of(
            Slot.TP_REPR,
            Slot.TP_HASH,
            Slot.TP_STR,
            Slot.TP_GETATTRO,
            Slot.TP_SETATTRO,
            Slot.TP_RICHCOMPARE,
            Slot.TP_INIT,
            Slot.TP_NEW);

    private SlotWrappers() {}

    /** Puts a wrapper for each special method of the slots that the type implements itself. */
    public static void define(PyType type, PyDict dict) {
        Set<Slot> declared = type == PyType.OBJECT ? OF_OBJECT : type.slots().declared();
        if (declared.contains(Slot.TP_NEW)) {
            dict.put(Names.NEW, PyBuiltinFunction.ofNew(type));
        }
        for (SpecialMethod method : SpecialMethods.ALL) {
            if (declared.contains(method.slot()) && dict.get(method.name()) == null) {
                dict.put(method.name(), new PySlotWrapper(type, method));
            }
        }
    }
}
