package org.pyvm.parser.internal;

import org.pyvm.parser.ParseTree;
import org.pyvm.parser.internal.check.ArgumentCheck;
import org.pyvm.parser.internal.check.ImportCheck;
import org.pyvm.parser.internal.check.NodeCheck;
import org.pyvm.parser.internal.check.ParameterCheck;
import org.pyvm.parser.internal.check.PatternCheck;
import org.pyvm.parser.internal.check.TargetCheck;
import org.pyvm.parser.internal.check.WalrusCheck;

/** Finds the check of a node that is finished. */
final class NodeChecks {
    private final NodeCheck[] byRule;

    NodeChecks(ParseTables tables) {
        byRule = new NodeCheck[tables.ruleCount()];
        for (int i = 0; i < byRule.length; i++) {
            byRule[i] = of(tables.rule(i).name());
        }
    }

    private static NodeCheck of(String rule) {
        return switch (rule) {
            case "expr_stmt" -> TargetCheck::assignment;
            case "for_stmt", "comp_for" -> TargetCheck::loop;
            case "del_stmt" -> TargetCheck::deletion;
            case "with_item" -> TargetCheck::withItem;
            case "namedexpr_test", "subscript" -> WalrusCheck::first;
            case "dictorsetmaker" -> WalrusCheck::any;
            case "argument" -> ArgumentCheck::argument;
            case "arglist" -> ArgumentCheck::order;
            case "classdef" -> ArgumentCheck::bases;
            case "typedargslist", "varargslist" -> ParameterCheck::order;
            case "import_from" -> ImportCheck::names;
            case "eval_input" -> TargetCheck::noStar;
            case "atom" -> TargetCheck::group;
            case "pattern", "star_pattern", "mapping_pattern", "mapping_item" -> PatternCheck::names;
            case "literal_pattern" -> PatternCheck::complex;
            case "pattern_arglist" -> PatternCheck::order;
            default -> null;
        };
    }

    /** The first thing in a finished node that the grammar's text allows and Python does not; else null. */
    ParseTree firstWrong(int rule, ParseTree node) {
        NodeCheck check = byRule[rule];
        return check == null ? null : check.firstWrong(node);
    }
}
