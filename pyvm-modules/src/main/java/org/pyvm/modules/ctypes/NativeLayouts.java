package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.PyErr;

/** Types as Java's linker has to know them, to pass structures by value in the right registers. */
final class NativeLayouts {
    /** Larger ones are passed in memory, whatever is in them. */
    private static final long IN_REGISTERS = 16;

    private NativeLayouts() {}

    /** @throws PyErr TypeError for what cannot be passed */
    static MemoryLayout of(CTypeInfo type) {
        try {
            return layout(type);
        } catch (IllegalArgumentException e) {
            if (type.size > IN_REGISTERS) {
                return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(type.size, JAVA_BYTE));
            }
            throw PyErr.typeError("a structure with fields that are not aligned cannot be passed by value");
        }
    }

    private static MemoryLayout layout(CTypeInfo type) {
        return switch (type.kind) {
            case SIMPLE -> simple(type.code);
            case POINTER, FUNCTION -> JAVA_LONG;
            case ARRAY -> MemoryLayout.sequenceLayout(type.length, layout(CTypeInfo.orNull(type.target)));
            case UNION -> {
                List<MemoryLayout> members = new ArrayList<>();
                for (CTypeInfo level = type; level != null; level = level.base) {
                    for (PyCField field : level.fields) {
                        members.add(layout(field.info()));
                    }
                }
                MemoryLayout all = MemoryLayout.unionLayout(members.toArray(MemoryLayout[]::new));
                long padding = type.size - all.byteSize();
                yield padding <= 0 ? all : MemoryLayout.structLayout(all, MemoryLayout.paddingLayout(padding));
            }
            case STRUCTURE -> structure(type);
        };
    }

    private static MemoryLayout structure(CTypeInfo type) {
        List<MemoryLayout> members = new ArrayList<>();
        long end = addFields(type, members, 0);
        if (type.size > end) {
            members.add(MemoryLayout.paddingLayout(type.size - end));
        }
        return MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new));
    }

    private static long addFields(CTypeInfo type, List<MemoryLayout> members, long from) {
        long end = type.base == null ? from : addFields(type.base, members, from);
        for (PyCField field : type.fields) {
            // The bit fields that share a place are one member.
            long size = field.info().size;
            if (field.offset() < end || size == 0) {
                continue;
            }
            if (field.offset() > end) {
                members.add(MemoryLayout.paddingLayout(field.offset() - end));
            }
            members.add(layout(field.info()));
            end = field.offset() + size;
        }
        return end;
    }

    private static MemoryLayout simple(SimpleCode code) {
        return switch (code.letter()) {
            case 'f' -> JAVA_FLOAT;
            case 'd' -> JAVA_DOUBLE;
            case 'g' -> throw noLongDouble();
            default ->
                switch (code.size()) {
                    case 1 -> JAVA_BYTE;
                    case 2 -> JAVA_SHORT;
                    case 4 -> JAVA_INT;
                    default -> JAVA_LONG;
                };
        };
    }

    static PyErr noLongDouble() {
        return PyErr.typeError("a long double cannot be passed by value: Java's linker does not know the type");
    }
}
