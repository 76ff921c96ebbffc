package io.betterprompts.benchmarks.data;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words of a user's prompts, the commonest first. */
record Vocabulary(List<String> words) {

    Vocabulary {
        words = List.copyOf(words);
    }

    /** As a sample of prompts has them. */
    static Vocabulary of(JdbcClient db) {
        return new Vocabulary(db.sql("""
                        select word from ts_stat(
                            'select to_tsvector(''simple'', original_prompt) from prompts.history tablesample system (5) repeatable (1)')
                        order by ndoc desc, word
                        """).query(String.class).list());
    }

    int size() {
        return words.size();
    }

    String at(int place) {
        return words.get(place);
    }
}
