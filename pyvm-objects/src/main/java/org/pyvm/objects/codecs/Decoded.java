package org.pyvm.objects.codecs;

import org.pyvm.objects.types.PyStr;

/**
 * What a decoder answers.
 *
 * @param consumed number of bytes that were decoded: less than given when the end may be the start of a character
 * @param order for UTF-16 and UTF-32: what the byte order mark said
 */
public record Decoded(PyStr text, int consumed, ByteOrder order) {
    Decoded(PyStr text, int consumed) {
        this(text, consumed, ByteOrder.MARKED);
    }
}
