package org.pyvm.objects.codecs;

import org.pyvm.objects.types.PyStr;

/**
 * What an error handler answers.
 *
 * @param text what stands for the part that could not be converted; null when it is bytes
 * @param bytes for encoders only: bytes to write as they are
 * @param position where the codec goes on
 */
public record Replacement(PyStr text, byte[] bytes, int position) {
    static Replacement of(PyStr text, int position) {
        return new Replacement(text, null, position);
    }

    static Replacement of(byte[] bytes, int position) {
        return new Replacement(null, bytes, position);
    }
}
