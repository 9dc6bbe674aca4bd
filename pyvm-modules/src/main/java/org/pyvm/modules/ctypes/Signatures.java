package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.host.NativeLibrary;

/**
 * The types of functions that were called, linked at the first call of each. Integers of all widths and pointers are passed as {@code
 * long}: they take the same register or place on the stack, of which the function looks at its part. So there are few types, and
 * linking one takes milliseconds.
 */
final class Signatures {
    static final char INTEGER = 'J';
    static final char DOUBLE = 'D';
    static final char FLOAT = 'F';
    static final char NOTHING = 'V';
    static final char STRUCTURE = 'S';

    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);

    /** @param structures the layouts of the arguments that are structures, then that of the result if it is */
    private record Key(String letters, List<MemoryLayout> structures, boolean withErrno) {}

    private final NativeLibrary library;
    private final Map<Key, MethodHandle> linked = new ConcurrentHashMap<>();

    Signatures(NativeLibrary library) {
        this.library = library;
    }

    /**
     * What calls functions of a type: it takes an array, of the address and the rest that {@link NativeLibrary#functionsOfType} says.
     *
     * @param letters of the arguments, then of the result
     */
    MethodHandle find(String letters, List<MemoryLayout> structures, boolean withErrno) {
        Key key = new Key(letters, structures, withErrno);
        MethodHandle handle = linked.get(key);
        return handle != null ? handle : linked.computeIfAbsent(key, this::link);
    }

    private MethodHandle link(Key key) {
        FunctionDescriptor type = descriptor(key.letters, key.structures);
        try {
            MethodHandle handle = library.functionsOfType(type, key.withErrno);
            return handle.asSpreader(Object[].class, handle.type().parameterCount())
                    .asType(GENERIC);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw PyErr.typeError("functions of this type cannot be called: %s", e.getMessage());
        }
    }

    static FunctionDescriptor descriptor(String letters, List<MemoryLayout> structures) {
        int count = letters.length() - 1;
        MemoryLayout[] arguments = new MemoryLayout[count];
        int next = 0;
        for (int i = 0; i < count; i++) {
            char letter = letters.charAt(i);
            arguments[i] = letter == STRUCTURE ? structures.get(next++) : layout(letter);
        }
        char result = letters.charAt(count);
        return switch (result) {
            case NOTHING -> FunctionDescriptor.ofVoid(arguments);
            case STRUCTURE -> FunctionDescriptor.of(structures.get(next), arguments);
            default -> FunctionDescriptor.of(layout(result), arguments);
        };
    }

    private static MemoryLayout layout(char letter) {
        return switch (letter) {
            case DOUBLE -> JAVA_DOUBLE;
            case FLOAT -> JAVA_FLOAT;
            default -> JAVA_LONG;
        };
    }

    /** The letter of values of a type. */
    static char letter(CTypeInfo type) {
        if (type.isStructure()) {
            return STRUCTURE;
        }
        if (type.code == null) {
            return INTEGER;
        }
        return switch (type.code.letter()) {
            case 'd' -> DOUBLE;
            case 'f' -> FLOAT;
            case 'g' -> throw NativeLayouts.noLongDouble();
            default -> INTEGER;
        };
    }
}
