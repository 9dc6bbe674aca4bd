package org.pyvm.objects;

/** The instructions that plugins add to an interpreter; what they are is the business of the evaluation strategies. */
public interface ExtraInstructions {}
