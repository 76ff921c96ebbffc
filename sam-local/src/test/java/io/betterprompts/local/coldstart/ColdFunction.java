package io.betterprompts.local.coldstart;

import static java.util.Objects.requireNonNull;

import io.betterprompts.common.json.Json;
import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.lambda.UnpackedFunction;
import io.betterprompts.local.EventFiller;
import io.betterprompts.local.PackagedProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A packaged function that is started again and again, and what it is asked. */
final class ColdFunction {

    static final Map<String, String> SETTINGS = Map.of("RATE_LIMITS", "off", "ANONYMOUS_ENHANCE", "true");
    static final Map<String, String> SNAPSHOT = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    private final PackagedProduct product;
    private final String name;
    private final byte[] event;

    private ColdFunction(PackagedProduct product, String name, byte[] event) {
        this.product = product;
        this.name = name;
        this.event = event.clone();
    }

    static ColdFunction of(PackagedProduct product, String name, EventFiller filler) {
        return new ColdFunction(product, name, filler.fill(read(requireNonNull(PackagedProduct.EVENTS.get(name)))));
    }

    String name() {
        return name;
    }

    /** As the build made it. */
    Variant packaged() {
        return new Variant("nothing", product.unpacked(name), Map.of());
    }

    /** Another copy of it, to be changed. */
    UnpackedFunction unpack(Path folder) {
        return product.unpack(name, folder);
    }

    String mainClass() {
        return PackagedProduct.mainClass(name);
    }

    LambdaProcess start(Variant variant, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(variant.settings());
        settings.putAll(more);
        return product.start(name, variant.unpacked(), settings);
    }

    Duration call(LambdaProcess process) {
        return call(process, event);
    }

    /** How long a call took that must succeed. */
    static Duration call(LambdaProcess process, byte[] event) {
        long start = System.nanoTime();
        byte[] answer = process.invoke(event);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        int status = Json.mapper().readTree(answer).path("statusCode").asInt();
        if (status != 200) {
            throw new IllegalStateException("answered " + status);
        }
        return time;
    }

    static String read(String event) {
        try {
            return Files.readString(Path.of("events", event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A function with something changed in how it starts.
     *
     * @param settings beside those it always gets
     * @param cost what it takes or saves beside time, in words; mostly nothing
     */
    record Variant(String name, UnpackedFunction unpacked, Map<String, String> settings, String cost) {

        Variant {
            settings = Map.copyOf(settings);
        }

        Variant(String name, UnpackedFunction unpacked, Map<String, String> settings) {
            this(name, unpacked, settings, "");
        }

        Variant as(String other) {
            return new Variant(other, unpacked, settings);
        }

        Variant costing(String words) {
            return new Variant(name, unpacked, settings, words);
        }

        /** With flags for its JVM, given as Lambda lets one give them. */
        static Variant withFlags(String name, UnpackedFunction unpacked, String flags) {
            return new Variant(name, unpacked, Map.of("JAVA_TOOL_OPTIONS", flags));
        }
    }
}
