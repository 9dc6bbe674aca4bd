package org.pyvm.cli.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Data goes one way, contracts are the only doors, and Guice stays where machines are assembled. */
class ModuleRulesTest {
    @Test
    void everyClassBelongsToAKnownModule() {
        String strangers = Modules.CLASSES.stream()
                .filter(type -> !Modules.IN_ORDER.contains(Modules.of(type)))
                .map(JavaClass::getName)
                .collect(Collectors.joining("\n"));
        assertEquals("", strangers);
    }

    @Test
    void classFilesWereRead() {
        // Otherwise every other rule here would hold for want of anything to look at.
        assertTrue(Modules.CLASSES.size() > 10, Modules.CLASSES.size() + " classes");
    }

    @Test
    void aModuleUsesOnlyModulesBeforeIt() {
        classes()
                .should(onlyDepend("on modules before their own", (from, to) -> order(to) <= order(from)))
                .check(Modules.CLASSES);
    }

    @Test
    void theCommandLineKnowsNoPluginByName() {
        classes()
                .should(onlyDepend(
                        "on no plugin from outside",
                        (from, to) -> !Modules.of(to).equals("plugins")
                                || Modules.of(from).equals("plugins")))
                .check(Modules.CLASSES);
    }

    @Test
    void internalPackagesArePrivateToTheirModule() {
        classes()
                .should(onlyDepend(
                        "on internal packages of their own module only",
                        (from, to) ->
                                !Modules.isInternal(to) || Modules.of(from).equals(Modules.of(to))))
                .check(Modules.CLASSES);
    }

    @Test
    void guiceAppearsOnlyWhereMachinesAreAssembled() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.pyvm.runtime..", "org.pyvm.cli..", "org.pyvm.plugins..")
                .should(dependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage("com.google..", "jakarta.inject..")))
                .check(Modules.CLASSES);
    }

    @Test
    void thePartsOfAModuleFormNoCycle() {
        slices().assignedFrom(new Parts()).should().beFreeOfCycles().check(Modules.CLASSES);
    }

    /**
     * The packages below a module's contract. The contract itself is left out: its entry class names the parts, and the parts
     * speak in its types.
     */
    private static final class Parts implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] names = type.getPackageName().replace(".internal", "").split("\\.");
            if (names.length < 4 || type.getPackageName().matches("org\\.pyvm\\.objects\\.(types|protocol)")) {
                return SliceIdentifier.ignore();
            }
            // A part and what is internal to it are one.
            return SliceIdentifier.of(String.join(".", names));
        }

        @Override
        public String getDescription() {
            return "the parts of the modules";
        }
    }

    private static int order(JavaClass type) {
        return Modules.IN_ORDER.indexOf(Modules.of(type));
    }

    private static ArchCondition<JavaClass> onlyDepend(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend " + description) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (Modules.isOurs(to) && !allowed.test(from, to)) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
