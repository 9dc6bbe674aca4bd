package org.pyvm.objects;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method by which a {@code @PythonType} fills a slot. Its parameters and result are those of the method of
 * {@link Slots} that is marked with the same slot, but for these freedoms: the {@code ThreadState} may be left out; the
 * object itself is {@code this} (or the first parameter of a static method); a result may be anything that converts to a
 * Python object. Where either operand may be of the type ({@code nb_add} and the like), the method must be static.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SlotMethod {
    Slot value();

    /** For {@code tp_getattro}: the form that answers null in place of AttributeError. */
    boolean orNull() default false;
}
