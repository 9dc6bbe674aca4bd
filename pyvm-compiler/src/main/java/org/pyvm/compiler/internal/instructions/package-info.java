/** The rows of the instruction set, one class per family of opcodes. What they do is written in pyvm-eval. */
package org.pyvm.compiler.internal.instructions;
