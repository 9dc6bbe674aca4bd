/**
 * The module {@code _ctypes}: C's data and functions. {@code CtypesModule} is the module; {@code CTypeInfo} is what a C type knows of
 * itself, and the metaclasses ({@code *Metatype}) make it; {@code PyCData} and its subclasses are data, which lie in a {@code Block};
 * {@code PyCFuncPtr} and {@code ForeignCall} call functions, {@code Callback} is called by them.
 */
package org.pyvm.modules.ctypes;
