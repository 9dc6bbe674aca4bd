package org.pyvm.modules.ast;

/** Stands in a tree that Python code made for a constant that no source can have; the check of the tree refuses it. */
record InvalidConstant(String typeName) {}
