package org.pyvm.objects.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pyvm.objects.host.Failures.assertFails;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenyingHostTest {
    /** What a program may ask without learning anything of the world, or having anything done to it. */
    private static final Set<String> HARMLESS =
            Set.of("zone", "variables", "get", "processors", "mayAccess", "currentDirectory");

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Host host =
            new DenyingHost(new ByteArrayInputStream(new byte[] {'i', 'n'}), output, OutputStream.nullOutputStream());

    static Stream<Method> operations() {
        return Stream.of(
                        Clock.class,
                        Entropy.class,
                        FileSystem.class,
                        Environment.class,
                        Processes.class,
                        Network.class,
                        Signals.class,
                        Threads.class,
                        Machine.class,
                        NativeLibraries.class)
                .flatMap(part -> Stream.of(part.getMethods()))
                .filter(method -> !HARMLESS.contains(method.getName()));
    }

    private Object part(Class<?> type) throws ReflectiveOperationException {
        for (Method accessor : Host.class.getMethods()) {
            if (accessor.getReturnType() == type) {
                return accessor.invoke(host);
            }
        }
        throw new IllegalArgumentException(type.getName());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsDenied(Method operation) throws ReflectiveOperationException {
        Object[] arguments = Stream.of(operation.getParameterTypes())
                .map(DenyingHostTest::something)
                .toArray();
        Object part = part(operation.getDeclaringClass());
        operation.setAccessible(true);
        InvocationTargetException failure =
                assertThrows(InvocationTargetException.class, () -> operation.invoke(part, arguments));
        HostException denial = assertInstanceOf(HostException.class, failure.getCause());
        assertEquals(Errno.EACCES.number(), denial.errno());
    }

    private static Object something(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == String.class ? "/x" : null;
    }

    @Test
    void exitIsDenied() {
        assertFails(Errno.EACCES, () -> host.exit(0));
    }

    @Test
    void theStreamsThatWereGivenWork() {
        byte[] buffer = new byte[5];
        assertEquals(2, host.descriptors().get(0).read(buffer, 0, 5));
        assertEquals(0, host.descriptors().get(0).read(buffer, 0, 5));
        assertEquals(3, host.descriptors().get(1).write(new byte[] {'o', 'u', 't'}, 0, 3));
        assertEquals("out", output.toString());
    }

    @Test
    void partsCanBeAllowed() {
        Host withClock = HostBuilder.from(host)
                .entropy(bytes -> bytes[0] = 4)
                .descriptors(new DescriptorTable())
                .build();
        byte[] chance = new byte[1];
        withClock.entropy().fill(chance);
        assertEquals(4, chance[0]);
        assertFails(Errno.EBADF, () -> withClock.descriptors().get(1));
        assertFails(Errno.EACCES, () -> withClock.clock().time());
        assertEquals(Map.of(), withClock.environment().variables());
    }
}
