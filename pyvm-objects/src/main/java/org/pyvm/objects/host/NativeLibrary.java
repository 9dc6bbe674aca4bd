package org.pyvm.objects.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A library of native code that is loaded. Addresses are numbers, or segments of {@link #memory}. */
public interface NativeLibrary {
    /** A function to call; null when the library has none of the name. */
    MethodHandle function(String name, FunctionDescriptor type);

    /** The size of the segment of {@link #functionWithErrno}. */
    int ERRNO_BYTES = 16;

    /**
     * A function to call, with one argument more in front: a segment of {@link #ERRNO_BYTES} bytes, aligned for {@code int}, of which the
     * first {@code int} is {@code errno} afterwards. Null when the library has none of the name.
     */
    MethodHandle functionWithErrno(String name, FunctionDescriptor type);

    /** Where a symbol lies; 0 when the library has none of the name. */
    long address(String name);

    /**
     * What calls functions of a type, wherever they are: the function's address, a segment, comes first; then, where the result is a
     * structure, an allocator for it; then, when {@code errno} is wanted, a segment as for {@link #functionWithErrno}. The functions may
     * be variadic.
     */
    MethodHandle functionsOfType(FunctionDescriptor type, boolean withErrno);

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
