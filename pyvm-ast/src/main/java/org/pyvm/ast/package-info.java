/**
 * Abstract syntax: the nodes of Python 3.11's ASDL as records, the stage that makes them from a parse tree, and their
 * dump.
 *
 * <p>Knows nothing of scopes or code. Start at {@link org.pyvm.ast.Stmt} and {@link org.pyvm.ast.Expr}; {@link
 * org.pyvm.ast.AstBuilder} is the stage.
 */
package org.pyvm.ast;
