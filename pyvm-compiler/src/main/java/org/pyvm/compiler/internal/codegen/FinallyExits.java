package org.pyvm.compiler.internal.codegen;

import org.pyvm.compiler.BasicBlock;

/** Where break and continue statements that leave a finally clause are gathered; a block is null until it is needed. */
final class FinallyExits {
    final BasicBlock onBreak = new BasicBlock();
    final BasicBlock onContinue = new BasicBlock();
    boolean breaks;
    boolean continues;
}
