package org.pyvm.ast;

/** The value of an imaginary literal, and of constant arithmetic on such. */
public record Complex(double real, double imag) {}
