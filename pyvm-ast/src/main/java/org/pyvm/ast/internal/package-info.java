/**
 * The parts of the AST builder: one class lowers each family of nodes, others decode literals.
 *
 * <p>Start at {@link org.pyvm.ast.internal.TreeLowering}, which finds the lowering of a node.
 */
package org.pyvm.ast.internal;
