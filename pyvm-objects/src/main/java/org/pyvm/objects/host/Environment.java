package org.pyvm.objects.host;

import java.util.Map;

/**
 * The environment variables, as this process got them and with what was changed since. Bytes that are not UTF-8 are lone
 * surrogates, U+DC80 to U+DCFF.
 */
public interface Environment {
    /** A copy, in the order of the process's environment. */
    Map<String, String> variables();

    /** The value, or null. */
    String get(String name);

    void set(String name, String value);

    void unset(String name);
}
