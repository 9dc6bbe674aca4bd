/**
 * The module {@code audioop}: arithmetic on sound, kept as bytes. {@code Samples} is what all of it works on; the functions stand
 * in {@code AudioopModule} and its parts, the codecs and the change of rate each in a class that knows no Python.
 */
package org.pyvm.modules.audio;
