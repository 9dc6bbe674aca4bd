package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.NativeLibrary;

/**
 * {@code errno} of the functions that use it: each thread has a copy, which is put in place before a call and taken after it. The
 * real one cannot serve, for Java changes it at any time.
 */
final class ErrorNumbers {
    /** Of one thread. */
    private final class Place {
        /** What a call leaves {@code errno} in. */
        final MemorySegment captured = Arena.ofAuto().allocate(NativeLibrary.ERRNO_BYTES, JAVA_INT.byteAlignment());

        /** Where the C library has it; 0 where that is not known. */
        final long real = find();

        int value;

        private long find() {
            try {
                return calls.callPointer("__errno_location");
            } catch (HostException e) {
                return 0;
            }
        }
    }

    private final NativeCalls calls;
    private final MemorySegment memory;
    private final ThreadLocal<Place> places = ThreadLocal.withInitial(Place::new);

    ErrorNumbers(NativeCalls calls, MemorySegment memory) {
        this.calls = calls;
        this.memory = memory;
    }

    int get() {
        return places.get().value;
    }

    int set(int value) {
        Place place = places.get();
        int before = place.value;
        place.value = value;
        return before;
    }

    /** Puts the thread's number in place. @return where the call leaves its own */
    MemorySegment beforeCall() {
        Place place = places.get();
        if (place.real != 0) {
            memory.set(JAVA_INT, place.real, place.value);
        }
        return place.captured;
    }

    void afterCall() {
        Place place = places.get();
        place.value = place.captured.get(JAVA_INT, 0);
    }

    /** Native code calls Python: its number becomes the thread's, and the thread's is kept. */
    void enterCallback() {
        swap();
    }

    void leaveCallback() {
        swap();
    }

    private void swap() {
        Place place = places.get();
        if (place.real != 0) {
            int value = memory.get(JAVA_INT, place.real);
            memory.set(JAVA_INT, place.real, place.value);
            place.value = value;
        }
    }
}
