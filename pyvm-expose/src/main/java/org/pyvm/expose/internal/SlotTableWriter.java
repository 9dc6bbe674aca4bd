package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Writes the nested class {@code SlotTable}: an override for each slot that the type fills. */
final class SlotTableWriter {
    private final TypeElement owner;
    private final SlotCatalog catalog;
    private final Conversions conversions;
    private final Types types;
    private final SourceWriter out = new SourceWriter();
    private final Set<String> filled = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();

    SlotTableWriter(TypeElement owner, SlotCatalog catalog, Conversions conversions, Types types) {
        this.owner = owner;
        this.catalog = catalog;
        this.conversions = conversions;
        this.types = types;
    }

    boolean fills(String slot) {
        return filled.contains(slot);
    }

    /** One annotated method. */
    void slot(ExecutableElement method) {
        Function.checkAccess(method);
        String slot = SlotCatalog.slotOf(method);
        ExecutableElement form = formFor(method, slot);
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Conversions.require(
                method,
                isStatic || !SlotCatalog.takesEitherOperand(slot, form),
                slot + " must be static, because either operand may be of this type");
        Conversions.require(method, isStatic || !slot.equals("TP_NEW"), "TP_NEW must be static");
        filled.add(slot);
        String key = form.toString();
        Conversions.require(method, written.add(key), slot + " is filled twice");
        List<String> arguments = new ArrayList<>();
        List<? extends VariableElement> own = method.getParameters();
        int at = 0;
        if (!own.isEmpty() && own.getFirst().asType().toString().equals(Names.THREAD)) {
            arguments.add("thread");
            at++;
        }
        for (int i = isStatic ? 1 : 2; i < form.getParameters().size(); i++, at++) {
            String wanted = own.get(at).asType().toString();
            arguments.add(
                    wanted.equals(form.getParameters().get(i).asType().toString())
                            ? "p" + i
                            : "(" + wanted + ") p" + i);
        }
        String target = isStatic
                ? ((TypeElement) method.getEnclosingElement()).getQualifiedName() + "."
                : "((" + owner.getQualifiedName() + ") p1).";
        declare(form);
        statement(
                form,
                method.getReturnType(),
                target + method.getSimpleName() + "(" + String.join(", ", arguments) + ")");
        out.line("}");
    }

    private void declare(ExecutableElement form) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < form.getParameters().size(); i++) {
            String type = form.getParameters().get(i).asType().toString();
            parameters.add(type + (i == 0 ? " thread" : " p" + i));
        }
        out.override("public " + form.getReturnType() + " " + form.getSimpleName() + "(" + String.join(", ", parameters)
                + ")");
    }

    private void statement(ExecutableElement form, TypeMirror result, String call) {
        if (form.getReturnType().getKind() == TypeKind.VOID) {
            out.line(call + ";");
        } else if (form.getReturnType().toString().equals(Names.OBJECT)) {
            out.line("return " + conversions.result(result, call) + ";");
        } else {
            out.line("return " + call + ";");
        }
    }

    /** The method of Slots that an annotated method implements: same parameters, same kind of result. */
    private ExecutableElement formFor(ExecutableElement method, String slot) {
        List<ExecutableElement> forms = catalog.methods(slot);
        for (ExecutableElement form : forms) {
            if (SlotCatalog.orNull(form) == SlotCatalog.orNull(method) && matches(method, form)) {
                return form;
            }
        }
        throw new Problem(
                method,
                slot + " needs the parameters and result of "
                        + forms.stream().map(f -> f.getReturnType() + " " + f).collect(Collectors.joining(" or ")));
    }

    private boolean matches(ExecutableElement method, ExecutableElement form) {
        List<VariableElement> own = new ArrayList<>(method.getParameters());
        if (!own.isEmpty() && own.getFirst().asType().toString().equals(Names.THREAD)) {
            own.removeFirst();
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        List<? extends VariableElement> wanted = form.getParameters()
                .subList(isStatic ? 1 : 2, form.getParameters().size());
        if (own.size() != wanted.size() || !resultMatches(method.getReturnType(), form.getReturnType())) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            TypeMirror type = own.get(i).asType();
            TypeMirror other = wanted.get(i).asType();
            // The object itself may be declared narrower: it is of this type.
            boolean self = isStatic && i == 0 && types.isSubtype(type, other);
            if (!self && !types.isSameType(type, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean resultMatches(TypeMirror own, TypeMirror form) {
        if (!form.toString().equals(Names.OBJECT)) {
            return types.isSameType(own, form);
        }
        return own.getKind() != TypeKind.INT && conversions.result(own, "") != null;
    }

    /** {@code __new__} or {@code __init__} by a signature. */
    void constructor(Function function, boolean init, String typeName, BodyWriter arguments) {
        String slot = init ? "TP_INIT" : "TP_NEW";
        Conversions.require(function.method(), filled.add(slot), slot + " is filled twice");
        String constant = init ? "INIT" : "NEW";
        boolean bound = !function.raw();
        if (bound) {
            out.line("");
            out.line("private static final org.pyvm.objects.exposed.Signature " + constant + " = "
                    + TypeWriter.signature(function, typeName) + ".ofConstructor();");
        }
        ExecutableElement form = catalog.methods(slot).getFirst();
        declare(form);
        if (bound) {
            out.line(Names.OBJECT + "[] args = " + constant + (init ? ".bindInit" : ".bindNew") + "(p1, p2, p3);");
        }
        List<String> all = new ArrayList<>();
        if (function.withThread()) {
            all.add("thread");
        }
        if (function.receiver() == Function.Receiver.PARAMETER) {
            String type =
                    function.method().getParameters().get(all.size()).asType().toString();
            all.add(type.equals(init ? Names.OBJECT : Names.TYPE) ? "p1" : "(" + type + ") p1");
        }
        if (bound) {
            all.addAll(arguments.arguments(function, typeName, true));
        } else {
            all.add("p2");
            all.add("p3");
        }
        String target = function.isStatic()
                ? ((TypeElement) function.method().getEnclosingElement()).getQualifiedName() + "."
                : "((" + owner.getQualifiedName() + ") p1).";
        String call = target + function.method().getSimpleName() + "(" + String.join(", ", all) + ")";
        Conversions.require(
                function.method(),
                init
                        ? function.isVoid()
                        : conversions.isObject(function.method().getReturnType()),
                init ? "__init__ returns nothing" : "__new__ returns a PyObject");
        out.line((init ? "" : "return ") + call + ";");
        out.line("}");
    }

    /** Completes the class. */
    void writeTo(SourceWriter target, String base, boolean hashable, String fullName) {
        boolean callable = written.stream().anyMatch(key -> key.startsWith("call("));
        Conversions.require(
                owner,
                !callable || written.stream().anyMatch(key -> key.startsWith("call(") && key.contains("[]")),
                "TP_CALL needs the form with (PyObject[] args, PyStr[] names) too");
        if (!hashable) {
            declare(catalog.methods("TP_HASH").getFirst());
            out.line("throw org.pyvm.objects.PyErr.typeError(\"unhashable type: '%T'\", p1);");
            out.line("}");
        }
        boolean notInstantiable = !fills("TP_NEW") && base.equals(Names.SLOTS);
        if (notInstantiable) {
            declare(catalog.methods("TP_NEW").getFirst());
            out.line("throw org.pyvm.objects.PyErr.typeError(\"cannot create '" + fullName + "' instances\");");
            out.line("}");
        }
        boolean getAttribute = written.stream().anyMatch(key -> key.startsWith("getAttribute("));
        boolean getOrNull = written.stream().anyMatch(key -> key.startsWith("getAttributeOrNull("));
        if (getAttribute && !getOrNull) {
            for (ExecutableElement form : catalog.methods("TP_GETATTRO")) {
                if (SlotCatalog.orNull(form)) {
                    declare(form);
                    out.line("return org.pyvm.objects.protocol.Attributes.nullIfMissing(thread, p1, p2);");
                    out.line("}");
                }
            }
        }
        target.line("");
        target.line("/** The slots of the type. */");
        target.line("public static class SlotTable extends " + base + " {");
        String set = "java.util.Set<org.pyvm.objects.Slot>";
        if (!filled.isEmpty() || notInstantiable) {
            target.override("protected void fill(" + set + " slots)");
            target.line("super.fill(slots);");
            for (String slot : filled) {
                target.line("slots.add(org.pyvm.objects.Slot." + slot + ");");
            }
            if (notInstantiable) {
                target.line("slots.remove(org.pyvm.objects.Slot.TP_NEW);");
            }
            target.line("}");
        }
        target.override("public " + set + " declared()");
        target.line(
                filled.isEmpty()
                        ? "return java.util.Set.of();"
                        : "return java.util.EnumSet.of("
                                + filled.stream()
                                        .map(s -> "org.pyvm.objects.Slot." + s)
                                        .collect(Collectors.joining(", "))
                                + ");");
        target.line("}");
        for (String line : out.toString().split("\n", -1)) {
            target.line(line.strip());
        }
        target.line("}");
    }
}
