package io.betterprompts.local.coldstart;

import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.local.EventFiller;
import io.betterprompts.local.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures how the packaged functions start, are restored and answer; {@code make cold-start} puts it into a document. */
final class ColdStart {

    private final List<ColdFunction> functions;
    private final Path folder;

    private ColdStart(List<ColdFunction> functions, Path folder) {
        this.functions = functions;
        this.folder = folder;
    }

    /** Takes the document, and the part that alone is to be measured, or nothing. */
    public static void main(String... arguments) throws IOException {
        ColdStartDocument document = new ColdStartDocument(Path.of(arguments[0]));
        List<Part> parts = arguments.length > 1 && !arguments[1].isEmpty()
                ? List.of(Part.valueOf(arguments[1].toUpperCase(Locale.ROOT)))
                : List.of(Part.values());
        Path folder = Files.createTempDirectory("cold-start");
        try (PackagedProduct product = new PackagedProduct(folder);
                LambdaProcess auth = product.start("auth", ColdFunction.SETTINGS)) {
            auth.awaitReady();
            EventFiller filler = new EventFiller((function, event) -> auth.invoke(event));
            List<ColdFunction> functions = PackagedProduct.functions().stream()
                    .map(name -> ColdFunction.of(product, name, filler))
                    .toList();
            for (Part part : parts) {
                document.write(part, new ColdStart(functions, folder).measure(part));
            }
        } finally {
            delete(folder);
        }
    }

    private String measure(Part part) throws IOException {
        return switch (part) {
            case FUNCTIONS -> FunctionFigures.table(functions) + "\n" + StartPhases.table(functions);
            case MEASURES -> MeasureTables.of(functions, folder);
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** As {@code make cold-start PART=} and the document call them. */
    enum Part {
        FUNCTIONS,
        MEASURES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
