/** Control flow graph to bytes: offsets, EXTENDED_ARG, line tables, and the stack depth that the code needs. */
package org.pyvm.compiler.internal.assemble;
