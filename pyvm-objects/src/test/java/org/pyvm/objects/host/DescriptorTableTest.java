package org.pyvm.objects.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pyvm.objects.host.Failures.assertFails;

import org.junit.jupiter.api.Test;

class DescriptorTableTest {
    /** A file that only knows whether it is closed. */
    private static final class Probe extends OpenFile {
        private boolean closed;

        Probe() {
            super(null);
        }

        @Override
        public FileStatus status() {
            return FileStatus.virtual(FileStatus.REGULAR, 0, 0);
        }

        @Override
        protected void close() {
            closed = true;
        }
    }

    private final DescriptorTable table = new DescriptorTable();

    @Test
    void theLowestFreeNumberIsGiven() {
        assertEquals(0, table.install(new Probe()));
        assertEquals(1, table.install(new Probe()));
        assertEquals(7, table.install(new Probe(), 7));
        assertEquals(2, table.install(new Probe()));
        table.close(1);
        assertEquals(1, table.install(new Probe()));
        assertEquals(40, table.install(new Probe(), 40));
    }

    @Test
    void aFileIsClosedWithItsLastNumber() {
        Probe probe = new Probe();
        int first = table.install(probe);
        int second = table.duplicate(first);
        assertSame(probe, table.get(second));
        table.close(first);
        assertFalse(probe.closed);
        table.close(second);
        assertTrue(probe.closed);
    }

    @Test
    void duplicatingOntoANumberClosesWhatItWas() {
        Probe old = new Probe();
        Probe probe = new Probe();
        int target = table.install(old);
        int source = table.install(probe);
        table.duplicate(source, target);
        assertTrue(old.closed);
        assertSame(probe, table.get(target));
        table.duplicate(source, source);
        table.closeAll();
        assertTrue(probe.closed);
    }

    @Test
    void freeNumbersAreBad() {
        assertFails(Errno.EBADF, () -> table.get(0));
        assertFails(Errno.EBADF, () -> table.get(-1));
        assertFails(Errno.EBADF, () -> table.close(3));
        assertFails(Errno.EBADF, () -> table.duplicate(1, 2));
        int descriptor = table.install(new Probe());
        assertFails(Errno.EBADF, () -> table.duplicate(descriptor, -1));
    }
}
