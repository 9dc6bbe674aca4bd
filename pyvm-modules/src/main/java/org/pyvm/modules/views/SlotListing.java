package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.types.PyStr;

/** The slots of a type (chapter 4.2 of the book): which are filled, and by which special methods of which class. */
final class SlotListing {
    private SlotListing() {}

    static String text(PyType type) {
        StringBuilder out = new StringBuilder();
        for (Slot slot : Slot.values()) {
            String filled = type.slots().has(slot) ? String.join(", ", sources(type, slot)) : "0";
            out.append(String.format("%-26s %s%n", name(slot), filled.isEmpty() ? "filled" : filled));
        }
        return out.toString();
    }

    static String json(PyType type) {
        List<String> rows = new ArrayList<>();
        for (Slot slot : Slot.values()) {
            List<String> sources =
                    sources(type, slot).stream().map(Json::string).toList();
            rows.add("{\"slot\": " + Json.string(name(slot)) + ", \"filled\": "
                    + type.slots().has(slot) + ", \"from\": [" + String.join(", ", sources) + "]}");
        }
        return "{\"type\": " + Json.string(type.fullName()) + ", \"slots\": [\n" + String.join(",\n", rows) + "]}\n";
    }

    private static String name(Slot slot) {
        return slot.cName();
    }

    /** The special methods that stand for a slot, each with the class it comes from. */
    private static List<String> sources(PyType type, Slot slot) {
        List<String> sources = new ArrayList<>();
        for (String method : slot.specialMethods()) {
            PyType owner = type.ownerOf(PyStr.intern(method));
            if (owner != null) {
                sources.add((owner == type ? "" : "inherited ") + owner.name() + "." + method);
            }
        }
        return sources;
    }
}
