package io.betterprompts.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Gatling measured, read from the table of its report: it keeps its figures in no other form that others can read.
 *
 * @param folder where {@code index.html} is
 * @param requests by name
 */
record Report(Path folder, Map<String, Figures> requests) {

    private static final Pattern ROW =
            Pattern.compile("class=\"ellipsed-name\">([^<]*)</span>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td class=\"value [a-z]+ col-[0-9]+\">([^<]*)</td>");

    Report {
        requests = Map.copyOf(requests);
    }

    static Report read(Path folder) throws IOException {
        Matcher rows = ROW.matcher(Files.readString(folder.resolve("index.html")));
        Map<String, Figures> requests = new TreeMap<>();
        while (rows.find()) {
            List<String> cells = CELL.matcher(rows.group(2))
                    .results()
                    .map(cell -> cell.group(1))
                    .toList();
            requests.put(rows.group(1), Figures.of(rows.group(1), cells));
        }
        return new Report(folder, requests);
    }

    /** @throws IllegalStateException if there was no such request */
    Figures of(String name) {
        Figures found = requests.get(name);
        if (found == null) {
            throw new IllegalStateException("no " + name + " among " + requests.keySet());
        }
        return found;
    }

    /** All whose names begin so, by name. */
    List<Figures> startingWith(String prefix) {
        return new TreeMap<>(requests)
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(prefix))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    long answered(String prefix) {
        return startingWith(prefix).stream().mapToLong(Figures::answered).sum();
    }

    long failed(String prefix) {
        return startingWith(prefix).stream().mapToLong(Figures::failed).sum();
    }
}
