package org.pyvm.modules.datetime;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** The bytes by which pickles hold dates and times; those of Python 2 come as text. */
final class PickledState {
    private PickledState() {}

    /**
     * The state that an argument of a constructor is, or null.
     *
     * @param monthAt where the month is, by which a state is known; -1 for the hour at the front
     */
    static byte[] bytes(PyObject argument, int length, int monthAt, String type) {
        byte[] state;
        if (argument instanceof PyBytes bytes && bytes.size() == length) {
            state = bytes.bytesUnsafe();
        } else if (argument instanceof PyStr text && text.length() == length) {
            state = new byte[length];
            int probe = text.codePointAt(Math.max(monthAt, 0)) & 0x7f;
            if (!isState(probe, monthAt)) {
                return null;
            }
            for (int i = 0; i < length; i++) {
                if (text.codePointAt(i) > 255) {
                    throw PyErr.valueError(
                            "Failed to encode latin1 string when unpickling a %s object. "
                                    + "pickle.load(data, encoding='latin1') is assumed.",
                            type);
                }
                state[i] = (byte) text.codePointAt(i);
            }
        } else {
            return null;
        }
        return isState(state[Math.max(monthAt, 0)] & 0x7f, monthAt) ? state : null;
    }

    private static boolean isState(int value, int monthAt) {
        return monthAt < 0 ? value < 24 : value >= 1 && value <= 12;
    }

    static int year(byte[] state) {
        return (state[0] & 0xff) << 8 | state[1] & 0xff;
    }

    /** A big-endian number of three bytes. */
    static int microsecond(byte[] state, int at) {
        return (state[at] & 0xff) << 16 | (state[at + 1] & 0xff) << 8 | state[at + 2] & 0xff;
    }
}
