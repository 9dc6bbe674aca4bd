package org.pyvm.modules.hash;

import java.util.HexFormat;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;

/** An object of SHAKE, whose digest is as long as is asked for. */
@PythonType(
        name = "shake_128",
        module = "_sha3",
        parts = {HashMethods.class, SpongeAttributes.class})
final class ShakeHash extends PyHash {
    static final PyType SHAKE_128 = type("shake_128");
    static final PyType SHAKE_256 = type("shake_256");

    private static final long LONGEST = 1L << 29;

    private ShakeHash(PyType type, int blockSize, HashFunction function) {
        super(type, type.name(), blockSize, 0, function);
    }

    private static PyType type(String name) {
        return PyType.builtin("_sha3", name, new ShakeHashExposed.SlotTable(), new ShakeHashExposed())
                .notSubclassable();
    }

    @PythonNew("($cls, data=<none>, /, *, usedforsecurity=True)")
    static PyObject make(ThreadState thread, PyType cls, PyObject data, boolean usedForSecurity) {
        int blockSize = cls == SHAKE_128 ? 168 : 136;
        ShakeHash hash = new ShakeHash(cls, blockSize, new Keccak(blockSize, SpongeAttributes.SHAKE_SUFFIX));
        if (data != null) {
            hash.function().update(HashMethods.bytes(thread, data));
        }
        return hash;
    }

    private byte[] bytes(ThreadState thread, PyObject length) {
        PyInt number = Numbers.index(thread, length);
        if (number.signum() < 0) {
            throw PyErr.valueError("value must be positive");
        }
        if (!number.fitsLong() || number.longValue() >= LONGEST) {
            throw PyErr.valueError("length is too large");
        }
        return function().digest((int) number.longValue());
    }

    @PythonMethod("digest($self, length, /)")
    PyObject digest(ThreadState thread, PyObject length) {
        return PyBytes.of(bytes(thread, length));
    }

    @PythonMethod("hexdigest($self, length, /)")
    String hexDigest(ThreadState thread, PyObject length) {
        return HexFormat.of().formatHex(bytes(thread, length));
    }

    @Override
    PyHash with(HashFunction other) {
        return new ShakeHash(type(), blockSize(), other);
    }
}
