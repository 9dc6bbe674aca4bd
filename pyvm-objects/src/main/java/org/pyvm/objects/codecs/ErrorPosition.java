package org.pyvm.objects.codecs;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;

/** Where a codec goes on, as an error handler says. */
final class ErrorPosition {
    private ErrorPosition() {}

    /** Negative positions count from the end. @throws PyErr IndexError */
    static int check(PyInt position, int length) {
        long given = Numbers.toLong(position);
        long at = given < 0 ? given + length : given;
        if (at < 0 || at > length) {
            throw PyErr.indexError("position %d from error handler out of bounds", at);
        }
        return (int) at;
    }
}
