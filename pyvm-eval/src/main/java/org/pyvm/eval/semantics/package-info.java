/**
 * What each instruction means: one method an opcode, named by {@link org.pyvm.eval.semantics.Semantics} and used by every
 * strategy. What an instruction takes from the value stack are the method's parameters, what it leaves is its result;
 * moving the stack and the program counter is the strategy's work.
 */
package org.pyvm.eval.semantics;
