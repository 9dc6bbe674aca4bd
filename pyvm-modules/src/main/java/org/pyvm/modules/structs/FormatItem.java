package org.pyvm.modules.structs;

/**
 * One code of a format.
 *
 * @param code the format character
 * @param offset of the first byte
 * @param count number of values, each of {@code size} bytes; 1 for strings
 */
record FormatItem(char code, int offset, int count, int size) {
    boolean isString() {
        return code == 's' || code == 'p';
    }
}
