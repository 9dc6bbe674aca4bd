package org.pyvm.objects.host.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeLibrary;

/** A library that {@code java.lang.foreign} has loaded; it stays until the process ends. */
@SuppressWarnings("restricted") // who is given the library may call native code
public final class ForeignLibrary implements NativeLibrary {
    private final Linker linker;
    private final SymbolLookup symbols;
    private final MemorySegment memory = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private ForeignLibrary(Linker linker, SymbolLookup symbols) {
        this.linker = linker;
        this.symbols = symbols;
    }

    /** Loads the first of the libraries that is there. */
    public static NativeLibrary open(List<String> names) {
        try {
            Linker linker = Linker.nativeLinker();
            for (String name : names) {
                SymbolLookup symbols = lookupOrNull(name);
                if (symbols != null) {
                    return new ForeignLibrary(linker, symbols);
                }
            }
        } catch (UnsupportedOperationException | IllegalCallerException e) {
            throw new HostException(Errno.ENOSYS);
        }
        throw new HostException(Errno.ENOENT);
    }

    private static SymbolLookup lookupOrNull(String name) {
        try {
            return SymbolLookup.libraryLookup(name, Arena.global());
        } catch (IllegalArgumentException e) {
            // It is not there, or not for this processor: the next one may be.
            return null;
        }
    }

    @Override
    public MethodHandle function(String name, FunctionDescriptor type) {
        Optional<MemorySegment> address = symbols.find(name);
        return address.isEmpty() ? null : linker.downcallHandle(address.get(), type);
    }

    @Override
    public MethodHandle functionWithErrno(String name, FunctionDescriptor type) {
        Optional<MemorySegment> address = symbols.find(name);
        return address.isEmpty()
                ? null
                : linker.downcallHandle(address.get(), type, Linker.Option.captureCallState("errno"));
    }

    @Override
    public long address(String name) {
        return symbols.find(name).map(MemorySegment::address).orElse(0L);
    }

    @Override
    public MethodHandle functionsOfType(FunctionDescriptor type, boolean withErrno) {
        List<Linker.Option> options = new ArrayList<>();
        if (withErrno) {
            options.add(Linker.Option.captureCallState("errno"));
        }
        // A variadic function of x86-64 is told in a register how many arguments are floating. Without the option Java
        // leaves
        // there whatever there was, and printf finds no number now and then. To other functions it makes no difference.
        options.add(Linker.Option.firstVariadicArg(type.argumentLayouts().size()));
        return linker.downcallHandle(type, options.toArray(Linker.Option[]::new));
    }

    @Override
    public MemorySegment callback(MethodHandle target, FunctionDescriptor type, Arena arena) {
        return linker.upcallStub(target, type, arena);
    }

    @Override
    public MemorySegment memory() {
        return memory;
    }
}
