package org.pyvm.eval.strategy.closure;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Unwinding;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;

/**
 * Turns blocks into one method of a hidden class, so that HotSpot sees the program and not an interpreter of it. Nodes and
 * statements that have no bytecode of their own, and what caches something, are constants of that class.
 */
final class BodyCompiler {
    /** HotSpot does not compile methods with more bytecode than 8,000 bytes. */
    private static final int LIMIT = 7_900;

    private static final ClassDesc SUPER = Emitter.desc(CompiledBody.class);
    private static final ClassDesc SELF = ClassDesc.of(CompiledBody.class.getPackageName(), "Compiled");
    private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(ConstantDescs.CD_Object, Emitter.desc(ThreadState.class), Emitter.desc(Frame.class));

    private BodyCompiler() {}

    /** Bytecode for what is reached from a block, or null when that would be too much. */
    static CompiledBody compile(ClosureCode code, Block entry) {
        CompiledBody body = compile(code, entry, false);
        return body != null ? body : compile(code, entry, true);
    }

    private static CompiledBody compile(ClosureCode code, Block entry, boolean compact) {
        Emitter[] emitter = new Emitter[1];
        ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(CompiledBody.class.getClassLoader())));
        byte[] bytes;
        try {
            bytes = files.build(SELF, type -> {
                type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
                type.withSuperclass(SUPER);
                constructor(type);
                type.withMethodBody("run", RUN, 0, body -> {
                    emitter[0] = new Emitter(body, SELF, code, compact);
                    emitter[0].body(entry);
                });
                if (entry.offset == 0 && code.isEntry()) {
                    type.withMethodBody(
                            "call",
                            callType(code.parameters()),
                            ClassFile.ACC_PUBLIC,
                            body -> call(body, code.parameters()));
                }
                constants(type, emitter[0].constants());
            });
        } catch (IllegalArgumentException tooLarge) {
            // A jump over more than 32,767 bytes, or a method beyond 65,535.
            return null;
        }
        return length(bytes) > LIMIT ? null : define(bytes, emitter[0].constants());
    }

    private static MethodTypeDesc callType(int count) {
        ClassDesc[] parameters = new ClassDesc[count + 2];
        Arrays.fill(parameters, Emitter.OBJECT);
        parameters[0] = Emitter.THREAD;
        return MethodTypeDesc.of(Emitter.OBJECT, parameters);
    }

    /** The call with as many arguments as there are parameters: they go into a new frame, which is run at once. */
    private static void call(CodeBuilder code, int count) {
        int frame = 3 + count;
        Label usual = code.newLabel();
        code.aload(0).aload(1).aload(2);
        code.invokevirtual(SUPER, "begin", MethodTypeDesc.of(Emitter.FRAME, Emitter.THREAD, Emitter.OBJECT));
        code.dup().astore(frame).ifnull(usual);
        if (count > 0) {
            code.aload(frame).getfield(Emitter.FRAME, "slots", Emitter.SLOTS);
            for (int i = 0; i < count; i++) {
                if (i < count - 1) {
                    code.dup();
                }
                code.loadConstant(i).aload(3 + i).aastore();
            }
        }
        code.trying(
                guarded -> {
                    guarded.aload(0).aload(1).aload(frame);
                    guarded.invokevirtual(SELF, "run", RUN);
                    guarded.astore(frame + 1);
                },
                handlers -> handlers.catchingAll(handler -> {
                    handler.astore(frame + 1);
                    handler.aload(0).aload(frame + 1).aload(1).aload(frame);
                    handler.invokevirtual(SUPER, "failed", outcomeType(ConstantDescs.CD_Throwable));
                    handler.areturn();
                }));
        code.aload(0).aload(frame + 1).aload(1).aload(frame);
        code.invokevirtual(SUPER, "end", outcomeType(ConstantDescs.CD_Object)).areturn();
        code.labelBinding(usual);
        code.aload(0);
        for (int i = 0; i < count + 2; i++) {
            code.aload(1 + i);
        }
        code.invokespecial(SUPER, "call", callType(count)).areturn();
    }

    private static MethodTypeDesc outcomeType(ClassDesc outcome) {
        return MethodTypeDesc.of(Emitter.OBJECT, outcome, Emitter.THREAD, Emitter.FRAME);
    }

    /** Where an exception goes on, as {@link Unwinding#raise} tells. */
    static int handler(PyErr error, ThreadState thread, Frame frame) {
        return error == frame.leaving ? Unwinding.ESCAPE : Unwinding.raise(thread, frame, error);
    }

    private static int length(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .mapToInt(method ->
                        method.code().map(c -> ((CodeAttribute) c).codeLength()).orElse(0))
                .max()
                .orElse(0);
    }

    private static void constructor(ClassBuilder type) {
        type.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                0,
                code -> code.aload(0)
                        .invokespecial(SUPER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .return_());
    }

    /** Static final fields, which the JIT takes for constants, from the array that the class is defined with. */
    private static void constants(ClassBuilder type, List<Object> constants) {
        for (int i = 0; i < constants.size(); i++) {
            type.withField(
                    Emitter.fieldName(i),
                    Emitter.fieldType(constants.get(i)),
                    ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_PRIVATE);
        }
        type.withMethodBody(
                ConstantDescs.CLASS_INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_STATIC,
                code -> initialize(code, constants));
    }

    private static void initialize(CodeBuilder code, List<Object> constants) {
        code.invokestatic(
                Emitter.desc(MethodHandles.class), "lookup", MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup));
        code.ldc("_").ldc(OBJECTS);
        code.invokestatic(
                Emitter.desc(MethodHandles.class),
                "classData",
                MethodTypeDesc.of(
                        ConstantDescs.CD_Object,
                        ConstantDescs.CD_MethodHandles_Lookup,
                        ConstantDescs.CD_String,
                        ConstantDescs.CD_Class));
        code.checkcast(OBJECTS).astore(0);
        for (int i = 0; i < constants.size(); i++) {
            ClassDesc type = Emitter.fieldType(constants.get(i));
            code.aload(0).loadConstant(i).aaload().checkcast(type).putstatic(SELF, Emitter.fieldName(i), type);
        }
        code.return_();
    }

    private static CompiledBody define(byte[] bytes, List<Object> constants) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants.toArray(), true);
            return (CompiledBody)
                    lookup.findConstructor(lookup.lookupClass(), java.lang.invoke.MethodType.methodType(void.class))
                            .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
