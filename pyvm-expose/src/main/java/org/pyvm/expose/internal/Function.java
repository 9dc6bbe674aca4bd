package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * A Java method that Python can call, checked against its signature.
 *
 * @param signature null when the annotation says only a name
 * @param withThread whether the first Java parameter is the ThreadState
 * @param receiver how the Java method gets the object it is called on
 * @param parameters the Java parameters that take the Python arguments
 */
record Function(
        ExecutableElement method,
        String name,
        String doc,
        boolean raw,
        SignatureText signature,
        boolean withThread,
        Receiver receiver,
        List<VariableElement> parameters) {

    /** Where a method's object goes. */
    enum Receiver {
        /** Nowhere: a function of a module, a static method. */
        NONE,
        /** The Java method runs on it. */
        THIS,
        /** It is the first parameter. */
        PARAMETER
    }

    /** What a signature's first parameter must look like. */
    enum Form {
        /** {@code $self}. */
        METHOD,
        /** {@code $type}. */
        CLASS_METHOD,
        /** None, or {@code $module}. */
        FREE
    }

    static Function of(ExecutableElement method, String annotated, String doc, boolean raw, Form form, boolean inPart) {
        SignatureText signature;
        try {
            signature = SignatureText.parse(annotated);
        } catch (SignatureText.Malformed e) {
            throw new Problem(method, "malformed signature \"" + annotated + "\": " + e.getMessage());
        }
        Conversions.require(
                method,
                signature != null || raw,
                "a signature without parameters, \"" + annotated + "\", needs raw = true");
        checkReceiverName(method, signature, form);
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Conversions.require(
                method,
                isStatic || form != Form.CLASS_METHOD && !inPart,
                form == Form.CLASS_METHOD ? "a class method must be static" : "a method of a part must be static");
        Receiver receiver = switch (form) {
            case FREE -> Receiver.NONE;
            case CLASS_METHOD -> Receiver.PARAMETER;
            case METHOD -> isStatic ? Receiver.PARAMETER : Receiver.THIS;
        };
        String name = signature == null ? annotated : signature.name();
        return bind(method, name, doc, raw, signature, receiver, form == Form.CLASS_METHOD);
    }

    private static void checkReceiverName(ExecutableElement method, SignatureText signature, Form form) {
        if (signature == null) {
            return;
        }
        String receiver = signature.receiver();
        switch (form) {
            case METHOD -> Conversions.require(method, receiver != null, "the signature of a method starts with $self");
            case CLASS_METHOD ->
                Conversions.require(method, receiver != null, "the signature of a class method starts with $type");
            case FREE ->
                Conversions.require(
                        method,
                        receiver == null || receiver.equals("$module"),
                        "the signature has a receiver, but nothing is passed as such");
        }
    }

    /** Divides the Java parameters among thread, receiver and arguments. */
    static Function bind(
            ExecutableElement method,
            String name,
            String doc,
            boolean raw,
            SignatureText signature,
            Receiver receiver,
            boolean receiverIsType) {
        checkAccess(method);
        List<VariableElement> rest = new ArrayList<>(method.getParameters());
        boolean withThread =
                !rest.isEmpty() && rest.getFirst().asType().toString().equals(Names.THREAD);
        if (withThread) {
            rest.removeFirst();
        }
        if (receiver == Receiver.PARAMETER) {
            Conversions.require(method, !rest.isEmpty(), "the method has no parameter for the object it is called on");
            String type = rest.removeFirst().asType().toString();
            Conversions.require(
                    method,
                    !receiverIsType || type.equals(Names.TYPE),
                    "the first parameter must be a PyType, but is " + type);
        }
        if (raw) {
            Conversions.require(
                    method,
                    rest.size() == 2
                            && rest.get(0).asType().toString().equals(Names.OBJECT + "[]")
                            && rest.get(1).asType().toString().equals(Names.STR + "[]"),
                    "a raw method takes (PyObject[] args, PyStr[] names)");
        } else {
            int expected = signature.params().size();
            Conversions.require(
                    method,
                    rest.size() == expected,
                    "the signature has " + expected + " parameter" + (expected == 1 ? "" : "s") + ", the method "
                            + rest.size());
        }
        return new Function(method, name, doc, raw, signature, withThread, receiver, List.copyOf(rest));
    }

    static void checkAccess(Element member) {
        Conversions.require(
                member, !member.getModifiers().contains(Modifier.PRIVATE), "an exposed member must not be private");
    }

    Function withSignature(SignatureText other) {
        return new Function(method, name, doc, raw, other, withThread, receiver, parameters);
    }

    /** Number of arguments that the generated body takes one by one, or -1 when it takes an array or is raw. */
    int arity() {
        return raw || signature.hasStar() || parameters.size() > 3 ? -1 : parameters.size();
    }

    boolean isStatic() {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    boolean isVoid() {
        return method.getReturnType().getKind() == TypeKind.VOID;
    }
}
