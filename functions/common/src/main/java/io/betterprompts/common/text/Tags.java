package io.betterprompts.common.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Words to find things by: in lower case, without white space around them, each once, in the order given. */
public record Tags(List<String> values) {

    public static final Tags NONE = new Tags(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Tags {
        values = values.stream().map(Tags::normal).distinct().toList();
    }

    public static Tags of(Array column) throws SQLException {
        return new Tags(List.of((String[]) column.getArray()));
    }

    /** For a column of type {@code text[]}, and for JSON, where an array is written sooner than a list of some type. */
    @JsonValue
    public String[] toArray() {
        return values.toArray(String[]::new);
    }

    /** One tag as it is kept, for a search by it. */
    public static String normal(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }
}
