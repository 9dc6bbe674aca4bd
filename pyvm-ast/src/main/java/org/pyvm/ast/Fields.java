package org.pyvm.ast;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Puts a record's fields into a list, which {@code List.of} cannot do for optional ones. */
final class Fields {
    private Fields() {}

    static List<Object> of(Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
