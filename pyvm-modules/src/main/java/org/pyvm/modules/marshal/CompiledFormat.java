package org.pyvm.modules.marshal;

import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** What compiled files hold. */
public final class CompiledFormat {
    /**
     * The number at the beginning of compiled files, in two bytes before CR and LF: one higher whenever the instruction set,
     * what the compiler makes of some source, or the form of code in {@code marshal} changes. CPython's are below 4000.
     */
    public static final int MAGIC = 31102;

    private CompiledFormat() {}

    /** The {@link #MAGIC} as importlib compares it. */
    public static byte[] magicBytes() {
        return new byte[] {(byte) MAGIC, (byte) (MAGIC >> 8), '\r', '\n'};
    }

    /** The bytes of a module's code. */
    public static byte[] write(ThreadState thread, PyCode code) {
        MarshalWriter writer = new MarshalWriter(thread, MarshalModule.VERSION);
        writer.write(code);
        return writer.bytes();
    }

    /**
     * The code of a module.
     *
     * @param bytes what {@link #write} gave; not to be changed afterwards
     */
    public static PyCode read(ThreadState thread, byte[] bytes) {
        PyObject value = new MarshalReader(thread, MarshalSource.of(bytes)).read();
        return (PyCode) value;
    }
}
