package org.pyvm.compiler.internal.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values in order of first use, with their index. Equality is Java's: constants of different types are different, and so
 * are 0.0 and -0.0.
 */
final class IndexTable<T> {
    private final Map<T, Integer> indices = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int indexOf(T value) {
        Integer index = indices.get(value);
        if (index == null) {
            index = values.size();
            indices.put(value, index);
            values.add(value);
        }
        return index;
    }

    /** The index of a value, or -1. */
    int find(T value) {
        return indices.getOrDefault(value, -1);
    }

    List<T> values() {
        return values;
    }
}
