package org.pyvm.expose.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonStaticMethod;
import org.pyvm.expose.PythonType;

/** The annotation processor: a class {@code XExposed} for each exposed class, and the index of the modules. */
public final class ExposeProcessor extends AbstractProcessor {
    /** The package of {@code ExposedModules}; by default the one that the modules' packages have in common. */
    static final String INDEX_PACKAGE = "expose.index";

    private static final List<Class<? extends java.lang.annotation.Annotation>> OF_TYPES = List.of(
            PythonMethod.class,
            PythonClassMethod.class,
            PythonStaticMethod.class,
            PythonGetter.class,
            PythonSetter.class,
            PythonNew.class,
            PythonInit.class);

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("org.pyvm.expose.*", Names.SLOT_METHOD);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(INDEX_PACKAGE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (annotations.isEmpty() || processingEnv.getElementUtils().getTypeElement(Names.OBJECT) == null) {
            return false;
        }
        Conversions conversions = new Conversions(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        SlotCatalog catalog = new SlotCatalog(processingEnv.getElementUtils());
        Set<Element> holders = new HashSet<>();
        for (Element element : round.getElementsAnnotatedWith(PythonType.class)) {
            TypeElement owner = (TypeElement) element;
            holders.add(owner);
            holders.addAll(TypeWriter.parts(owner, PythonType.class));
            if (!TypeWriter.isResolved(owner, PythonType.class)) {
                continue;
            }
            report(() ->
                    write(owner, new TypeWriter(owner, catalog, conversions, processingEnv.getTypeUtils()).write()));
        }
        Map<String, TypeElement> modules = new TreeMap<>();
        for (Element element : round.getElementsAnnotatedWith(PythonModule.class)) {
            TypeElement owner = (TypeElement) element;
            holders.add(owner);
            holders.addAll(TypeWriter.parts(owner, PythonModule.class));
            report(() -> {
                String name = owner.getAnnotation(PythonModule.class).value();
                TypeElement other = modules.putIfAbsent(name, owner);
                Conversions.require(owner, other == null, "the module '" + name + "' is exposed twice");
                write(owner, new ModuleWriter(owner, conversions).write());
            });
        }
        if (!modules.isEmpty()) {
            writeIndex(modules);
        }
        checkHolders(round, holders);
        return false;
    }

    /** Turns a broken rule into a compiler error at its element. */
    private void report(Runnable work) {
        try {
            work.run();
        } catch (Problem problem) {
            processingEnv.getMessager().printError(problem.getMessage(), problem.element());
        }
    }

    private void checkHolders(RoundEnvironment round, Set<Element> holders) {
        for (var annotation : OF_TYPES) {
            for (Element member : round.getElementsAnnotatedWith(annotation)) {
                checkHolder(member, holders, "a @PythonType or of one of its parts");
            }
        }
        TypeElement slotMethod = processingEnv.getElementUtils().getTypeElement(Names.SLOT_METHOD);
        for (Element member : round.getElementsAnnotatedWith(slotMethod)) {
            TypeElement holder = (TypeElement) member.getEnclosingElement();
            // The slots themselves are marked too: that is how this processor knows them.
            if (!holder.getQualifiedName().contentEquals(Names.SLOTS)) {
                checkHolder(member, holders, "a @PythonType or of one of its parts");
            }
        }
        for (Element member : round.getElementsAnnotatedWith(PythonConstant.class)) {
            checkHolder(member, holders, "a @PythonType or @PythonModule");
        }
        for (Element member : round.getElementsAnnotatedWith(PythonFunction.class)) {
            Element holder = member.getEnclosingElement();
            boolean module = holders.contains(holder) && holder.getAnnotation(PythonType.class) == null;
            report(() -> Conversions.require(member, module, "this must be a member of a @PythonModule"));
        }
        for (Element member : round.getElementsAnnotatedWith(PythonModuleInit.class)) {
            boolean module = member.getEnclosingElement().getAnnotation(PythonModule.class) != null;
            report(() -> Conversions.require(member, module, "this must be a member of a @PythonModule"));
        }
    }

    private void checkHolder(Element member, Set<Element> holders, String where) {
        boolean held = holders.contains(member.getEnclosingElement());
        report(() -> Conversions.require(member, held, "this must be a member of " + where));
    }

    private void write(TypeElement owner, String source) {
        write(TypeWriter.packageName(owner) + "." + TypeWriter.simpleName(owner), source, owner);
    }

    private void write(String name, String source, Element... origins) {
        try (Writer out =
                processingEnv.getFiler().createSourceFile(name, origins).openWriter()) {
            out.write(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeIndex(Map<String, TypeElement> modules) {
        String packageName = processingEnv.getOptions().getOrDefault(INDEX_PACKAGE, commonPackage(modules));
        SourceWriter out = new SourceWriter();
        out.line("package " + packageName + ";");
        out.line("");
        out.line("/** The built-in modules that are exposed here; written by the build. */");
        out.line(TypeWriter.GENERATED);
        out.line("public final class ExposedModules implements org.pyvm.objects.exposed.BuiltinModuleIndex {");
        out.override("public java.util.List<String> names()");
        List<String> literals = new ArrayList<>();
        modules.keySet().forEach(name -> literals.add(Names.literal(name)));
        out.line("return java.util.List.of(" + String.join(", ", literals) + ");");
        out.line("}");
        out.override("public org.pyvm.objects.types.PyModule create(String name,"
                + " org.pyvm.objects.InterpreterState interpreter)");
        out.line("org.pyvm.objects.exposed.ExposedModule module = switch (name) {");
        modules.forEach((name, owner) -> out.line("case " + Names.literal(name) + " -> new "
                + TypeWriter.packageName(owner) + "." + TypeWriter.simpleName(owner) + "(interpreter);"));
        out.line("default -> null;");
        out.line("};");
        out.line("return module == null ? null : module.create();");
        out.line("}");
        out.line("}");
        write(packageName + ".ExposedModules", out.toString(), modules.values().toArray(Element[]::new));
    }

    private static String commonPackage(Map<String, TypeElement> modules) {
        String common = null;
        for (TypeElement owner : modules.values()) {
            String name = TypeWriter.packageName(owner);
            while (common != null && !(name + ".").startsWith(common + ".")) {
                int dot = common.lastIndexOf('.');
                common = dot < 0 ? "" : common.substring(0, dot);
            }
            common = common == null ? name : common;
        }
        return common;
    }
}
