package org.pyvm.objects.host;

/** An address of a socket. */
public sealed interface Endpoint {
    /**
     * Of the internet.
     *
     * @param host the numbers, e.g. {@code 127.0.0.1} or {@code ::1}
     * @param scope of an IPv6 address, 0 for none
     */
    record Inet(String host, int port, int scope) implements Endpoint {
        public boolean isVersion6() {
            return host.indexOf(':') >= 0;
        }
    }

    /** Of this machine; {@code ""} has no name. */
    record Unix(String path) implements Endpoint {}
}
