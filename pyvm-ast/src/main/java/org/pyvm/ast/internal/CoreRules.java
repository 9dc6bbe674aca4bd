package org.pyvm.ast.internal;

import java.util.HashMap;
import java.util.Map;

/** The lowerings of Python's own rules. Rules that only others look into ({@code trailer}, {@code suite}) are not here. */
final class CoreRules {
    static final Map<String, Entry> BY_NAME = rules();

    private CoreRules() {}

    private static Map<String, Entry> rules() {
        Map<String, Entry> rules = new HashMap<>();
        addSimpleStatements(rules);
        addCompoundStatements(rules);
        addExpressions(rules);
        addPatterns(rules);
        return Map.copyOf(rules);
    }

    private static void addSimpleStatements(Map<String, Entry> rules) {
        rules.put("expr_stmt", Entry.of(Assignments::exprStmt));
        rules.put("del_stmt", Entry.of(SimpleStatements::delStmt));
        rules.put("pass_stmt", Entry.of(SimpleStatements::passStmt));
        rules.put("break_stmt", Entry.of(SimpleStatements::breakStmt));
        rules.put("continue_stmt", Entry.of(SimpleStatements::continueStmt));
        rules.put("return_stmt", Entry.of(SimpleStatements::returnStmt));
        rules.put("raise_stmt", Entry.of(SimpleStatements::raiseStmt));
        rules.put("global_stmt", Entry.of(SimpleStatements::globalStmt));
        rules.put("nonlocal_stmt", Entry.of(SimpleStatements::nonlocalStmt));
        rules.put("assert_stmt", Entry.of(SimpleStatements::assertStmt));
        rules.put("import_name", Entry.of(Imports::importName));
        rules.put("import_from", Entry.of(Imports::importFrom));
    }

    private static void addCompoundStatements(Map<String, Entry> rules) {
        rules.put("if_stmt", Entry.of(CompoundStatements::ifStmt));
        rules.put("while_stmt", Entry.of(CompoundStatements::whileStmt));
        rules.put("for_stmt", Entry.of((tree, lower) -> CompoundStatements.forStmt(tree, tree, false, lower)));
        rules.put("with_stmt", Entry.of((tree, lower) -> CompoundStatements.withStmt(tree, tree, false, lower)));
        rules.put("async_stmt", Entry.of(CompoundStatements::asyncStmt));
        rules.put("try_stmt", Entry.of(TryStatements::tryStmt));
        rules.put("match_stmt", Entry.of(MatchStatements::matchStmt));
        rules.put("funcdef", Entry.of(Definitions::undecorated));
        rules.put("async_funcdef", Entry.of(Definitions::undecorated));
        rules.put("classdef", Entry.of(Definitions::undecorated));
        rules.put("decorated", Entry.of(Definitions::decorated));
    }

    private static void addExpressions(Map<String, Entry> rules) {
        rules.put("namedexpr_test", Entry.operator(Operators::namedExpr));
        rules.put("test", Entry.operator(Operators::conditional));
        rules.put("lambdef", Entry.of(Definitions::lambda));
        rules.put("or_test", Entry.operator(Operators::orTest));
        rules.put("and_test", Entry.operator(Operators::andTest));
        rules.put("not_test", Entry.operator(Operators::unary));
        rules.put("comparison", Entry.operator(Operators::comparison));
        rules.put("star_expr", Entry.of(Operators::starred));
        for (String binary :
                new String[] {"expr", "xor_expr", "and_expr", "shift_expr", "arith_expr", "term", "power"}) {
            rules.put(binary, Entry.operator(Operators::binary));
        }
        rules.put("factor", Entry.operator(Operators::unary));
        rules.put("atom_expr", Entry.operator(Primaries::atomExpr));
        rules.put("atom", Entry.operator(Displays::atom));
        for (String tuple : new String[] {"testlist_star_expr", "testlist", "exprlist", "subject_expr"}) {
            rules.put(tuple, Entry.operator(Displays::tuple));
        }
        rules.put("yield_expr", Entry.of(Operators::yieldExpr));
    }

    private static void addPatterns(Map<String, Entry> rules) {
        rules.put("patterns", Entry.operator(MatchStatements::patterns));
        rules.put("pattern", Entry.operator(MatchStatements::asPattern));
        rules.put("or_pattern", Entry.operator(MatchStatements::orPattern));
        rules.put("star_pattern", Entry.of(MatchStatements::starPattern));
        rules.put("literal_pattern", Entry.of(MatchStatements::literalPattern));
        rules.put("wildcard_pattern", Entry.of(MatchStatements::wildcardPattern));
        rules.put("dotted_name", Entry.of(MatchStatements::dottedName));
        rules.put("name_pattern", Entry.operator(MatchStatements::classPattern));
        rules.put("sequence_pattern", Entry.of(MatchStatements::sequencePattern));
        rules.put("mapping_pattern", Entry.of(MatchStatements::mappingPattern));
    }
}
