package org.pyvm.bench;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.vm.VM;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyDict;
import org.pyvm.runtime.Pyvm;

/** How many bytes objects take on the heap, by JOL: an object, and the arrays that are its own. */
public final class MemoryFootprint {
    private static final int ENTRIES = 1000;

    private MemoryFootprint() {}

    /** Bytes of an object and of the arrays in its fields; shapes, types and what the arrays refer to are others'. */
    public static long of(PyObject object) {
        long bytes = ClassLayout.parseInstance(object).instanceSize();
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && field.getType().isArray()) {
                    bytes += array(object, field);
                }
            }
        }
        return bytes;
    }

    private static long array(PyObject object, Field field) {
        field.setAccessible(true);
        try {
            Object array = field.get(object);
            return array == null ? 0 : ClassLayout.parseInstance(array).instanceSize();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PyObject made(String program) {
        try (Pyvm pyvm = Pyvm.builder().build()) {
            pyvm.exec(program);
            return pyvm.object("made");
        }
    }

    /** An instance with three attributes. */
    public static long instance() {
        return of(made("""
            class Point:
                def __init__(self):
                    self.x, self.y, self.z = 1, 2, 3
            made = Point()
            """));
    }

    /** A float. */
    public static long floatingPoint() {
        return of(made("made = 1.5"));
    }

    /** An int that is not one of the small ones that are shared. */
    public static long integer() {
        return of(made("made = 1 << 40"));
    }

    /** What an entry of a dict adds to it, key and value apart; by text or by other keys. */
    public static double dictEntry(boolean textKeys) {
        String key = textKeys ? "str(i)" : "i";
        PyObject made = made("made = {" + key + ": None for i in range(" + ENTRIES + ")}");
        return (of(made) - of(new PyDict())) / (double) ENTRIES;
    }

    /** Prints all figures. */
    public static void main(String[] args) {
        System.out.println(VM.current().details());
        System.out.printf("instance with three attributes  %d%n", instance());
        System.out.printf("float                           %d%n", floatingPoint());
        System.out.printf("int                             %d%n", integer());
        System.out.printf("entry of a dict, keys str       %.1f%n", dictEntry(true));
        System.out.printf("entry of a dict, other keys     %.1f%n", dictEntry(false));
    }
}
