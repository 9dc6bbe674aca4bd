package org.pyvm.modules.asyncio;

import org.pyvm.objects.types.PyStr;

/** What has become of a future, by the names that {@code asyncio.base_futures} has for it. */
enum FutureState {
    PENDING,
    CANCELLED,
    FINISHED;

    private final PyStr text = PyStr.intern(name());

    PyStr text() {
        return text;
    }
}
