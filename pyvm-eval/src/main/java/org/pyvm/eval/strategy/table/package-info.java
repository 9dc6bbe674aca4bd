/**
 * The strategy {@code table}: one handler object for each opcode, found in an array by its number. The loop knows no
 * opcode, so that what it costs to dispatch can be measured by itself.
 */
package org.pyvm.eval.strategy.table;
