package org.pyvm.tokenizer;

import java.util.HashSet;
import java.util.Set;

/**
 * What every front-end stage is told about one compilation. Immutable; the hooks in it are called on the thread that
 * compiles.
 *
 * @param fileName as it shall appear in errors and in {@code co_filename}
 * @param mode what kind of input the source is
 * @param optimize 0, 1 ({@code -O}) or 2 ({@code -OO})
 * @param futures names switched on by an enclosing {@code from __future__ import}, e.g. {@code annotations}
 * @param syntax names of the syntax plugins that are on
 * @param flags see the constants {@code ALLOW_INCOMPLETE}, {@code TOP_LEVEL_AWAIT}, {@code TYPE_COMMENTS}
 * @param warnings takes warnings of the compiler; may throw when a filter makes them errors
 * @param decoders finds the codec of a source encoding that is not built in
 * @param safepoint called now and then with the depth of the stage's recursion
 * @param featureVersion the N of the Python 3.N whose syntax is allowed ({@code feature_version} of {@code ast.parse}), or -1
 *     for all there is
 */
public record CompilationContext(
        String fileName,
        Mode mode,
        int optimize,
        Set<String> futures,
        Set<String> syntax,
        int flags,
        WarningSink warnings,
        SourceDecoder decoders,
        Safepoint safepoint,
        int featureVersion) {

    /** PyCF_ALLOW_INCOMPLETE_INPUT of {@code codeop}: input that merely ends too early is told apart. */
    public static final int ALLOW_INCOMPLETE = 0x4000;
    /** PyCF_ALLOW_TOP_LEVEL_AWAIT. */
    public static final int TOP_LEVEL_AWAIT = 0x2000;
    /** PyCF_TYPE_COMMENTS. */
    public static final int TYPE_COMMENTS = 0x1000;
    /** PyCF_DONT_IMPLY_DEDENT. */
    public static final int DONT_IMPLY_DEDENT = 0x200;

    /** With all syntax there is. */
    public CompilationContext(
            String fileName,
            Mode mode,
            int optimize,
            Set<String> futures,
            Set<String> syntax,
            int flags,
            WarningSink warnings,
            SourceDecoder decoders,
            Safepoint safepoint) {
        this(fileName, mode, optimize, futures, syntax, flags, warnings, decoders, safepoint, -1);
    }

    /** The start symbol. */
    public enum Mode {
        /** {@code exec}: a module. */
        FILE("file_input"),
        /** {@code eval}: an expression. */
        EVAL("eval_input"),
        /** {@code single}: one interactive statement, whose value is shown. */
        SINGLE("single_input"),
        /** {@code func_type}: a type comment of a function. */
        FUNC_TYPE("func_type_input");

        private final String startRule;

        Mode(String startRule) {
            this.startRule = startRule;
        }

        /** The grammar rule that the input is parsed as. */
        public String startRule() {
            return startRule;
        }
    }

    /** Takes the front end's SyntaxWarnings and DeprecationWarnings. */
    @FunctionalInterface
    public interface WarningSink {
        /** Drops every warning. */
        WarningSink NONE = (category, message, fileName, line) -> {};

        /**
         * @param category SyntaxWarning or DeprecationWarning
         * @param line from 1
         * @throws WarningIsError when a filter turns it into an exception; the stage then reports a SyntaxError of its own
         *     position with this message, as CPython does
         */
        void warn(String category, String message, String fileName, int line);
    }

    /** Says that a warning filter wants a warning raised. */
    public static final class WarningIsError extends RuntimeException {
        public WarningIsError() {
            super(null, null, false, false);
        }
    }

    /** Decodes source bytes in an encoding that only Python code knows. */
    @FunctionalInterface
    public interface SourceDecoder {
        /** Knows none. */
        SourceDecoder NONE = (encoding, bytes) -> null;

        /** The decoded text, or null when the encoding is not known. */
        String decode(String encoding, byte[] bytes);
    }

    /** The depth and interrupt check. */
    @FunctionalInterface
    public interface Safepoint {
        /** Never interrupts; depth is bounded by the stages' own limits. */
        Safepoint NONE = depth -> {};

        /**
         * Called once a statement or nesting level.
         *
         * @param depth the stage's recursion depth
         */
        void check(int depth);
    }

    /** A context with no options, for tools and tests. */
    public static CompilationContext of(String fileName, Mode mode) {
        return new CompilationContext(
                fileName, mode, 0, Set.of(), Set.of(), 0, WarningSink.NONE, SourceDecoder.NONE, Safepoint.NONE);
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The same with other plugins on. */
    public CompilationContext withSyntax(Set<String> names) {
        return new CompilationContext(
                fileName,
                mode,
                optimize,
                futures,
                Set.copyOf(names),
                flags,
                warnings,
                decoders,
                safepoint,
                featureVersion);
    }

    /** The same with these futures besides. */
    public CompilationContext withFutures(Set<String> names) {
        Set<String> all = new HashSet<>(futures);
        all.addAll(names);
        return new CompilationContext(
                fileName,
                mode,
                optimize,
                Set.copyOf(all),
                syntax,
                flags,
                warnings,
                decoders,
                safepoint,
                featureVersion);
    }

    /** The same with warnings going elsewhere. */
    public CompilationContext withWarnings(WarningSink sink) {
        return new CompilationContext(
                fileName, mode, optimize, futures, syntax, flags, sink, decoders, safepoint, featureVersion);
    }

    /** The same for the syntax of Python 3.{@code minor} and earlier; -1 for all. */
    public CompilationContext withFeatureVersion(int minor) {
        return new CompilationContext(
                fileName, mode, optimize, futures, syntax, flags, warnings, decoders, safepoint, minor);
    }

    /** Whether syntax that came with Python 3.{@code minor} is allowed. */
    public boolean allows(int minor) {
        return featureVersion < 0 || featureVersion >= minor;
    }
}
