package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.internal.ParseTables;
import org.pyvm.parser.internal.RuleTable;
import org.pyvm.parser.internal.State;

/**
 * What plugins have added to Python's rules. The tables tell the way; where that comes to a rule of Python's, the second
 * pass goes on with what it knows of it.
 */
final class PluginDiagnosis {
    private final Probe probe;
    private final Diagnosis all;
    private final ParseTables tables;

    PluginDiagnosis(Probe probe, Diagnosis all, ParseTables tables) {
        this.probe = probe;
        this.all = all;
        this.tables = tables;
    }

    /** What a rule to which a plugin has added recognises here and Python's alternatives do not. */
    Found found(String rule) {
        if (!tables.isExtended(rule)) {
            return null;
        }
        int start = probe.mark();
        return follow(tables.rule(rule)) ? probe.since(start, Kind.OTHER) : probe.back(start);
    }

    /**
     * Takes what a plugin lets stand within a rule of Python's, between what was recognised of it and here.
     *
     * @param start where the rule began
     * @return whether there is nothing of the kind, or all of it: if not, more words would mislead
     */
    boolean inside(String rule, int start) {
        if (!tables.isExtended(rule)) {
            return true;
        }
        int here = probe.mark();
        probe.back(start);
        State state = tables.rule(rule).start();
        while (state != null && probe.mark() < here) {
            state = step(state);
        }
        for (int arc = 0; state != null && arc < state.arcCount(); arc++) {
            RuleTable called = state.ruleOf(arc);
            if (called != null && tables.isAdded(called.name()) && state.allows(arc, probe.tokenClass())) {
                return recognise(called);
            }
        }
        probe.back(here);
        return true;
    }

    private boolean follow(RuleTable rule) {
        int start = probe.mark();
        State state = rule.start();
        while (true) {
            State next = step(state);
            if (next == null) {
                if (state.isFinal() && probe.mark() > start) {
                    return true;
                }
                probe.back(start);
                return false;
            }
            state = next;
        }
    }

    /** The state behind the first arc that leads on, or null. */
    private State step(State state) {
        int token = probe.tokenClass();
        for (int arc = 0; arc < state.arcCount(); arc++) {
            if (state.allows(arc, token)) {
                RuleTable called = state.ruleOf(arc);
                if (called == null) {
                    probe.advance();
                    return state.targetOf(arc);
                }
                if (recognise(called)) {
                    return state.targetOf(arc);
                }
            }
        }
        return null;
    }

    private boolean recognise(RuleTable rule) {
        return switch (rule.name()) {
            case "stmt" -> all.compound.statement();
            case "simple_stmt" -> all.simple.line();
            case "suite" -> all.compound.block();
            case "namedexpr_test" -> all.expressions.namedExpression() != null;
            case "test" -> all.expressions.expression() != null;
            case "or_test", "test_nocond" -> all.expressions.disjunction() != null;
            case "expr" -> all.expressions.bitwiseOr() != null;
            case "testlist", "testlist_star_expr", "exprlist" -> all.expressions.starExpressions() != null;
            case "star_expr" -> all.expressions.starredExpression() != null;
            case "atom_expr" -> all.atoms.primary() != null;
            case "yield_expr" -> all.expressions.yieldExpression() != null;
            case "arglist" -> all.arguments.arguments() != null;
            case "comp_for" -> all.atoms.clauses() != null;
            // What these recognise was tried before.
            case "if_stmt",
                    "while_stmt",
                    "for_stmt",
                    "try_stmt",
                    "with_stmt",
                    "funcdef",
                    "classdef",
                    "decorated",
                    "async_stmt",
                    "match_stmt",
                    "expr_stmt",
                    "del_stmt",
                    "flow_stmt",
                    "import_stmt",
                    "assert_stmt" -> false;
            default -> follow(rule);
        };
    }
}
