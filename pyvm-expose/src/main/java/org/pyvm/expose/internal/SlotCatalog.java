package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The methods of {@code Slots} by the slot they implement, as their own annotations say. */
final class SlotCatalog {
    private final Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();

    SlotCatalog(Elements elements) {
        TypeElement slots = elements.getTypeElement(Names.SLOTS);
        for (ExecutableElement method : ElementFilter.methodsIn(slots.getEnclosedElements())) {
            String slot = slotOf(method);
            if (slot != null) {
                methods.computeIfAbsent(slot, s -> new ArrayList<>()).add(method);
            }
        }
    }

    /** Name of the slot that an element is annotated with, or null. */
    static String slotOf(Element element) {
        AnnotationValue value = value(element, "value");
        return value == null
                ? null
                : ((Element) value.getValue()).getSimpleName().toString();
    }

    /** Whether the element is the form of its slot that answers null. */
    static boolean orNull(Element element) {
        AnnotationValue value = value(element, "orNull");
        return value != null && (Boolean) value.getValue();
    }

    private static AnnotationValue value(Element element, String name) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(Names.SLOT_METHOD)) {
                for (var entry : annotation.getElementValues().entrySet()) {
                    if (entry.getKey().getSimpleName().contentEquals(name)) {
                        return entry.getValue();
                    }
                }
            }
        }
        return null;
    }

    List<ExecutableElement> methods(String slot) {
        return methods.getOrDefault(slot, List.of());
    }

    /** Whether either operand may be of the type that fills the slot. */
    static boolean takesEitherOperand(String slot, ExecutableElement form) {
        return slot.startsWith("NB_")
                && !slot.startsWith("NB_INPLACE")
                && form.getParameters().size() >= 3;
    }
}
