package io.betterprompts.local.coldstart;

import static io.betterprompts.local.coldstart.Times.median;
import static io.betterprompts.local.coldstart.Times.ms;
import static io.betterprompts.local.coldstart.Times.ratios;

import io.betterprompts.local.coldstart.Measures.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What measures bring that could make functions start faster, against the same function as it is in the same run. */
record MeasureTables(List<Measures> columns) {

    MeasureTables {
        columns = List.copyOf(columns);
    }

    /** Measures each function in all its forms, which it makes in the folder. */
    static String of(List<ColdFunction> functions, Path folder) throws IOException {
        List<Measures> columns = new ArrayList<>();
        for (ColdFunction function : functions) {
            Path own = Files.createDirectories(folder.resolve("forms-of-" + function.name()));
            columns.add(Measures.of(function, new Variants(function, own).all()));
        }
        return new MeasureTables(columns).text();
    }

    private String text() {
        return Stream.of(
                        ratiosOf("start to first answer", Figures::answered),
                        ratiosOf("processor time until then", Figures::processor),
                        ratiosOf("restore and first answer", Figures::restored),
                        table(
                                "classes until the first answer",
                                (forms, i) -> forms.get(i).classesAndCost()))
                .collect(Collectors.joining("\n"));
    }

    private String ratiosOf(String what, Function<Figures, List<Duration>> times) {
        return table(what, (forms, i) -> {
            List<Duration> before = times.apply(forms.getFirst());
            return i == 0 ? ms(median(before)) + " ms" : ratios(times.apply(forms.get(i)), before);
        });
    }

    /** A column a function, a row a form of it; a cell is made of all forms, of which the first is the unchanged, and a place. */
    private String table(String what, BiFunction<List<Figures>, Integer, String> cell) {
        Stream<String> rows = IntStream.range(0, columns.getFirst().figures().size())
                .mapToObj(i -> FunctionColumns.row(
                        columns.getFirst().figures().get(i).variant().name(),
                        columns.stream().map(Measures::figures).map(forms -> cell.apply(forms, i))));
        String head = FunctionColumns.head(
                what, columns.stream().map(Measures::function).toList());
        return head + rows.collect(Collectors.joining());
    }
}
