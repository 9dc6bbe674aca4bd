package org.pyvm.modules.hash;

import org.pyvm.expose.PythonGetter;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBytes;

/** The attributes that objects of SHA-3 and SHAKE have beside the usual ones. */
final class SpongeAttributes {
    static final int SHA3_SUFFIX = 0x06;
    static final int SHAKE_SUFFIX = 0x1f;
    private static final int STATE_BITS = 1600;

    private SpongeAttributes() {}

    @PythonGetter("_rate_bits")
    static int rateBits(PyObject self) {
        return 8 * ((PyHash) self).blockSize();
    }

    @PythonGetter("_capacity_bits")
    static int capacityBits(PyObject self) {
        return STATE_BITS - rateBits(self);
    }

    @PythonGetter("_suffix")
    static PyObject suffix(PyObject self) {
        return PyBytes.of(new byte[] {(byte) (self instanceof Sha3Hash ? SHA3_SUFFIX : SHAKE_SUFFIX)});
    }
}
