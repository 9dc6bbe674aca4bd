package org.pyvm.objects.host.internal;

import java.util.function.IntSupplier;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;

/**
 * Makes a call of the C library in another state than this process has, in a thread of its own that ends with the call: Linux keeps users,
 * groups, mask of modes and current directory for each thread that wants it so.
 */
final class OwnThread {
    private static final int OWN_FILE_SYSTEM_STATE = 0x200;

    private OwnThread() {}

    /** @param state changes that of the thread it runs in */
    static int call(Runnable state, IntSupplier call) {
        int[] result = new int[1];
        HostException[] failure = new HostException[1];
        Thread thread = new Thread(
                () -> {
                    try {
                        state.run();
                        result[0] = call.getAsInt();
                    } catch (HostException e) {
                        failure[0] = e;
                    }
                },
                "calls");
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure[0] != null) {
            throw failure[0];
        }
        return result[0];
    }

    /** From now on mask and directory of this thread are not those of the process. */
    static void leaveFileSystemState(NativeCalls calls) {
        calls.call("unshare", OWN_FILE_SYSTEM_STATE);
    }
}
