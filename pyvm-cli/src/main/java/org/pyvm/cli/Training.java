package org.pyvm.cli;

import org.pyvm.objects.host.SystemHost;

/**
 * What the launcher runs once after a build, for the JVM to note which classes programs need: each way to say what is to
 * be run, a short one by {@code -c} and {@code -m} before the file.
 */
final class Training {
    private Training() {}

    /** @param args the file to run, and its arguments */
    public static void main(String[] args) throws InterruptedException {
        SystemHost host = SystemHost.withOwnStreams();
        Main.run(host, "-c", "pass");
        Main.run(host, "-m", "this");
        Main.run(host, args);
        host.exit(0);
    }
}
