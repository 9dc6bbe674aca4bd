/**
 * The module {@code _decimal}: arithmetic of decimal numbers after Mike Cowlishaw's General Decimal Arithmetic Specification.
 *
 * <p>{@link org.pyvm.modules.decimal.DecimalNumber} and the classes that calculate with it know nothing of Python; they note what
 * happened in a {@link org.pyvm.modules.decimal.DecimalContext}. The types that programs see turn that into flags and exceptions.
 */
package org.pyvm.modules.decimal;
