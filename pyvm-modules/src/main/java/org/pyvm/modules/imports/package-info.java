/** What {@code import} needs from Java: {@code __import__}, and the module {@code _imp} on which CPython's importlib rests. */
package org.pyvm.modules.imports;
