package org.pyvm.modules.ctypes;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;

/** A native function that calls an object of Python. It can be called as long as this lives. */
@PythonType(name = "CThunkObject", module = "_ctypes")
final class Callback extends PyObject {
    static final PyType TYPE = PyType.builtin(
                    "_ctypes", "CThunkObject", new CallbackExposed.SlotTable(), new CallbackExposed())
            .notSubclassable();

    private final MemorySegment function;

    /** @throws PyErr TypeError for types that cannot be arguments or result */
    Callback(CtypesState state, PyObject callable, CTypeInfo type) {
        super(TYPE);
        StringBuilder letters = new StringBuilder();
        List<MemoryLayout> structures = new ArrayList<>();
        PyType[] arguments = new PyType[type.argumentTypes.length];
        for (int i = 0; i < arguments.length; i++) {
            CTypeInfo argument = CTypeInfo.orNull(type.argumentTypes[i]);
            if (argument == null) {
                throw PyErr.typeError("cannot build parameter");
            }
            arguments[i] = (PyType) type.argumentTypes[i];
            letters.append(Signatures.letter(argument));
            if (argument.isStructure()) {
                structures.add(NativeLayouts.of(argument));
            }
        }
        PyType result = null;
        if (type.resultType != null && type.resultType != Singletons.NONE) {
            CTypeInfo info = CTypeInfo.orNull(type.resultType);
            if (info == null || info.code == null) {
                throw PyErr.typeError("invalid result type for callback function");
            }
            result = (PyType) type.resultType;
            letters.append(Signatures.letter(info));
        } else {
            letters.append(type.resultType == null ? Signatures.INTEGER : Signatures.NOTHING);
        }
        FunctionDescriptor descriptor = Signatures.descriptor(letters.toString(), structures);
        CallbackBody body = new CallbackBody(state, callable, arguments, result, descriptor, type.flags);
        try {
            MethodType java = descriptor.toMethodType();
            MethodHandle target = MethodHandles.lookup()
                    .bind(body, "run", MethodType.methodType(Object.class, Object[].class))
                    .asCollector(Object[].class, java.parameterCount())
                    .asType(java);
            function = state.library.callback(target, descriptor, Arena.ofAuto());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw PyErr.typeError("functions of this type cannot be called back: %s", e.getMessage());
        }
    }

    long address() {
        return function.address();
    }
}
