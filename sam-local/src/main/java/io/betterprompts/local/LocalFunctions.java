package io.betterprompts.local;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.betterprompts.common.function.EventInvoker;
import io.betterprompts.engine.classify.ClassifierUnusable;
import io.betterprompts.engine.data.InvalidRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions, each started by the adapter that starts it on Lambda, and called with the bytes of an event. */
final class LocalFunctions {

    private final Map<String, RequestStreamHandler> handlers;

    LocalFunctions(Map<String, RequestStreamHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /**
     * Starts the functions one after the other.
     *
     * @param applications application classes by function name
     */
    static LocalFunctions start(Map<String, Class<?>> applications, Progress progress) {
        Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
        applications.forEach((function, application) ->
                handlers.put(function, progress.step("function " + function, () -> start(function, application))));
        return new LocalFunctions(handlers);
    }

    /** The adapter takes the application class from the environment; in one process, that is a system property. */
    private static RequestStreamHandler start(String function, Class<?> application) {
        System.setProperty("MAIN_CLASS", application.getName());
        try {
            return new EventInvoker();
        } catch (RuntimeException e) {
            throw refusal(e)
                    .map(reason -> (RuntimeException) new CannotStart("The function " + function + ": " + reason))
                    .orElse(e);
        } finally {
            System.clearProperty("MAIN_CLASS");
        }
    }

    /** What is at fault outside of the program, where that is what keeps a function from starting. */
    private static Optional<String> refusal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause instanceof InvalidRules
                        || cause instanceof ClassifierUnusable
                        || cause instanceof UncheckedIOException)
                .map(Throwable::getMessage)
                .findFirst();
    }

    /** Sends one event, as JSON, and returns the function's answer, as JSON. */
    byte[] invoke(String function, byte[] event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            requireNonNull(handlers.get(function), function)
                    .handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(function));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toByteArray();
    }
}
