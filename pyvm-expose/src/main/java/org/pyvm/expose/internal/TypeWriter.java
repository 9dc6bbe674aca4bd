package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonStaticMethod;
import org.pyvm.expose.PythonType;

/** Writes the class {@code XExposed} of a {@link PythonType}. */
final class TypeWriter {
    static final String GENERATED =
            "@javax.annotation.processing.Generated(\"" + ExposeProcessor.class.getName() + "\")";

    private final TypeElement owner;
    private final PythonType annotation;
    private final Conversions conversions;
    private final BodyWriter bodies;
    private final SlotTableWriter slots;
    /** In the order in which CPython fills the dictionary: methods, members, attributes. */
    private final SourceWriter methods = new SourceWriter();

    private final SourceWriter fields = new SourceWriter();
    private final SourceWriter attributes = new SourceWriter();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> setters = new HashMap<>();
    private final Map<String, PythonSetter> setterAnnotations = new HashMap<>();
    private final Map<String, Element> unusedSetters = new LinkedHashMap<>();
    private String textSignature;

    TypeWriter(TypeElement owner, SlotCatalog catalog, Conversions conversions, Types types) {
        this.owner = owner;
        this.annotation = owner.getAnnotation(PythonType.class);
        this.conversions = conversions;
        this.bodies = new BodyWriter(owner, conversions);
        this.slots = new SlotTableWriter(owner, catalog, conversions, types);
    }

    /**
     * The classes of {@link PythonType#parts}, or of the element of that name of another annotation; those that javac does
     * not know are left out: it says so itself.
     */
    static List<TypeElement> parts(TypeElement owner, Class<?> annotation) {
        List<TypeElement> parts = new ArrayList<>();
        for (AnnotationValue value : partValues(owner, annotation)) {
            if (value.getValue() instanceof DeclaredType part && part.getKind() == TypeKind.DECLARED) {
                parts.add((TypeElement) part.asElement());
            }
        }
        return parts;
    }

    /** Whether all parts are known. The annotation of a class with an unknown one cannot be read. */
    static boolean isResolved(TypeElement owner, Class<?> annotation) {
        return parts(owner, annotation).size() == partValues(owner, annotation).size();
    }

    private static List<AnnotationValue> partValues(TypeElement owner, Class<?> annotation) {
        List<AnnotationValue> values = new ArrayList<>();
        for (AnnotationMirror mirror : owner.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (!type.getQualifiedName().contentEquals(annotation.getName())) {
                continue;
            }
            for (var entry : mirror.getElementValues().entrySet()) {
                if (entry.getKey().getSimpleName().contentEquals("parts")) {
                    for (Object value : (List<?>) entry.getValue().getValue()) {
                        values.add((AnnotationValue) value);
                    }
                }
            }
        }
        return values;
    }

    /** The generated class's simple name; that of a nested class starts with the names of the classes around it. */
    static String simpleName(TypeElement owner) {
        String name = owner.getSimpleName() + "Exposed";
        for (Element outer = owner.getEnclosingElement();
                outer.getKind() != ElementKind.PACKAGE;
                outer = outer.getEnclosingElement()) {
            name = outer.getSimpleName() + name;
        }
        return name;
    }

    static String packageName(TypeElement owner) {
        Element outer = owner;
        while (outer.getKind() != ElementKind.PACKAGE) {
            outer = outer.getEnclosingElement();
        }
        return ((javax.lang.model.element.PackageElement) outer)
                .getQualifiedName()
                .toString();
    }

    String write() {
        Conversions.require(owner, owner.getKind().isClass(), "@PythonType is for classes");
        Function.checkAccess(owner);
        members(owner, false);
        for (TypeElement part : parts(owner, PythonType.class)) {
            members(part, true);
        }
        unusedSetters.forEach((name, element) -> {
            throw new Problem(element, "the attribute '" + name + "' has a setter but no getter");
        });
        SourceWriter out = new SourceWriter();
        header(out, packageName(owner));
        out.line("/** What Python sees of {@link " + owner.getQualifiedName() + "}; written by the build. */");
        out.line(GENERATED);
        out.line("public final class " + simpleName(owner)
                + " extends org.pyvm.objects.exposed.BuiltinBodies implements org.pyvm.objects.BuiltinMembers {");
        out.override("public void define(PyType type, PyDict dict)");
        out.line("org.pyvm.objects.exposed.TypeMembers members ="
                + " new org.pyvm.objects.exposed.TypeMembers(type, dict, this);");
        if (!annotation.hashable()) {
            out.line("members.constant(\"__hash__\", Singletons.NONE);");
        }
        for (SourceWriter lines : List.of(methods, fields, attributes)) {
            for (String line : lines.toString().split("\n")) {
                out.line(line);
            }
        }
        if (!annotation.doc().isEmpty()) {
            out.line("type.setDoc(" + Names.literal(annotation.doc()) + ");");
        }
        if (!annotation.signature().isEmpty()) {
            textSignature = annotation.signature();
        }
        if (textSignature != null) {
            out.line("type.setTextSignature(" + Names.literal(textSignature) + ");");
        }
        out.line("}");
        bodies.writeTo(out);
        String full = annotation.module().equals("builtins")
                ? annotation.name()
                : annotation.module() + "." + annotation.name();
        slots.writeTo(out, baseTable(), annotation.hashable(), full);
        out.line("}");
        return out.toString();
    }

    static void header(SourceWriter out, String packageName) {
        out.line("package " + packageName + ";");
        out.line("");
        for (String name : List.of("PyObject", "PyType", "Singletons", "ThreadState")) {
            out.line("import " + Names.OBJECTS + name + ";");
        }
        for (String name : List.of("PyDict", "PyStr")) {
            out.line("import " + Names.TYPES + name + ";");
        }
        out.line("");
    }

    /** The slots of the next superclass that is exposed too. */
    private String baseTable() {
        TypeElement type = owner;
        while (type.getSuperclass() instanceof DeclaredType parent) {
            type = (TypeElement) parent.asElement();
            if (type.getAnnotation(PythonType.class) != null) {
                return packageName(type) + "." + simpleName(type) + ".SlotTable";
            }
        }
        return Names.SLOTS;
    }

    private void members(TypeElement holder, boolean part) {
        // Setters first, so that a getter knows of its setter wherever that stands.
        for (Element member : holder.getEnclosedElements()) {
            PythonSetter setter = member.getAnnotation(PythonSetter.class);
            if (setter != null) {
                Integer before = setters.put(
                        setter.value(), bodies.setter((ExecutableElement) member, setter.value(), setter.deletable()));
                Conversions.require(member, before == null, "the attribute '" + setter.value() + "' has two setters");
                setterAnnotations.put(setter.value(), setter);
                unusedSetters.put(setter.value(), member);
            }
        }
        for (Element member : holder.getEnclosedElements()) {
            if (member instanceof ExecutableElement method) {
                method(method, part);
            } else if (member instanceof VariableElement field) {
                PythonConstant constant = field.getAnnotation(PythonConstant.class);
                if (constant != null) {
                    constant(field, constant.value());
                }
            }
        }
    }

    private void method(ExecutableElement method, boolean part) {
        PythonMethod plain = method.getAnnotation(PythonMethod.class);
        if (plain != null) {
            Function function =
                    Function.of(method, plain.value(), plain.doc(), plain.raw(), Function.Form.METHOD, part);
            function("method", function);
        }
        PythonClassMethod ofClass = method.getAnnotation(PythonClassMethod.class);
        if (ofClass != null) {
            Function function = Function.of(
                    method, ofClass.value(), ofClass.doc(), ofClass.raw(), Function.Form.CLASS_METHOD, part);
            function("classMethod", function);
        }
        PythonStaticMethod isStatic = method.getAnnotation(PythonStaticMethod.class);
        if (isStatic != null) {
            Conversions.require(
                    method, method.getModifiers().contains(Modifier.STATIC), "a static method must be static");
            Function function =
                    Function.of(method, isStatic.value(), isStatic.doc(), isStatic.raw(), Function.Form.FREE, part);
            function("staticMethod", function);
        }
        PythonGetter getter = method.getAnnotation(PythonGetter.class);
        if (getter != null) {
            getter(method, getter);
        }
        PythonConstant constant = method.getAnnotation(PythonConstant.class);
        if (constant != null) {
            throw new Problem(method, "a constant of a type is a static field");
        }
        PythonNew made = method.getAnnotation(PythonNew.class);
        if (made != null) {
            constructor(method, made.value(), made.raw(), made.showSignature(), false);
        }
        PythonInit init = method.getAnnotation(PythonInit.class);
        if (init != null) {
            constructor(method, init.value(), init.raw(), init.showSignature(), true);
        }
        if (SlotCatalog.slotOf(method) != null) {
            slots.slot(method);
        }
    }

    private void constructor(ExecutableElement method, String annotated, boolean raw, boolean show, boolean init) {
        SignatureText signature = null;
        try {
            signature = annotated.isEmpty() ? null : SignatureText.parse(annotated);
        } catch (SignatureText.Malformed e) {
            throw new Problem(method, "malformed signature \"" + annotated + "\": " + e.getMessage());
        }
        Conversions.require(
                method, raw || signature != null && signature.name().isEmpty(), "the signature must start with '('");
        Conversions.require(
                method,
                signature == null || signature.receiver() != null,
                "the signature starts with " + (init ? "$self" : "$cls"));
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Conversions.require(method, init || isStatic, "__new__ must be static");
        Function function = Function.bind(
                method,
                annotation.name(),
                "",
                raw,
                signature,
                isStatic ? Function.Receiver.PARAMETER : Function.Receiver.THIS,
                !init);
        slots.constructor(function, init, annotation.name(), bodies);
        boolean representable = signature != null && signature.text().indexOf('<') < 0;
        if (show && representable && textSignature == null) {
            textSignature = withoutReceiver(signature);
        }
    }

    private static String withoutReceiver(SignatureText signature) {
        String text = signature.text();
        int comma = text.indexOf(',');
        return comma < 0 ? "()" : "(" + text.substring(comma + 1).strip();
    }

    private void claim(Element element, String name) {
        Conversions.require(element, names.add(name), "the type has two members '" + name + "'");
    }

    private void function(String kind, Function function) {
        claim(function.method(), function.name());
        int number = bodies.function(function);
        methods.line("members." + kind + "(" + number + ", " + Names.literal(function.name()) + ", "
                + Names.literal(function.doc()) + ", " + signature(function, function.name()) + ");");
    }

    /** The expression that makes the run-time form of a signature; of a raw function without parameters it is null. */
    static String signature(Function function, String name) {
        SignatureText signature = function.signature();
        if (signature == null) {
            return "null";
        }
        if (function.raw()) {
            return Names.EXPOSED + "Signature.raw(" + Names.literal(name) + ", " + Names.literal(signature.text())
                    + ")";
        }
        StringBuilder text = new StringBuilder(Names.EXPOSED + "Signature.of(");
        text.append(Names.literal(name)).append(", ").append(Names.literal(signature.text()));
        text.append(", ").append(signature.positionalOnly());
        text.append(", ").append(signature.positional());
        text.append(", ").append(signature.requiredPositional());
        text.append(", ").append(signature.requiredKeywords());
        text.append(", ").append(signature.count(SignatureText.Kind.VAR_ARGS) > 0);
        text.append(", ").append(signature.count(SignatureText.Kind.VAR_KEYWORDS) > 0);
        for (SignatureText.Param param : signature.params()) {
            text.append(", ").append(Names.literal(param.name()));
        }
        return text.append(")").toString();
    }

    private void getter(ExecutableElement method, PythonGetter getter) {
        String name = getter.value();
        claim(method, name);
        int get = bodies.getter(method);
        int set = setters.getOrDefault(name, -1);
        unusedSetters.remove(name);
        PythonSetter setter = setterAnnotations.get(name);
        SourceWriter lines = getter.member() ? fields : attributes;
        lines.line("members." + (getter.member() ? "member(" : "attribute(") + Names.literal(name) + ", "
                + Names.literal(getter.doc()) + ", " + get + ", " + set + ", " + (setter != null && setter.deletable())
                + ");");
    }

    private void constant(VariableElement field, String name) {
        claim(field, name);
        Function.checkAccess(field);
        Conversions.require(
                field, field.getModifiers().contains(Modifier.STATIC), "a constant of a type is a static field");
        String value = ((TypeElement) field.getEnclosingElement()).getQualifiedName() + "." + field.getSimpleName();
        String converted = conversions.result(field.asType(), value);
        Conversions.require(field, converted != null, "no conversion from " + field.asType() + " to a Python object");
        attributes.line("members.constant(" + Names.literal(name) + ", " + converted + ");");
    }
}
