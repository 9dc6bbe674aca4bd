package org.pyvm.objects.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Expects an operation to fail as on Linux. */
final class Failures {
    private Failures() {}

    static HostException assertFails(Errno expected, Executable operation) {
        HostException failure = assertThrows(HostException.class, operation);
        assertEquals(expected, Errno.of(failure.errno()), failure.getMessage());
        return failure;
    }
}
