package org.pyvm.modules.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.TimeZone;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;

/** What local time differs from UTC by. */
interface LocalZone {
    LocalZone UTC = seconds -> new Offset(0, false, "UTC");

    /**
     * Local time at some moment.
     *
     * @param seconds east of Greenwich
     */
    record Offset(int seconds, boolean isDst, String abbreviation) {}

    /** @param seconds since 1970, UTC */
    Offset at(long seconds);

    /** The zone that the variable TZ names, or else the host's. */
    static LocalZone of(Host host) {
        String name = host.environment().get("TZ");
        if (name == null) {
            LocalZone system = fromFile(host, "/etc/localtime");
            return system != null ? system : ofRules(host.clock().zone());
        }
        if (name.startsWith(":")) {
            name = name.substring(1);
        }
        LocalZone fromFile =
                name.isEmpty() ? null : fromFile(host, name.startsWith("/") ? name : "/usr/share/zoneinfo/" + name);
        if (fromFile != null) {
            return fromFile;
        }
        LocalZone written = PosixZone.parse(name);
        if (written != null) {
            return written;
        }
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ofRules(ZoneId.of(name));
        }
        // As glibc: UTC under the name that the text starts with.
        Offset unknown = new Offset(0, false, name.isEmpty() ? "UTC" : PosixZone.leadingName(name));
        return seconds -> unknown;
    }

    private static LocalZone fromFile(Host host, String path) {
        try {
            return ZoneFile.parse(host.files().readAll(path));
        } catch (HostException e) {
            // No such zone, or none that may be read: the caller goes on with what Java knows.
            return null;
        }
    }

    /** Java's rules, with the names that Java has. */
    private static LocalZone ofRules(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).getTotalSeconds() == 0) {
            return UTC;
        }
        return seconds -> {
            Instant instant = Instant.ofEpochSecond(
                    Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
            boolean dst = rules.isDaylightSavings(instant);
            String name = TimeZone.getTimeZone(zone).getDisplayName(dst, TimeZone.SHORT, Locale.ROOT);
            return new Offset(rules.getOffset(instant).getTotalSeconds(), dst, name);
        };
    }
}
