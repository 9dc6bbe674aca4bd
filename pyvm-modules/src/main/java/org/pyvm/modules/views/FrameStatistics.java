package org.pyvm.modules.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.pyvm.eval.PlainFrames;
import org.pyvm.eval.ZombieFrames;
import org.pyvm.objects.FrameAllocator;

/** What an allocator of frames has counted (chapter 6.1 of the book). */
final class FrameStatistics {
    private FrameStatistics() {}

    private static Map<String, Long> counts(FrameAllocator allocator) {
        Map<String, Long> counts = new LinkedHashMap<>();
        switch (allocator) {
            case ZombieFrames zombies -> {
                counts.put("frames made", zombies.made());
                counts.put("zombies used again", zombies.zombiesReused());
                counts.put("frames taken from the free list", zombies.freeReused());
                counts.put("longest free list", (long) zombies.longestFreeList());
                counts.put("frames dropped, the free list being full", zombies.dropped());
            }
            case PlainFrames plain -> counts.put("frames made", plain.made());
            case null, default -> {}
        }
        return counts;
    }

    static String text(FrameAllocator allocator) {
        StringBuilder out = new StringBuilder();
        counts(allocator).forEach((what, count) -> out.append(String.format("%6d  %s%n", count, what)));
        return out.toString();
    }

    static String json(FrameAllocator allocator) {
        return counts(allocator).entrySet().stream()
                .map(entry -> Json.string(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}\n"));
    }
}
