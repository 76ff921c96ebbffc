package io.betterprompts.local.coldstart;

import static java.util.Comparator.comparing;

import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.lambda.UnpackedFunction;
import io.betterprompts.local.coldstart.ColdFunction.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One function in several forms: as it is, and each with one measure taken that could make it start faster. */
final class Variants {

    private final ColdFunction function;
    private final Path folder;

    /** Takes a folder of its own. */
    Variants(ColdFunction function, Path folder) {
        this.function = function;
        this.folder = folder;
    }

    /** The first and the second are the same, and show how far the figures can be trusted. */
    List<Variant> all() throws IOException {
        Variant packaged = function.packaged();
        Map<String, Long> used = classesByJar();
        return List.of(
                packaged,
                packaged.as("nothing, once more"),
                new Variant("lazy beans", packaged.unpacked(), Map.of("SPRING_MAIN_LAZY_INITIALIZATION", "true")),
                aheadOfTime(),
                ordered(used),
                slim(used),
                archive());
    }

    /** In a life with all that there is: a start, rehearsals, the snapshot, a restore, a call. */
    private Map<String, Long> classesByJar() {
        Path log = folder.resolve("classes.log");
        Variant packaged = function.packaged();
        Variant traced = Variant.withFlags("traced", packaged.unpacked(), StartTrace.flag(log));
        try (LambdaProcess process = function.start(traced, ColdFunction.SNAPSHOT)) {
            process.awaitCheckpoint();
            process.restore();
            function.call(process);
        }
        return StartTrace.read(log).jars(packaged.unpacked().taskRoot().resolve("lib"));
    }

    private Variant aheadOfTime() throws IOException {
        UnpackedFunction copy = function.unpack(folder.resolve("ahead-of-time"));
        new BeansAsCode(copy, function.mainClass(), folder.resolve("beans")).add();
        return Variant.withFlags("Spring AOT", copy, "-Dspring.aot.enabled=true");
    }

    /** Lambda's class path has the jars by their names. */
    private Variant ordered(Map<String, Long> used) throws IOException {
        UnpackedFunction copy = function.unpack(folder.resolve("ordered"));
        List<Path> jars = jars(copy).stream()
                .sorted(comparing(jar -> -used.getOrDefault(jar.getFileName().toString(), 0L)))
                .toList();
        for (int i = 0; i < jars.size(); i++) {
            Path jar = jars.get(i);
            Files.move(jar, jar.resolveSibling("%03d-%s".formatted(i, jar.getFileName())));
        }
        return new Variant("jars in the order of how many classes they give", copy, Map.of());
    }

    /** The layer's jars are linked, and stay: they hold the model and natives, which are no classes. */
    private Variant slim(Map<String, Long> used) throws IOException {
        UnpackedFunction copy = function.unpack(folder.resolve("slim"));
        List<Path> unused = new ArrayList<>();
        for (Path jar : jars(copy)) {
            if (!used.containsKey(jar.getFileName().toString()) && !Files.isSymbolicLink(jar)) {
                unused.add(jar);
                Files.delete(jar);
            }
        }
        return new Variant("without the jars that give none", copy, Map.of())
                .costing("; %d jars fewer".formatted(unused.size()));
    }

    private static List<Path> jars(UnpackedFunction function) throws IOException {
        try (Stream<Path> jars = Files.list(function.taskRoot().resolve("lib"))) {
            return jars.toList();
        }
    }

    private Variant archive() throws IOException {
        Path archive = folder.resolve("classes.jsa");
        UnpackedFunction packaged = function.packaged().unpacked();
        Variant recorded = Variant.withFlags("recorded", packaged, "-XX:+RecordDynamicDumpInfo");
        try (LambdaProcess process = function.start(recorded, Map.of())) {
            process.awaitReady();
            function.call(process);
            process.jcmd("VM.cds", "dynamic_dump", archive.toString());
        }
        return Variant.withFlags("CDS: an archive of the classes", packaged, "-XX:SharedArchiveFile=" + archive)
                .costing("; %d MB".formatted(Files.size(archive) / 1_000_000));
    }
}
