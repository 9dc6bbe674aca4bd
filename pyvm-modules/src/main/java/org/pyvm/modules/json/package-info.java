/**
 * The module {@code _json}: {@code JsonReader} makes objects of a text, {@code JsonWriter} a text of objects, {@code JsonStrings}
 * and {@code JsonEscapes} know how strings are written. {@code Scanner} and {@code Encoder} are what Python sees of them.
 */
package org.pyvm.modules.json;
