/**
 * The two passes: {@link org.pyvm.symtable.internal.Collector} walks the AST and records what each block binds and uses,
 * {@link org.pyvm.symtable.internal.Analyzer} passes bound names down and free names up.
 */
package org.pyvm.symtable.internal;
