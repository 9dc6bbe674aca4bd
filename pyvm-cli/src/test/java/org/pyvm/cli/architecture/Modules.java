package org.pyvm.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The class files of all modules, and which module each belongs to. */
final class Modules {
    /** In the order in which data flows: a module may use those before it. */
    static final List<String> IN_ORDER = List.of(
            "expose",
            "tokenizer",
            "parser",
            "ast",
            "symtable",
            "compiler",
            "objects",
            "eval",
            "modules",
            "runtime",
            "testkit",
            "plugins",
            "cli");

    /** Read once: it takes seconds. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/architecture/"))
            .importPackages("org.pyvm");

    private Modules() {}

    /** {@code eval} for {@code org.pyvm.eval.strategy.SwitchStrategy}. */
    static String of(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.pyvm.");
    }

    /** Whether {@code type} is below a package named {@code internal}. */
    static boolean isInternal(JavaClass type) {
        return (type.getPackageName() + ".").contains(".internal.");
    }
}
