package org.pyvm.modules.audio;

import org.pyvm.expose.PythonFunction;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/**
 * The functions of {@code audioop} that look for one fragment in another, by least squares. A reference {@code r}, multiplied by
 * {@code f}, is off a piece {@code a} by {@code sum((a - f * r)**2)}; that is least for {@code f = sum(a * r) / sum(r * r)}, and then it
 * is {@code sum(a * a) - sum(a * r)**2 / sum(r * r)}.
 */
final class AudioFits {
    private AudioFits() {}

    /** The sum of products, of as many samples as {@code right} has. */
    private static double product(Samples left, int from, Samples right) {
        double sum = 0;
        for (int i = 0; i < right.count(); i++) {
            sum += (double) left.get(from + i) * right.get(i);
        }
        return sum;
    }

    private static double square(Samples samples, int index) {
        double sample = samples.get(index);
        return sample * sample;
    }

    @PythonFunction("findfactor(fragment, reference, /)")
    static double findFactor(ThreadState thread, byte[] fragment, byte[] reference) {
        Samples samples = Samples.ofShorts(thread, fragment);
        Samples searched = Samples.ofShorts(thread, reference);
        if (fragment.length != reference.length) {
            throw AudioErrors.error(thread, "Samples should be same size");
        }
        return product(samples, 0, searched) / product(searched, 0, searched);
    }

    @PythonFunction("findfit(fragment, reference, /)")
    static PyObject findFit(ThreadState thread, byte[] fragment, byte[] reference) {
        Samples samples = Samples.ofShorts(thread, fragment);
        Samples searched = Samples.ofShorts(thread, reference);
        if (fragment.length < reference.length) {
            throw AudioErrors.error(thread, "First sample should be longer");
        }
        double energy = product(searched, 0, searched);
        double pieceEnergy = 0;
        for (int i = 0; i < searched.count(); i++) {
            pieceEnergy += square(samples, i);
        }
        int best = 0;
        double least = Double.NaN;
        for (int start = 0; start + searched.count() <= samples.count(); start++) {
            if (start > 0) {
                pieceEnergy += square(samples, start + searched.count() - 1) - square(samples, start - 1);
            }
            double common = product(samples, start, searched);
            // In proportion to the piece's own energy: a silent piece, which every reference fits when it is multiplied
            // by
            // zero, gives no number, and so is never less than another. If it is the first, nothing is less than it.
            double off = (energy * pieceEnergy - common * common) / pieceEnergy;
            if (start == 0 || off < least) {
                least = off;
                best = start;
            }
        }
        return PyTuple.of(PyInt.of(best), PyFloat.of(product(samples, best, searched) / energy));
    }

    @PythonFunction("findmax(fragment, length, /)")
    static int findMax(ThreadState thread, byte[] fragment, long length) {
        Samples samples = Samples.ofShorts(thread, fragment);
        if (length < 0 || length > samples.count()) {
            throw AudioErrors.error(thread, "Input sample should be longer");
        }
        double energy = 0;
        for (int i = 0; i < length; i++) {
            energy += square(samples, i);
        }
        double most = energy;
        int best = 0;
        for (int start = 1; start + length <= samples.count(); start++) {
            // With no length at all a sample comes and goes at once.
            int end = (int) (start + length - 1);
            energy += square(samples, end) - square(samples, start - 1);
            if (energy > most) {
                most = energy;
                best = start;
            }
        }
        return best;
    }
}
