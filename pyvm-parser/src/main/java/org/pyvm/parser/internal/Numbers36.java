package org.pyvm.parser.internal;

import java.util.List;

/** The rules of CPython 3.6's grammar in the order of its {@code symbol} module, which numbers them from 256. */
public final class Numbers36 {
    private static final int FIRST = 256;

    private static final List<String> NAMES = List.of("""
        single_input file_input eval_input decorator decorators decorated async_funcdef funcdef parameters \
        typedargslist tfpdef varargslist vfpdef stmt simple_stmt small_stmt expr_stmt annassign \
        testlist_star_expr augassign del_stmt pass_stmt flow_stmt break_stmt continue_stmt return_stmt \
        yield_stmt raise_stmt import_stmt import_name import_from import_as_name dotted_as_name import_as_names \
        dotted_as_names dotted_name global_stmt nonlocal_stmt assert_stmt compound_stmt async_stmt if_stmt \
        while_stmt for_stmt try_stmt with_stmt with_item except_clause suite test test_nocond lambdef \
        lambdef_nocond or_test and_test not_test comparison comp_op star_expr expr xor_expr and_expr shift_expr \
        arith_expr term factor power atom_expr atom testlist_comp trailer subscriptlist subscript sliceop \
        exprlist testlist dictorsetmaker classdef arglist argument comp_iter comp_for comp_if encoding_decl \
        yield_expr yield_arg\
        """.split(" "));

    private Numbers36() {}

    /** The number of a rule, or -1. */
    public static int of(String rule) {
        int index = NAMES.indexOf(rule);
        return index < 0 ? -1 : FIRST + index;
    }
}
