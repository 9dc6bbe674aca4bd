package org.pyvm.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.util.Locale;
import org.pyvm.ast.AstBuilder;
import org.pyvm.ast.LoweringRule;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.Compiler;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.parser.Parser;
import org.pyvm.runtime.internal.GrammarAddition;
import org.pyvm.runtime.internal.LoweringAddition;
import org.pyvm.symtable.SymbolTableBuilder;
import org.pyvm.tokenizer.Tokenizer;

/**
 * What extends pyvm: a Guice module, found by {@code ServiceLoader} (register it with {@code @AutoService}) or given to
 * {@link Pyvm.Builder#plugin}. It contributes to stages or replaces them. Two plugins that replace the same stage are
 * told of each other when the machine is assembled.
 */
public abstract class PyvmPlugin extends AbstractModule {
    /** By which {@code -X plugins=} and the builder name it: the class name without "Plugin", in lower case. */
    public String name() {
        String simple = getClass().getSimpleName();
        String bare = simple.endsWith("Plugin") ? simple.substring(0, simple.length() - 6) : simple;
        return bare.toLowerCase(Locale.ROOT);
    }

    /** Makes the contributions, by the methods below; any Guice binding may be added too. */
    protected abstract void contribute();

    @Override
    protected final void configure() {
        contribute();
    }

    /**
     * Adds grammar rules, in the notation of Python's grammar file; {@code rule: ... | alternative} adds to a rule that
     * is there.
     */
    protected final void grammar(String ebnf) {
        Multibinder.newSetBinder(binder(), GrammarAddition.class)
                .addBinding()
                .toInstance(new GrammarAddition(name(), ebnf));
    }

    /** Says what the nodes of a grammar rule mean. */
    protected final void lowering(String rule, LoweringRule meaning) {
        Multibinder.newSetBinder(binder(), LoweringAddition.class)
                .addBinding()
                .toInstance(new LoweringAddition(name(), rule, meaning));
    }

    /** Replaces the tokenizer. */
    protected final void tokenizer(Tokenizer tokenizer) {
        OptionalBinder.newOptionalBinder(binder(), Tokenizer.class).setBinding().toInstance(tokenizer);
    }

    /** Replaces the parser; grammar contributions of others then have no effect. */
    protected final void parser(Parser parser) {
        OptionalBinder.newOptionalBinder(binder(), Parser.class).setBinding().toInstance(parser);
    }

    /** Replaces the builder of syntax trees. */
    protected final void astBuilder(AstBuilder builder) {
        OptionalBinder.newOptionalBinder(binder(), AstBuilder.class)
                .setBinding()
                .toInstance(builder);
    }

    /** Replaces the builder of symbol tables. */
    protected final void symbolTableBuilder(SymbolTableBuilder builder) {
        OptionalBinder.newOptionalBinder(binder(), SymbolTableBuilder.class)
                .setBinding()
                .toInstance(builder);
    }

    /** Replaces the compiler. */
    protected final void compiler(Compiler compiler) {
        OptionalBinder.newOptionalBinder(binder(), Compiler.class).setBinding().toInstance(compiler);
    }

    /** Adds a pass over control flow graphs, behind Python's own. */
    protected final void cfgPass(CfgPass pass) {
        Multibinder.newSetBinder(binder(), CfgPass.class).addBinding().toInstance(pass);
    }

    /** Adds built-in modules written in Java; one of a name that pyvm has takes its place. */
    protected final void modules(BuiltinModuleIndex index) {
        Multibinder.newSetBinder(binder(), BuiltinModuleIndex.class)
                .addBinding()
                .toInstance(index);
    }
}
