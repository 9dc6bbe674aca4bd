package org.pyvm.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What objects may take at most. */
class MemoryFootprintTest {
    private static void atMost(double limit, double bytes) {
        assertTrue(bytes <= limit, bytes + " bytes, more than " + limit);
    }

    @Test
    void anInstanceWithThreeAttributesTakes56Bytes() {
        atMost(56, MemoryFootprint.instance());
    }

    @Test
    void numbersTake24Bytes() {
        atMost(24, MemoryFootprint.floatingPoint());
        atMost(24, MemoryFootprint.integer());
    }

    @Test
    void anEntryOfADictTakes40Bytes() {
        atMost(40, MemoryFootprint.dictEntry(true));
        atMost(40, MemoryFootprint.dictEntry(false));
    }
}
