package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Writes the bodies of functions and accessors: a small method each, and the switches over their numbers. */
final class BodyWriter {
    private static final String[] ARGUMENTS = {"a", "b", "c"};
    private static final int ARRAY = 4;
    private static final int RAW = 5;
    private static final int GET = 6;
    private static final int SET = 7;

    /** The parameters of the dispatching methods of BuiltinBodies behind the number, and how they hand them on. */
    private static final String[][] DISPATCH = {
        {"PyObject call", "PyObject self", "self"},
        {"PyObject call", "PyObject self, PyObject a", "self, a"},
        {"PyObject call", "PyObject self, PyObject a, PyObject b", "self, a, b"},
        {"PyObject call", "PyObject self, PyObject a, PyObject b, PyObject c", "self, a, b, c"},
        {"PyObject callArray", "PyObject self, PyObject[] args", "self, args"},
        {"PyObject callRaw", "PyObject self, PyObject[] args, PyStr[] names", "self, args, names"},
        {"PyObject get", "PyObject self", "self"},
        {"void set", "PyObject self, PyObject value", "self, value"}
    };

    private final TypeElement owner;
    private final Conversions conversions;
    private final SourceWriter bodies = new SourceWriter();
    /** By kind of dispatch: numbers and the names of their bodies. */
    private final Map<Integer, List<String>> cases = new TreeMap<>();

    private int next;

    BodyWriter(TypeElement owner, Conversions conversions) {
        this.owner = owner;
        this.conversions = conversions;
    }

    private String name(String base, int number) {
        return base + "_" + number;
    }

    private int begin(int kind, String base) {
        int number = next++;
        String method = name(base, number);
        cases.computeIfAbsent(kind, k -> new ArrayList<>())
                .add("case " + number + " -> " + method + "(thread, " + DISPATCH[kind][2] + ");");
        String result = DISPATCH[kind][0].split(" ")[0];
        bodies.line("");
        bodies.line("private " + result + " " + method + "(ThreadState thread, " + DISPATCH[kind][1] + ") {");
        return number;
    }

    /** Writes the body of a function; returns its number. */
    int function(Function function) {
        int kind = function.raw() ? RAW : function.arity() < 0 ? ARRAY : function.arity();
        int number = begin(kind, function.method().getSimpleName().toString());
        List<String> arguments = new ArrayList<>();
        if (function.raw()) {
            arguments.add("args");
            arguments.add("names");
        } else {
            arguments.addAll(arguments(function, function.name(), kind == ARRAY));
        }
        result(function, call(function, arguments));
        bodies.line("}");
        return number;
    }

    /** The converted arguments of a bound call, in the order of Java's parameters. */
    List<String> arguments(Function function, String errorName, boolean array) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            VariableElement parameter = function.parameters().get(i);
            String value = array ? "args[" + i + "]" : ARGUMENTS[i];
            arguments.add(conversions.argument(parameter, errorName, function.signature(), i, value));
        }
        return arguments;
    }

    private String call(Function function, List<String> arguments) {
        List<String> all = new ArrayList<>();
        if (function.withThread()) {
            all.add("thread");
        }
        if (function.receiver() == Function.Receiver.PARAMETER) {
            int at = function.withThread() ? 1 : 0;
            all.add(cast(function.method().getParameters().get(at).asType().toString(), "self"));
        }
        all.addAll(arguments);
        return target(function.method(), "self") + "(" + String.join(", ", all) + ")";
    }

    private static String cast(String type, String value) {
        return type.equals(Names.OBJECT) ? value : "(" + type + ") " + value;
    }

    /** What stands before the parentheses of a call: the method of a class, of the object, or of the module. */
    private String target(ExecutableElement method, String self) {
        String name = "." + method.getSimpleName();
        TypeElement declaring = (TypeElement) method.getEnclosingElement();
        if (method.getModifiers().contains(javax.lang.model.element.Modifier.STATIC)) {
            return declaring.getQualifiedName() + name;
        }
        return self == null || isModule()
                ? "module" + name
                : "((" + owner.getQualifiedName() + ") " + self + ")" + name;
    }

    private boolean isModule() {
        return owner.getAnnotation(org.pyvm.expose.PythonModule.class) != null;
    }

    private void result(Function function, String call) {
        if (function.isVoid()) {
            bodies.line(call + ";");
            bodies.line("return Singletons.NONE;");
            return;
        }
        String converted = conversions.result(function.method().getReturnType(), call);
        Conversions.require(
                function.method(),
                converted != null,
                "no conversion from " + function.method().getReturnType() + " to a Python object");
        bodies.line("return " + converted + ";");
    }

    /** Writes the body of a getter; returns its number. */
    int getter(ExecutableElement method) {
        Function.checkAccess(method);
        int number = begin(GET, method.getSimpleName().toString());
        List<String> all = accessorArguments(method, 0);
        String converted =
                conversions.result(method.getReturnType(), target(method, "self") + "(" + String.join(", ", all) + ")");
        Conversions.require(
                method, converted != null, "no conversion from " + method.getReturnType() + " to a Python object");
        bodies.line("return " + converted + ";");
        bodies.line("}");
        return number;
    }

    /** Writes the body of a setter; returns its number. */
    int setter(ExecutableElement method, String attribute, boolean deletable) {
        Function.checkAccess(method);
        int number = begin(SET, method.getSimpleName().toString());
        List<String> all = accessorArguments(method, 1);
        VariableElement parameter = method.getParameters().getLast();
        Conversions.require(
                method,
                method.getReturnType().getKind() == TypeKind.VOID,
                "a setter returns nothing, but the method returns " + method.getReturnType());
        String value = conversions.convert(parameter, parameter.asType(), "value", attribute, "value", false, "");
        if (deletable) {
            Conversions.require(
                    parameter,
                    !parameter.asType().getKind().isPrimitive(),
                    "a deletable attribute's value may be null, so it cannot be " + parameter.asType());
            value = value.equals("value") ? value : "value == null ? null : " + value;
        }
        all.add(value);
        bodies.line(target(method, "self") + "(" + String.join(", ", all) + ");");
        bodies.line("}");
        return number;
    }

    /** Thread and object of an accessor, which has {@code values} further parameters. */
    private List<String> accessorArguments(ExecutableElement method, int values) {
        List<String> all = new ArrayList<>();
        List<? extends VariableElement> parameters = method.getParameters();
        int at = 0;
        if (!parameters.isEmpty() && parameters.getFirst().asType().toString().equals(Names.THREAD)) {
            all.add("thread");
            at++;
        }
        boolean isStatic = method.getModifiers().contains(javax.lang.model.element.Modifier.STATIC);
        if (isStatic && at < parameters.size()) {
            all.add(cast(parameters.get(at).asType().toString(), "self"));
            at++;
        } else {
            Conversions.require(method, !isStatic, "a static accessor takes the object as its parameter");
        }
        Conversions.require(
                method,
                parameters.size() - at == values,
                values == 0 ? "a getter takes no value" : "a setter takes one value");
        return all;
    }

    /** Adds everything to the class being written. */
    void writeTo(SourceWriter out) {
        cases.forEach((kind, lines) -> {
            String[] form = DISPATCH[kind];
            out.override("public " + form[0] + "(int number, ThreadState thread, " + form[1] + ")");
            boolean returns = !form[0].startsWith("void");
            out.line((returns ? "return " : "") + "switch (number) {");
            lines.forEach(out::line);
            out.line("default -> throw noBody(number);");
            out.line(returns ? "};" : "}");
            out.line("}");
        });
        for (String line : bodies.toString().split("\n", -1)) {
            out.line(line.strip());
        }
    }
}
