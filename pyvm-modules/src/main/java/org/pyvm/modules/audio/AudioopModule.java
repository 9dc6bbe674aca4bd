package org.pyvm.modules.audio;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyModule;

/** {@code audioop}. Here is what makes sound of sound; what measures it and what changes its coding are parts. */
@PythonModule(
        value = "audioop",
        parts = {AudioMeasures.class, AudioFits.class, AudioConversions.class})
public final class AudioopModule {
    /** Past the frames of importlib's, to who imports. */
    private static final int IMPORTER = 7;

    AudioopModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        Warnings.warn(
                thread,
                Exceptions.DEPRECATION_WARNING,
                "'audioop' is deprecated and slated for removal in Python 3.13",
                IMPORTER);
        module.dict().put("error", AudioErrors.type(thread));
    }

    @PythonFunction("getsample(fragment, width, index, /)")
    static int getSample(ThreadState thread, byte[] fragment, int width, long index) {
        Samples samples = Samples.of(thread, fragment, width);
        if (index < 0 || index >= samples.count()) {
            throw AudioErrors.error(thread, "Index out of range");
        }
        return samples.get((int) index);
    }

    @PythonFunction("mul(fragment, width, factor, /)")
    static PyObject multiply(ThreadState thread, byte[] fragment, int width, double factor) {
        Samples from = Samples.of(thread, fragment, width);
        Samples to = Samples.make(from.count(), width);
        for (int i = 0; i < from.count(); i++) {
            to.setClipped(i, from.get(i) * factor);
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("add(fragment1, fragment2, width, /)")
    static PyObject add(ThreadState thread, byte[] first, byte[] second, int width) {
        Samples left = Samples.of(thread, first, width);
        if (first.length != second.length) {
            throw AudioErrors.error(thread, "Lengths should be the same");
        }
        Samples right = Samples.of(thread, second, width);
        Samples sum = Samples.make(left.count(), width);
        for (int i = 0; i < left.count(); i++) {
            sum.setClipped(i, (double) left.get(i) + right.get(i));
        }
        return PyBytes.of(sum.bytes());
    }

    /** Wraps around, as opposed to all others. */
    @PythonFunction("bias(fragment, width, bias, /)")
    static PyObject bias(ThreadState thread, byte[] fragment, int width, int bias) {
        Samples from = Samples.of(thread, fragment, width);
        Samples to = Samples.make(from.count(), width);
        for (int i = 0; i < from.count(); i++) {
            to.set(i, from.get(i) + bias);
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("reverse(fragment, width, /)")
    static PyObject reverse(ThreadState thread, byte[] fragment, int width) {
        Samples from = Samples.of(thread, fragment, width);
        Samples to = Samples.make(from.count(), width);
        for (int i = 0; i < from.count(); i++) {
            to.set(from.count() - 1 - i, from.get(i));
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("byteswap(fragment, width, /)")
    static PyObject swapBytes(ThreadState thread, byte[] fragment, int width) {
        Samples from = Samples.of(thread, fragment, width);
        Samples to = Samples.make(from.count(), width);
        for (int i = 0; i < from.count(); i++) {
            to.set(i, Integer.reverseBytes(from.full(i)));
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("tomono(fragment, width, lfactor, rfactor, /)")
    static PyObject toMono(ThreadState thread, byte[] fragment, int width, double leftFactor, double rightFactor) {
        Samples from = Samples.of(thread, fragment, width);
        Samples.checkWhole(thread, fragment.length, 2 * width);
        Samples to = Samples.make(from.count() / 2, width);
        for (int i = 0; i < to.count(); i++) {
            to.setClipped(i, from.get(2 * i) * leftFactor + from.get(2 * i + 1) * rightFactor);
        }
        return PyBytes.of(to.bytes());
    }

    @PythonFunction("tostereo(fragment, width, lfactor, rfactor, /)")
    static PyObject toStereo(ThreadState thread, byte[] fragment, int width, double leftFactor, double rightFactor) {
        Samples from = Samples.of(thread, fragment, width);
        Samples to = room(from.count(), 2, width);
        for (int i = 0; i < from.count(); i++) {
            to.setClipped(2 * i, from.get(i) * leftFactor);
            to.setClipped(2 * i + 1, from.get(i) * rightFactor);
        }
        return PyBytes.of(to.bytes());
    }

    /** @throws PyErr MemoryError where the product is more than an array can hold */
    static Samples room(int count, int times, int width) {
        if ((long) count * times * width > Integer.MAX_VALUE - 8) {
            throw PyErr.of(Exceptions.MEMORY_ERROR, "not enough memory for output buffer");
        }
        return Samples.make(count * times, width);
    }
}
