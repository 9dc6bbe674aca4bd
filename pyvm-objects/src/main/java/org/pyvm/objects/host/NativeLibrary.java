package org.pyvm.objects.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A library of native code that is loaded. Addresses are numbers, or segments of {@link #memory}. */
public interface NativeLibrary {
    /** A function to call; null when the library has none of the name. */
    MethodHandle function(String name, FunctionDescriptor type);

    /**
     * A native function that calls Java.
     *
     * @param target must not throw: the process would end
     * @param arena how long the function can be called
     */
    MemorySegment callback(MethodHandle target, FunctionDescriptor type, Arena arena);

    /** All memory of the process; the offset is the address. */
    MemorySegment memory();
}
