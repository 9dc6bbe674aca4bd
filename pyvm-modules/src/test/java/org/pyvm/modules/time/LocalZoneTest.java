package org.pyvm.modules.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offsets as CPython 3.11 told them with these zones in TZ. */
class LocalZoneTest {
    @ParameterizedTest
    @CsvSource({
        "'EST+05EDT,M3.2.0,M11.1.0', 1678604399, -18000, EST",
        "'EST+05EDT,M3.2.0,M11.1.0', 1678604400, -14400, EDT",
        "'EST+05EDT,M3.2.0,M11.1.0', 1699163999, -14400, EDT",
        "'EST+05EDT,M3.2.0,M11.1.0', 1699164000, -18000, EST",
        "'AEST-10AEDT-11,M10.5.0,M3.5.0', 0, 39600, AEDT",
        "'AEST-10AEDT-11,M10.5.0,M3.5.0', 1000000000, 36000, AEST"
    })
    void rulesSayWhenDaylightSavingIs(String zone, long moment, int offset, String name) {
        LocalZone.Offset found = PosixZone.parse(zone).at(moment);
        assertEquals(offset, found.seconds());
        assertEquals(name, found.abbreviation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "EST", "EST5EDT,M3", "E5", ""})
    void otherTextsAreNoZones(String text) {
        assertNull(PosixZone.parse(text));
    }
}
