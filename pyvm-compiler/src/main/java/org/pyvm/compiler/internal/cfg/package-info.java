/** The passes over the control flow graph: what 3.6's peephole optimizer does in one walk, one rule to a class. */
package org.pyvm.compiler.internal.cfg;
