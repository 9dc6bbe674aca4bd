package org.pyvm.plugins.addconstant;

import com.google.auto.service.AutoService;
import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.Instruction;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.runtime.PyvmPlugin;

/** A superinstruction: LOAD_CONST and BINARY_ADD behind it become ADD_CONST. No program can tell but by its bytecode. */
@AutoService(PyvmPlugin.class)
public final class AddConstantPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        opcode(
                Opcode.opcode("ADD_CONST")
                        .argument(Opcode.Argument.CONSTANT)
                        .takes("v")
                        .gives("v + constant")
                        .means("v + constant."),
                (thread, frame, argument, operands) ->
                        Arithmetic.binaryAdd(thread, operands[0], frame.code().constants()[argument]));
        cfgPass(CfgPass.named("add-constant", AddConstantPlugin::fuse));
    }

    /** Whoever steps through lines sees both otherwise. */
    private static boolean areOnOneLine(Instruction load, Instruction add) {
        return load.range() != null
                && add.range() != null
                && load.range().line() == add.range().line()
                && add.newLine() <= 0;
    }

    private static void fuse(ControlFlowGraph graph) {
        int addConst = graph.instructions().number("ADD_CONST");
        for (BasicBlock block : graph.blocks()) {
            List<Instruction> code = block.instructions();
            for (int i = 0; i + 1 < code.size(); i++) {
                Instruction load = code.get(i);
                Instruction add = code.get(i + 1);
                if (load.is(Opcodes.LOAD_CONST) && add.is(Opcodes.BINARY_ADD) && areOnOneLine(load, add)) {
                    load.become(addConst, load.argument(), null);
                    load.setRange(add.range());
                    code.remove(i + 1);
                }
            }
        }
    }
}
