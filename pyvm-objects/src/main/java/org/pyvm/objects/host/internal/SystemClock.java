package org.pyvm.objects.host.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;

/** The machine's clocks. */
public final class SystemClock implements Clock {
    @Override
    public long time() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    @Override
    public long monotonic() {
        return System.nanoTime();
    }

    @Override
    public long processTime() {
        try {
            return LibC.processTime();
        } catch (HostException e) {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .toNanos();
        }
    }

    @Override
    public long threadTime() {
        try {
            return LibC.threadTime();
        } catch (HostException e) {
            throw new HostException(Errno.ENOTSUP);
        }
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
    }
}
