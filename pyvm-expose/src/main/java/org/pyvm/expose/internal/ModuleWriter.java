package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;

/** Writes the class {@code XExposed} of a {@link PythonModule}. */
final class ModuleWriter {
    private final TypeElement owner;
    private final PythonModule annotation;
    private final Conversions conversions;
    private final BodyWriter bodies;
    private final SourceWriter define = new SourceWriter();
    private final SourceWriter complete = new SourceWriter();
    private final Set<String> names = new HashSet<>();

    ModuleWriter(TypeElement owner, Conversions conversions) {
        this.owner = owner;
        this.annotation = owner.getAnnotation(PythonModule.class);
        this.conversions = conversions;
        this.bodies = new BodyWriter(owner, conversions);
    }

    String write() {
        Function.checkAccess(owner);
        for (Element member : owner.getEnclosedElements()) {
            member(member, false);
        }
        for (TypeElement part : TypeWriter.parts(owner, PythonModule.class)) {
            for (Element member : part.getEnclosedElements()) {
                member(member, true);
            }
        }
        String name = TypeWriter.simpleName(owner);
        SourceWriter out = new SourceWriter();
        TypeWriter.header(out, TypeWriter.packageName(owner));
        out.line("/** The Python module that {@link " + owner.getQualifiedName() + "} is; written by the build. */");
        out.line(TypeWriter.GENERATED);
        out.line("public final class " + name + " extends org.pyvm.objects.exposed.ExposedModule {");
        out.line("private final " + owner.getQualifiedName() + " module;");
        out.line("");
        out.line("public " + name + "(org.pyvm.objects.InterpreterState interpreter) {");
        out.line("super(" + Names.literal(annotation.value()) + ", " + Names.literal(annotation.doc()) + ");");
        out.line("module = new " + owner.getQualifiedName() + "(" + constructorArgument() + ");");
        out.line("}");
        out.override("protected void define(org.pyvm.objects.exposed.ModuleMembers members)");
        for (String line : define.toString().split("\n")) {
            out.line(line);
        }
        out.line("}");
        out.override("protected void complete(ThreadState thread, org.pyvm.objects.types.PyModule object)");
        for (String line : complete.toString().split("\n")) {
            out.line(line);
        }
        out.line("}");
        bodies.writeTo(out);
        out.line("}");
        return out.toString();
    }

    private String constructorArgument() {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(owner.getEnclosedElements())) {
            List<? extends VariableElement> parameters = constructor.getParameters();
            boolean plain = parameters.isEmpty();
            boolean withInterpreter = parameters.size() == 1
                    && parameters.getFirst().asType().toString().equals(Names.INTERPRETER);
            if ((plain || withInterpreter) && !constructor.getModifiers().contains(Modifier.PRIVATE)) {
                return plain ? "" : "interpreter";
            }
        }
        throw new Problem(owner, "a module needs a constructor that takes nothing or the InterpreterState");
    }

    private void claim(Element element, String name) {
        Conversions.require(element, names.add(name), "the module has two members '" + name + "'");
    }

    private void member(Element member, boolean inPart) {
        PythonConstant constant = member.getAnnotation(PythonConstant.class);
        if (constant != null) {
            constant(member, constant.value());
        }
        if (!(member instanceof ExecutableElement method)) {
            return;
        }
        PythonFunction annotated = method.getAnnotation(PythonFunction.class);
        if (annotated != null) {
            Function function = Function.of(
                    method, annotated.value(), annotated.doc(), annotated.raw(), Function.Form.FREE, inPart);
            claim(method, function.name());
            int number = bodies.function(function);
            define.line("members.function(" + number + ", " + Names.literal(function.name()) + ", "
                    + Names.literal(function.doc()) + ", " + TypeWriter.signature(withModule(function), function.name())
                    + ");");
        }
        if (method.getAnnotation(PythonModuleInit.class) != null) {
            init(method);
        }
    }

    /** The signature shown starts with {@code $module}, as that of every function of CPython does. */
    private static Function withModule(Function function) {
        SignatureText signature = function.signature();
        if (signature == null || signature.receiver() != null) {
            return function;
        }
        String parameters = signature.text().substring(1);
        String text = "($module, " + (parameters.equals(")") ? "/)" : parameters);
        return function.withSignature(
                new SignatureText(signature.name(), text, signature.receiver(), signature.params()));
    }

    private void init(ExecutableElement method) {
        Function.checkAccess(method);
        List<String> arguments = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            arguments.add(
                    switch (parameter.asType().toString()) {
                        case Names.THREAD -> "thread";
                        case Names.INTERPRETER -> "thread.interpreter()";
                        case Names.MODULE -> "object";
                        default ->
                            throw new Problem(
                                    parameter, "a module's init takes ThreadState, InterpreterState, PyModule");
                    });
        }
        complete.line("module." + method.getSimpleName() + "(" + String.join(", ", arguments) + ");");
    }

    private void constant(Element member, String name) {
        claim(member, name);
        Function.checkAccess(member);
        boolean method = member instanceof ExecutableElement;
        TypeMirror type = method ? ((ExecutableElement) member).getReturnType() : member.asType();
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        if (method) {
            Conversions.require(
                    member,
                    ((ExecutableElement) member).getParameters().isEmpty(),
                    "a constant's method has no parameters");
        }
        String value = (isStatic ? ((TypeElement) member.getEnclosingElement()).getQualifiedName() : "module") + "."
                + member.getSimpleName() + (method ? "()" : "");
        String converted = conversions.result(type, value);
        Conversions.require(member, converted != null, "no conversion from " + type + " to a Python object");
        define.line("members.constant(" + Names.literal(name) + ", " + converted + ");");
    }
}
