package org.pyvm.symtable.internal;

import static org.pyvm.symtable.Symbol.DEF_LOCAL;

import java.util.List;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.PluginPattern;

/** Collects the names of patterns: captures bind in the block around the {@code match}. */
final class PatternCollector {
    private final BlockStack blocks;
    private final ExprCollector expressions;
    private final PluginCollector plugins;

    PatternCollector(BlockStack blocks, ExprCollector expressions, PluginCollector plugins) {
        this.blocks = blocks;
        this.expressions = expressions;
        this.plugins = plugins;
    }

    void visit(Pattern pattern) {
        blocks.descend();
        switch (pattern) {
            case Pattern.MatchValue value -> expressions.visit(value.value());
            case Pattern.MatchSingleton singleton -> {}
            case Pattern.MatchSequence sequence -> visitAll(sequence.patterns());
            case Pattern.MatchMapping mapping -> {
                expressions.visitAll(mapping.keys());
                visitAll(mapping.patterns());
                capture(mapping.rest(), mapping);
            }
            case Pattern.MatchClass matchClass -> {
                expressions.visit(matchClass.cls());
                visitAll(matchClass.patterns());
                visitAll(matchClass.kwdPatterns());
            }
            case Pattern.MatchStar star -> capture(star.name(), star);
            case Pattern.MatchAs as -> {
                if (as.pattern() != null) {
                    visit(as.pattern());
                }
                capture(as.name(), as);
            }
            case Pattern.MatchOr or -> visitAll(or.patterns());
            case PluginPattern plugin -> plugins.collect(plugin);
        }
        blocks.ascend();
    }

    private void visitAll(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            visit(pattern);
        }
    }

    private void capture(String name, Pattern pattern) {
        if (name != null) {
            blocks.add(name, DEF_LOCAL, pattern.range());
        }
    }
}
