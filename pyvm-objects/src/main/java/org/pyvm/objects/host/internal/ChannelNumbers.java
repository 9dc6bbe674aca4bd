package org.pyvm.objects.host.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.NetworkChannel;

/**
 * The operating system's numbers of Java's channels, which the JDK keeps to itself. It tells them where its package is exported to this
 * one ({@code --add-exports java.base/sun.nio.ch=ALL-UNNAMED}), as the launcher sees to.
 */
final class ChannelNumbers {
    private static final Method NUMBER = find();

    private ChannelNumbers() {}

    private static Method find() {
        try {
            Class<?> channel = Class.forName("sun.nio.ch.SelChImpl");
            Method number = channel.getMethod("getFDVal");
            return channel.getModule().isExported(channel.getPackageName(), ChannelNumbers.class.getModule())
                    ? number
                    : null;
        } catch (ReflectiveOperationException e) {
            // Another JDK: then its channels have no numbers.
            return null;
        }
    }

    /** @return -1 when it is not told */
    static int of(NetworkChannel channel) {
        if (NUMBER == null || !NUMBER.getDeclaringClass().isInstance(channel)) {
            return -1;
        }
        try {
            return (int) NUMBER.invoke(channel);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("it is exported and throws nothing", e);
        }
    }
}
