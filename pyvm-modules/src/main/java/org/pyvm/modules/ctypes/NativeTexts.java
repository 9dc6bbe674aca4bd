package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.WeakHashMap;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/**
 * Copies of bytes and texts in native memory, with a zero behind them. One lives as long as its object, as the object's own
 * memory does in CPython. What native code writes there is not written to the object, which cannot change.
 */
final class NativeTexts {
    private final Map<PyObject, MemorySegment> copies = new WeakHashMap<>();

    synchronized long address(PyBytes bytes) {
        MemorySegment copy = copies.get(bytes);
        if (copy == null) {
            copy = Arena.ofAuto().allocate(bytes.size() + 1L, 8);
            MemorySegment.copy(bytes.array(), 0, copy, JAVA_BYTE, 0, bytes.size());
            copies.put(bytes, copy);
        }
        return copy.address();
    }

    synchronized long address(PyStr text) {
        MemorySegment copy = copies.get(text);
        if (copy == null) {
            copy = Arena.ofAuto().allocate((text.length() + 1L) * WideText.SIZE, 8);
            WideText.write(text, copy, 0, text.length() + 1L);
            copies.put(text, copy);
        }
        return copy.address();
    }
}
