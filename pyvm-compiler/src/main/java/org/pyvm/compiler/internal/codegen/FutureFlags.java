package org.pyvm.compiler.internal.codegen;

import java.util.Set;
import org.pyvm.compiler.CodeFlags;

/** The bits of {@code co_flags} that future features leave in every code object. */
final class FutureFlags {
    private FutureFlags() {}

    static int of(Set<String> features) {
        int flags = 0;
        for (String feature : features) {
            flags |= switch (feature) {
                case "division" -> CodeFlags.FUTURE_DIVISION;
                case "absolute_import" -> CodeFlags.FUTURE_ABSOLUTE_IMPORT;
                case "with_statement" -> CodeFlags.FUTURE_WITH_STATEMENT;
                case "print_function" -> CodeFlags.FUTURE_PRINT_FUNCTION;
                case "unicode_literals" -> CodeFlags.FUTURE_UNICODE_LITERALS;
                case "barry_as_FLUFL" -> CodeFlags.FUTURE_BARRY_AS_BDFL;
                case "generator_stop" -> CodeFlags.FUTURE_GENERATOR_STOP;
                case "annotations" -> CodeFlags.FUTURE_ANNOTATIONS;
                default -> 0;
            };
        }
        return flags;
    }
}
