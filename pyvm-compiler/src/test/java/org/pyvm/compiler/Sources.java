package org.pyvm.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompilationContext.Safepoint;
import org.pyvm.tokenizer.CompilationContext.SourceDecoder;
import org.pyvm.tokenizer.CompilationContext.WarningSink;

/** Brings source through all stages, and reads the recorded cases. */
final class Sources {
    static final FrontEnd FRONT_END = FrontEnd.python();
    private static final CodeVerifier VERIFIER = new CodeVerifier(InstructionSet.python());

    private Sources() {}

    static CodeObject compile(String source) {
        return compile(source, CompilationContext.of("<test>", Mode.FILE));
    }

    /** Everything that a test compiles is verified. */
    static CodeObject compile(String source, CompilationContext context) {
        CodeObject code = FRONT_END.compile(source, context);
        VERIFIER.verify(code);
        return code;
    }

    static CompilationContext context(Mode mode, int optimize, int flags, WarningSink warnings) {
        return new CompilationContext(
                "<test>", mode, optimize, Set.of(), Set.of(), flags, warnings, SourceDecoder.NONE, Safepoint.NONE);
    }

    /** The code of the first function, class or comprehension in a module. */
    static CodeObject nested(CodeObject code) {
        return (CodeObject) code.constants().stream()
                .filter(CodeObject.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    static String file(String name) {
        try (InputStream in = Sources.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
