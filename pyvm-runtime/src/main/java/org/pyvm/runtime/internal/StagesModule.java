package org.pyvm.runtime.internal;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pyvm.ast.AstBuilder;
import org.pyvm.ast.LiteralCheckingParser;
import org.pyvm.ast.Lowerings;
import org.pyvm.ast.ParseTreeAstBuilder;
import org.pyvm.ast.UnicodeNames;
import org.pyvm.compiler.CfgCompiler;
import org.pyvm.compiler.CfgObserver;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.CodeHandlers;
import org.pyvm.compiler.Compiler;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.Parser;
import org.pyvm.symtable.SymbolTableBuilder;
import org.pyvm.symtable.TwoPassSymbolTableBuilder;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.Tokenizer;

/** Python's own stages as defaults, which plugins replace or add to. */
final class StagesModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), Tokenizer.class).setDefault().toInstance(new PythonTokenizer());
        OptionalBinder.newOptionalBinder(binder(), Parser.class).setDefault().toProvider(ParserProvider.class);
        OptionalBinder.newOptionalBinder(binder(), AstBuilder.class)
                .setDefault()
                .toProvider(AstBuilderProvider.class);
        OptionalBinder.newOptionalBinder(binder(), SymbolTableBuilder.class)
                .setDefault()
                .toInstance(new TwoPassSymbolTableBuilder());
        OptionalBinder.newOptionalBinder(binder(), Compiler.class).setDefault().toProvider(CompilerProvider.class);
        Multibinder.newSetBinder(binder(), GrammarAddition.class);
        Multibinder.newSetBinder(binder(), LoweringAddition.class);
        Multibinder.newSetBinder(binder(), CfgPass.class);
        Multibinder.newSetBinder(binder(), BuiltinModuleIndex.class);
        MapBinder.newMapBinder(binder(), String.class, EvaluationStrategy.class)
                .addBinding("switch")
                .toInstance(new SwitchStrategy());
    }

    @Provides
    FrontEnd frontEnd(
            Tokenizer tokenizer, Parser parser, AstBuilder builder, SymbolTableBuilder symbols, Compiler compiler) {
        return new FrontEnd(tokenizer, parser, builder, symbols, compiler);
    }

    /** Python's parser, with the grammar that the plugins add. */
    static final class ParserProvider implements Provider<Parser> {
        private final Tokenizer tokenizer;
        private final Set<GrammarAddition> additions;

        @Inject
        ParserProvider(Tokenizer tokenizer, Set<GrammarAddition> additions) {
            this.tokenizer = tokenizer;
            this.additions = additions;
        }

        @Override
        public Parser get() {
            Grammar grammar = Grammar.python();
            for (GrammarAddition addition : additions) {
                grammar = grammar.with(addition.ebnf());
            }
            return new LiteralCheckingParser(tokenizer, new GrammarParser(grammar), new UnicodeNames());
        }
    }

    /** Python's builder of syntax trees, with the lowerings that the plugins add. */
    static final class AstBuilderProvider implements Provider<AstBuilder> {
        private final Tokenizer tokenizer;
        private final Parser parser;
        private final Set<LoweringAddition> additions;

        @Inject
        AstBuilderProvider(Tokenizer tokenizer, Parser parser, Set<LoweringAddition> additions) {
            this.tokenizer = tokenizer;
            this.parser = parser;
            this.additions = additions;
        }

        @Override
        public AstBuilder get() {
            Lowerings lowerings = Lowerings.NONE;
            for (LoweringAddition addition : additions) {
                lowerings = lowerings.with(addition.rule(), addition.meaning());
            }
            return new ParseTreeAstBuilder(tokenizer, parser, lowerings, new UnicodeNames());
        }
    }

    /** Python's compiler, with the passes that the plugins add. */
    static final class CompilerProvider implements Provider<Compiler> {
        private final Set<CfgPass> passes;

        @Inject
        CompilerProvider(Set<CfgPass> passes) {
            this.passes = passes;
        }

        @Override
        public Compiler get() {
            if (passes.isEmpty()) {
                return new CfgCompiler();
            }
            List<CfgPass> all = new ArrayList<>(CfgCompiler.PEEPHOLE);
            all.addAll(passes);
            return new CfgCompiler(CodeHandlers.NONE, all, InstructionSet.python(), CfgObserver.NONE);
        }
    }
}
