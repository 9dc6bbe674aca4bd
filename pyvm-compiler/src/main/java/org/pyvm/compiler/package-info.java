/**
 * AST and symbol table to code objects: the instruction set, code generation into basic blocks, passes over the control
 * flow graph, the assembler, and the tools that read code (verifier, disassembler).
 *
 * <p>Nothing here executes code, and no Python object lives here: constants are plain Java values. Start at {@link
 * org.pyvm.compiler.Compiler} and {@link org.pyvm.compiler.InstructionSet}.
 */
package org.pyvm.compiler;
