/**
 * AST to basic blocks: one class for each family of nodes. {@link org.pyvm.compiler.internal.codegen.CodeGenerator}
 * holds the state and hands nodes out; {@link org.pyvm.compiler.internal.codegen.Unit} is one code object being made.
 */
package org.pyvm.compiler.internal.codegen;
