package org.pyvm.objects.host.internal;

import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.Processes;
import org.pyvm.objects.host.Signals;

/** What this process knows of itself, however it starts others. */
abstract sealed class OwnProcess implements Processes permits SystemProcesses, JavaProcesses {
    final FileSystem files;
    final Environment environment;
    final Signals signals;

    OwnProcess(FileSystem files, Environment environment, Signals signals) {
        this.files = files;
        this.environment = environment;
        this.signals = signals;
    }

    @Override
    public final int pid() {
        return (int) ProcessHandle.current().pid();
    }

    @Override
    public final int parentPid() {
        return ProcessHandle.current()
                .parent()
                .map(parent -> (int) parent.pid())
                .orElseGet(LibC::parentPid);
    }

    @Override
    public final int userId() {
        return files.status("/proc/self", true).userId();
    }

    @Override
    public final int groupId() {
        return files.status("/proc/self", true).groupId();
    }

    /** Sends a signal to another process, after {@link #kill} has found that it is another. */
    abstract void send(int pid, int signal);

    @Override
    public final void kill(int pid, int signal) {
        if (pid == pid()) {
            signals.raise(signal);
        } else {
            send(pid, signal);
        }
    }
}
