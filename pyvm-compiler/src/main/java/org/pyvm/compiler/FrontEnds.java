package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;

/**
 * The front ends of an interpreter: Python's own, and one for each set of syntax plugins that a source asks for. A source
 * asks by its context, and by {@code from __syntax__ import NAME} in its header (see {@link SyntaxHeader}): the header is
 * read by Python's own front end, the rest by the one so chosen, and both make one module.
 *
 * <p>A front end is assembled when the first source asks for its set, and kept. Thread-safe.
 */
public final class FrontEnds {
    private final Supplier<FrontEnd> makePython;
    private final Function<Set<String>, FrontEnd> assembler;
    private final Map<Set<String>, FrontEnd> bySyntax = new ConcurrentHashMap<>();

    /**
     * @param python makes Python's own; asked once, when the first source comes
     * @param assembler makes the front end of a set of plugins, none of them twice; throws {@link UnknownSyntaxException}
     *     for a name that no plugin has, {@link AssemblyException} when the plugins do not go together
     */
    public FrontEnds(Supplier<FrontEnd> python, Function<Set<String>, FrontEnd> assembler) {
        this.makePython = python;
        this.assembler = assembler;
    }

    /** Python's own and no plugins. */
    public static FrontEnds pythonOnly() {
        return new FrontEnds(FrontEnd::python, names -> {
            throw new UnknownSyntaxException(names.iterator().next());
        });
    }

    /** Python's own front end. */
    public FrontEnd python() {
        return with(Set.of());
    }

    /** The front end of a set of plugins. */
    public FrontEnd with(Set<String> syntax) {
        FrontEnd known = bySyntax.get(syntax);
        if (known != null) {
            return known;
        }
        // Not computeIfAbsent: a plugin's assembly may itself compile.
        FrontEnd made = syntax.isEmpty() ? makePython.get() : assembler.apply(syntax);
        FrontEnd first = bySyntax.putIfAbsent(Set.copyOf(syntax), made);
        return first == null ? made : first;
    }

    /** Compiles the bytes of a module, in the encoding that they declare. */
    public CodeObject compile(byte[] source, CompilationContext context) {
        return compile(SourceDecoding.ofBytes(source, context), context);
    }

    /** Compiles text whose line ends may be of any kind. */
    public CodeObject compile(String source, CompilationContext context) {
        return compile(SourceDecoding.ofString(source, context), context);
    }

    /** Compiles source text. */
    public CodeObject compile(SourceText source, CompilationContext context) {
        Selection selected = select(source, context);
        return selected.frontEnd().compile(parse(selected), selected.context());
    }

    /** Compiles a syntax tree; its context alone says which plugins are on. */
    public CodeObject compile(Mod module, CompilationContext context) {
        return with(context.syntax()).compile(module, context);
    }

    /** The syntax tree of a source. */
    public Mod parse(SourceText source, CompilationContext context) {
        return parse(select(source, context));
    }

    /** The syntax tree of a source whose front end has been chosen. */
    public Mod parse(Selection selected) {
        Mod rest = selected.frontEnd().parse(selected.source(), selected.context());
        if (selected.header() == null || !(rest instanceof Mod.Module body)) {
            return rest;
        }
        Mod.Module header = (Mod.Module) python().parse(selected.header(), selected.context());
        List<Stmt> all = new ArrayList<>(header.body());
        all.addAll(body.body());
        return new Mod.Module(List.copyOf(all), body.typeIgnores());
    }

    /** Reads a source's header and chooses its front end. */
    public Selection select(SourceText source, CompilationContext context) {
        SyntaxHeader header = context.mode() == Mode.EVAL || context.mode() == Mode.FUNC_TYPE
                ? SyntaxHeader.NONE
                : SyntaxHeader.read(source, context);
        if (header.names().isEmpty()) {
            return new Selection(with(context.syntax()), context, null, source);
        }
        Set<String> syntax = new TreeSet<>(context.syntax());
        syntax.addAll(header.names().keySet());
        FrontEnd frontEnd;
        try {
            frontEnd = with(syntax);
        } catch (UnknownSyntaxException e) {
            throw header.unknown(e.name(), source, context);
        }
        CompilationContext more = context.withSyntax(syntax).withFutures(header.futures());
        if (context.mode() == Mode.SINGLE) {
            // At the prompt the header is all there is; what it switches on holds for later inputs.
            return new Selection(python(), more, null, source);
        }
        return new Selection(frontEnd, more, header.text(source), header.rest(source));
    }

    /**
     * What a source has asked for.
     *
     * @param context with the plugins of the header
     * @param header the text of the header, or null when it asks for nothing
     * @param source what the front end is to read: all of it, or the text with the header blanked out
     */
    public record Selection(FrontEnd frontEnd, CompilationContext context, SourceText header, SourceText source) {}
}
