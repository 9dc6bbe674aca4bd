package org.pyvm.eval.feedback;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.InterpreterState;

/** What the code of one interpreter has seen, while a {@link FeedbackCollector} watched. Used under its lock. */
public final class Feedback {
    private final Map<CodeObject, CodeFeedback> known = new IdentityHashMap<>();
    private final List<CodeFeedback> inOrder = new ArrayList<>();

    private Feedback() {}

    public static Feedback of(InterpreterState interpreter) {
        return interpreter.service(Feedback.class, Feedback::new);
    }

    /** What a code object has seen; null when nobody watched it run. */
    public CodeFeedback of(CodeObject code) {
        return known.get(code);
    }

    CodeFeedback watched(CodeObject code) {
        CodeFeedback feedback = known.get(code);
        if (feedback == null) {
            feedback = new CodeFeedback(code);
            known.put(code, feedback);
            inOrder.add(feedback);
        }
        return feedback;
    }

    /** All code that has run, in the order of the first time. */
    public List<CodeFeedback> all() {
        return List.copyOf(inOrder);
    }
}
