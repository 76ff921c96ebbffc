package io.betterprompts.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of {@code sql(…)} in a source.
 *
 * @param file its name, without folder and ending
 * @param text the literals of its argument
 * @param names what stands beside them: variables, methods, constants
 */
record SqlCall(String file, String text, List<String> names) {

    private static final Pattern TOKENS =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\])*)\"|([()])|([A-Za-z_]\\w*)", Pattern.DOTALL);

    SqlCall {
        names = List.copyOf(names);
    }

    /** Those of all functions' sources. */
    static List<SqlCall> ofTheFunctions() {
        try (Stream<Path> files = Files.walk(Path.of("..", "functions"))) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(SqlCall::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<SqlCall> in(Path file) {
        try {
            String name = file.getFileName().toString().replace(".java", "");
            return in(name, Files.readString(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SqlCall> in(String file, String source) {
        List<SqlCall> calls = new ArrayList<>();
        Matcher call = Pattern.compile("\\.sql\\(").matcher(source);
        while (call.find()) {
            calls.add(argument(file, TOKENS.matcher(source).region(call.end(), source.length())));
        }
        return calls;
    }

    private static SqlCall argument(String file, Matcher tokens) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int depth = 1; depth > 0 && tokens.find(); ) {
            if (tokens.group(3) != null) {
                depth += tokens.group(3).equals("(") ? 1 : -1;
            } else if (tokens.group(4) != null) {
                names.add(tokens.group(4));
            } else {
                text.append(tokens.group(1) == null ? tokens.group(2) : tokens.group(1))
                        .append(' ');
            }
        }
        return new SqlCall(file, text.toString(), names);
    }

    /** What is put into the text and is no constant. */
    List<String> variables() {
        return names.stream()
                .filter(name -> !name.equals("formatted") && !name.matches("[A-Z_]+"))
                .toList();
    }

    boolean isOnUserData() {
        return Pattern.compile("\\b(prompts|settings)\\.[a-z_]+\\b(?!\\()")
                .matcher(text)
                .find();
    }

    boolean namesTheOwner() {
        return text.contains("user_id");
    }
}
