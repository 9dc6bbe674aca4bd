package org.pyvm.expose.internal;

import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.pyvm.expose.PythonType;
import org.pyvm.expose.SliceIndex;

/** The Java expressions that turn Python arguments into Java's parameters, and Java's results into Python objects. */
final class Conversions {
    private static final Map<String, String> PYTHON_NAMES = Map.of(
            Names.TYPES + "PyBaseException", "BaseException",
            Names.TYPES + "PyByteArray", "bytearray",
            Names.TYPES + "PyFrozenSet", "frozenset",
            Names.OBJECTS + "PyBuffer", "bytes-like object");

    private final Types types;
    private final TypeMirror object;

    Conversions(Elements elements, Types types) {
        this.types = types;
        this.object = elements.getTypeElement(Names.OBJECT).asType();
    }

    boolean isObject(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && types.isSubtype(type, object);
    }

    /** What error texts call a parameter. */
    private static String display(SignatureText signature, int index) {
        SignatureText.Param param = signature.params().get(index);
        if (signature.takesOne()) {
            return "argument";
        }
        return param.kind() == SignatureText.Kind.POSITIONAL_ONLY
                ? "argument " + (index + 1)
                : "argument '" + param.name() + "'";
    }

    /**
     * The expression that gives a Java parameter its value.
     *
     * @param function name of the function in error texts
     * @param value the Python argument: null when it was not given
     */
    String argument(VariableElement target, String function, SignatureText signature, int index, String value) {
        SignatureText.Param param = signature.params().get(index);
        TypeMirror type = target.asType();
        switch (param.kind()) {
            case VAR_ARGS -> {
                require(target, type.toString().equals(Names.OBJECT + "[]"), "*" + param.name() + " needs PyObject[]");
                return "((" + Names.TYPES + "PyTuple) " + value + ").itemsUnsafe()";
            }
            case VAR_KEYWORDS -> {
                require(target, type.toString().equals(Names.DICT), "**" + param.name() + " needs a PyDict");
                return "(" + Names.DICT + ") " + value;
            }
            case POSITIONAL_ONLY, POSITIONAL, KEYWORD_ONLY -> {
                boolean noneIsNull = "None".equals(param.defaultText()) && !isPlainObject(type);
                String converted =
                        convert(target, type, value, function, display(signature, index), noneIsNull, index + "");
                if (param.required()) {
                    return converted;
                }
                String missing = defaultValue(target, type, param);
                if (noneIsNull) {
                    return value + " == null || " + value + " == " + Names.OBJECTS + "Singletons.NONE ? null : "
                            + converted;
                }
                if (missing.equals("null") && isPlainObject(type)) {
                    return value;
                }
                return value + " == null ? " + missing + " : " + converted;
            }
        }
        throw new IllegalStateException();
    }

    private static boolean isPlainObject(TypeMirror type) {
        return type.toString().equals(Names.OBJECT);
    }

    static void require(Element element, boolean holds, String problem) {
        if (!holds) {
            throw new Problem(element, problem);
        }
    }

    /** The expression that converts a Python value that is there. */
    String convert(
            Element target,
            TypeMirror type,
            String value,
            String function,
            String display,
            boolean orNone,
            String variable) {
        if (isPlainObject(type)) {
            return value;
        }
        String convert = Names.EXPOSED + "Convert.";
        boolean slice = target.getAnnotation(SliceIndex.class) != null;
        require(target, !slice || type.getKind() == TypeKind.LONG, "@SliceIndex is for parameters of type long");
        if (isObject(type)) {
            String name = "arg" + variable;
            String java = types.erasure(type).toString();
            return value + " instanceof " + java + " " + name + " ? " + name + " : (" + java + ") " + convert
                    + "badArgument(" + Names.literal(function) + ", " + Names.literal(display) + ", "
                    + Names.literal(pythonName(type) + (orNone ? " or None" : "")) + ", " + value + ")";
        }
        return switch (type.toString()) {
            case "long" -> convert + (slice ? "toSliceIndex" : "toLong") + "(thread, " + value + ")";
            case "int" -> convert + "toInt(thread, " + value + ")";
            case "double" -> convert + "toDouble(thread, " + value + ")";
            case "boolean" -> convert + "toBoolean(thread, " + value + ")";
            case "java.lang.String" ->
                convert + "toString(" + Names.literal(function) + ", " + Names.literal(display) + ", "
                        + Names.literal("str" + (orNone ? " or None" : "")) + ", " + value + ")";
            case "byte[]" -> convert + "toByteArray(thread, " + value + ")";
            default -> throw new Problem(target, "no conversion from a Python object to " + type);
        };
    }

    private static String pythonName(TypeMirror type) {
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        PythonType annotation =
                TypeWriter.isResolved(element, PythonType.class) ? element.getAnnotation(PythonType.class) : null;
        if (annotation != null) {
            return annotation.name();
        }
        String known = PYTHON_NAMES.get(element.getQualifiedName().toString());
        String simple = element.getSimpleName().toString();
        return known != null
                ? known
                : (simple.startsWith("Py") ? simple.substring(2) : simple).toLowerCase(java.util.Locale.ROOT);
    }

    private static Problem noDefault(Element target, SignatureText.Param param, TypeMirror type) {
        return new Problem(target, "the default " + param.defaultText() + " has no form in " + type);
    }

    /** The Java value of a default. */
    private String defaultValue(Element target, TypeMirror type, SignatureText.Param param) {
        String text = param.defaultText();
        if (text.startsWith("<") && text.endsWith(">") || text.equals("None") && !isPlainObject(type)) {
            if (type.getKind().isPrimitive()) {
                throw noDefault(target, param, type);
            }
            return "null";
        }
        boolean plain = isPlainObject(type);
        String wanted = type.toString();
        Problem bad = noDefault(target, param, type);
        if (text.equals("None")) {
            return Names.OBJECTS + "Singletons.NONE";
        }
        if (text.equals("True") || text.equals("False")) {
            return switch (wanted) {
                case "boolean" -> text.toLowerCase(java.util.Locale.ROOT);
                case Names.OBJECT -> Names.OBJECTS + "Singletons." + text.toUpperCase(java.util.Locale.ROOT);
                default -> throw bad;
            };
        }
        if (text.equals("()")) {
            if (plain || wanted.equals(Names.TYPES + "PyTuple")) {
                return Names.TYPES + "PyTuple.EMPTY";
            }
            throw bad;
        }
        if (text.equals("sys.maxsize") && (plain || wanted.equals("long"))) {
            return plain ? Names.TYPES + "PyInt.of(Long.MAX_VALUE)" : "Long.MAX_VALUE";
        }
        if (text.startsWith("'") || text.startsWith("\"")) {
            String literal = Names.literal(unquote(target, text));
            return switch (wanted) {
                case "java.lang.String" -> literal;
                case Names.OBJECT, Names.STR -> Names.STR + ".intern(" + literal + ")";
                default -> throw bad;
            };
        }
        if (text.startsWith("b'") || text.startsWith("b\"")) {
            String bytes = Names.literal(unquote(target, text.substring(1)))
                    + ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)";
            return switch (wanted) {
                case "byte[]" -> bytes;
                case Names.OBJECT, Names.TYPES + "PyBytes" -> Names.TYPES + "PyBytes.of(" + bytes + ")";
                default -> throw bad;
            };
        }
        return number(bad, wanted, text);
    }

    private static String number(Problem bad, String wanted, String text) {
        try {
            if (wanted.equals("double")) {
                return Double.toString(Double.parseDouble(text));
            }
            if (text.contains(".") || text.contains("e")) {
                double value = Double.parseDouble(text);
                if (wanted.equals(Names.OBJECT)) {
                    return Names.TYPES + "PyFloat.of(" + value + ")";
                }
                throw bad;
            }
            long value = Long.parseLong(text);
            return switch (wanted) {
                case "long" -> value + "L";
                case "int" -> Integer.toString(Math.toIntExact(value));
                case Names.OBJECT, Names.TYPES + "PyInt" -> Names.TYPES + "PyInt.of(" + value + "L)";
                default -> throw bad;
            };
        } catch (NumberFormatException | ArithmeticException e) {
            throw bad;
        }
    }

    private static String unquote(Element target, String quoted) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            switch (quoted.charAt(++i)) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case '\\' -> out.append('\\');
                case '\'' -> out.append('\'');
                case '"' -> out.append('"');
                default -> throw new Problem(target, "unknown escape in the default " + quoted);
            }
        }
        return out.toString();
    }

    /** The Python object of a Java result; null when there is no conversion. */
    String result(TypeMirror type, String value) {
        if (isObject(type)) {
            return value;
        }
        return switch (type.toString()) {
            case "boolean" -> Names.TYPES + "PyBool.of(" + value + ")";
            case "int", "long", "java.math.BigInteger" -> Names.TYPES + "PyInt.of(" + value + ")";
            case "double" -> Names.TYPES + "PyFloat.of(" + value + ")";
            case "java.lang.String" -> Names.STR + ".of(" + value + ")";
            case "byte[]" -> Names.TYPES + "PyBytes.of(" + value + ")";
            default -> null;
        };
    }
}
