package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Machine;

/** What Linux tells of itself under /proc; what Java knows elsewhere. */
public final class LinuxMachine implements Machine {
    @Override
    public Name name() {
        String machine = System.getProperty("os.arch");
        return new Name(
                read("/proc/sys/kernel/ostype", System.getProperty("os.name")),
                read("/proc/sys/kernel/hostname", "localhost"),
                read("/proc/sys/kernel/osrelease", System.getProperty("os.version")),
                read("/proc/sys/kernel/version", ""),
                machine.equals("amd64") ? "x86_64" : machine);
    }

    @Override
    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public double[] loadAverage() {
        String[] figures = read("/proc/loadavg", "").split(" ");
        if (figures.length < 3) {
            throw new HostException(Errno.ENOSYS);
        }
        return new double[] {
            Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2])
        };
    }

    private static String read(String file, String otherwise) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return otherwise;
        }
    }
}
