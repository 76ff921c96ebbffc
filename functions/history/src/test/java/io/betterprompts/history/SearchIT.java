package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchIT {

    private final HistoryFixture history = new HistoryFixture();
    private final Calls calls = history.calls;

    @Test
    void findsWordsOfTitlePromptAndVersions() {
        String titled = create("Harbour notes", "a", "a");
        String prompt = create("b", "A poem about the harbour", "b");
        String version = create("c", "c", "A short poem about the harbour");
        create("d", "d", "d");

        assertThat(found("harbour")).containsExactly(titled, prompt, version);
    }

    @Test
    void findsOtherFormsOfEnglishWords() {
        String group = create("a", "Summarize the runners' stories", "a");

        assertThat(found("story running summarizing")).isEmpty();
        assertThat(found("story runner summarizing")).containsExactly(group);
    }

    @Test
    void findsWordsOfAnyLanguageAsTheyAreWritten() {
        String german = create("a", "Schreibe ein Gedicht über die Nordsee", "a");
        String russian = create("b", "Напиши стихотворение о море", "b");
        String stopWord = create("c", "Who am I?", "c");

        assertThat(found("NORDSEE")).containsExactly(german);
        assertThat(found("стихотворение")).containsExactly(russian);
        assertThat(found("who")).containsExactly(stopWord);
    }

    @Test
    void understandsQuotesMinusAndOr() {
        String sea = create("a", "the blue sea in winter", "a");
        String sky = create("b", "the sky is blue", "b");

        assertThat(found("\"blue sea\"")).containsExactly(sea);
        assertThat(found("blue -winter")).containsExactly(sky);
        assertThat(found("winter or sky")).containsExactlyInAnyOrder(sea, sky);
        assertThat(found("'\"(")).isEmpty();
    }

    @Test
    void findsWordsThatStandInDifferentPartsOfAGroup() {
        String group = create("harbour", "lights at night", "a short poem");
        String path = PATH + "/" + group;
        calls.post(path + "/versions", Map.of("optimized_prompt", "a ballad"));

        assertThat(found("harbour night poem ballad")).containsExactly(group);
        assertThat(found("harbour -ballad")).isEmpty();
    }

    @Test
    void findsPhrasesAsTheyStandInOneText() {
        String inVersion = create("a", "the sea, and the sky is blue", "the blue sea");
        create("colours", "a sea of blue tones", "a sea that is blue today");

        assertThat(found("\"blue sea\"")).containsExactly(inVersion);
        assertThat(marked(search("%22blue%20sea%22").path("items").get(0).path("snippet")))
                .containsExactly("blue", "sea");
    }

    @Test
    void findsByANewTitleAndStillByTheVersions() {
        String group = create("harbour", "a", "a short poem");

        calls.patch(PATH + "/" + group, Map.of("title", "lighthouse"));

        assertThat(found("lighthouse poem")).containsExactly(group);
        assertThat(found("harbour")).isEmpty();
    }

    @Test
    void looksBetweenDatesAndAmongWhatWasDeleted() {
        many(400, "poem");
        String today = create("poem", "a", "a");
        String deleted = create("poem", "a", "a");
        calls.delete(PATH + "/" + deleted);

        assertThat(search("poem&created_from=2026-01-01T00:00:00Z")
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(today);
        assertThat(search("poem&created_before=2021-01-01T00:00:00Z&limit=100").path("items"))
                .hasSize(100)
                .noneMatch(item -> item.path("id").asString().equals(today));
        assertThat(search("poem&deleted=true").path("items").findValuesAsString("id"))
                .containsExactly(deleted);
    }

    /** PostgreSQL keeps no more than a megabyte of words for a row. */
    @Test
    void takesVersionsWithMoreWordsThanCanBeFound() {
        String group = create("lighthouse", "a", "a");
        history.database.db().sql("""
                    update prompts.history
                    set search = (select to_tsvector('simple', string_agg(md5(n::text), ' ')) from generate_series(1, 28800) n)
                        || search
                    where id = cast(:group as uuid)
                    """).param("group", group).update();

        assertThat(calls.post(
                                PATH + "/" + group + "/versions",
                                Map.of("optimized_prompt", "x".repeat(1000) + " harbour"))
                        .status())
                .isEqualTo(201);
        assertThat(found("lighthouse")).containsExactly(group);
    }

    @Test
    void marksWhatMatches() {
        create("a", "Tell me of <b>poems</b> that nobody wrote", "a");

        JsonNode snippet = search("poem").path("items").get(0).path("snippet");

        assertThat(marked(snippet)).containsExactly("poems");
        assertThat(all(snippet)).contains("Tell me of <b>poems</b> that nobody wrote");
    }

    @Test
    void marksWordsThatEnglishLeavesOut() {
        create("a", "to be or not to be", "a");

        assertThat(marked(search("be").path("items").get(0).path("snippet"))).containsExactly("be", "be");
    }

    @Test
    void showsThePassageOfTheVersionThatMatches() {
        create("a", "a poem", "a poem, but of the lighthouse");

        assertThat(all(search("lighthouse").path("items").get(0).path("snippet")))
                .isEqualTo("a poem, but of the lighthouse");
    }

    @Test
    void answersInPartsWithoutGapOrRepetitionWhileOthersAreAdded() {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            before.add(create("poem " + (i % 2 == 0 ? "poem" : ""), "a", "b"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = search("poem&limit=2" + cursor);
            seen.addAll(page.path("items").findValuesAsString("id"));
            create("poem", "poem poem", "poem");
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty() && seen.size() < 50);

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void findsAPartOfATextInAScriptWithoutSpaces() {
        String chinese = create("a", "请用三句话总结这篇关于气候变化的文章", "a");
        String japanese = create("b", "東京都の天気についての詩を書いてください", "b");
        String thai = create("c", "c", "ช่วยเขียนบทกวีเกี่ยวกับทะเล");

        assertThat(found("气候")).containsExactly(chinese);
        assertThat(found("総結")).isEmpty();
        assertThat(found("天気")).containsExactly(japanese);
        assertThat(found("京都の天")).containsExactly(japanese);
        assertThat(found("詩")).containsExactly(japanese);
        assertThat(found("บทกวี")).containsExactly(thai);
        assertThat(marked(search("%E5%A4%A9%E6%B0%97").path("items").get(0).path("snippet")))
                .containsExactly("天気");
    }

    @Test
    void findsPartsBesideWords() {
        String both = create("a", "Python 教程：如何合并列表", "a");
        create("b", "Ruby 教程", "b");

        assertThat(found("python 合并")).containsExactly(both);
        assertThat(found("列表 教程")).containsExactly(both);
        assertThat(found("合并 ruby")).isEmpty();
    }

    @Test
    void ranksWhatMatchesMoreBeforeWhatMatchesLess() {
        String once = create("a", "天気", "a");
        String title = create("天気", "天気", "a");

        assertThat(found("天気")).containsExactly(title, once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&tag=sea"})
    void looksForCommonWordsInTheNewestGroups(String filter) {
        many(700, "poem");
        String best = create("the best poem, a poem", "poem", "poem");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = search("poem&limit=100" + filter + cursor);
            seen.addAll(page.path("items").findValuesAsString("id"));
            create("poem", "poem poem", "poem");
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty() && seen.size() < 1000);

        assertThat(seen).doesNotHaveDuplicates().startsWith(best).hasSizeBetween(300, 305);
    }

    @Test
    void looksForRareWordsInAllGroups() {
        String old = create("a", "lighthouse", "a");
        String tagged = history.create(Map.of(
                "title", "poem", "original_prompt", "a", "optimized_prompt", "b", "tags", List.of("lighthouse")));
        many(700, "poem");

        assertThat(found("lighthouse")).containsExactly(old);
        assertThat(search("poem&tag=lighthouse").path("items").findValuesAsString("id"))
                .containsExactly(tagged);
    }

    /** Old groups, by their ids each some days after the one before. */
    private void many(int groups, String title) {
        history.database
                .db()
                .sql("""
                    insert into prompts.history (
                        id, user_id, original_prompt, title, tags, current_version_number, revision, created_at, updated_at)
                    select cast(lpad(to_hex(16777216 + g * 8192), 8, '0') || '-0000-7000-8000-000000000000' as uuid),
                        :user, :title, :title, '{sea}', 1, 1, '2020-01-01', '2020-01-01'
                    from generate_series(1, :groups) g
                    """)
                .param("user", history.user.value())
                .param("title", title)
                .param("groups", groups)
                .update();
    }

    @Test
    void keepsToTheOtherConditions() {
        create("poem", "a", "a");
        String favourite = create("poem", "b", "b");
        calls.patch(PATH + "/" + favourite, Map.of("favourite", true));

        assertThat(search("poem&favourite=true").path("items").findValuesAsString("id"))
                .containsExactly(favourite);
    }

    @Test
    void findsNothingThatIsDeletedOrSomebodyElses() {
        String group = create("poem", "a", "a poem");
        assertThat(history.stranger.get(PATH + "?q=poem").json().path("items")).isEmpty();

        calls.delete(PATH + "/" + group);

        assertThat(found("poem")).isEmpty();
    }

    @Test
    void takesTheLargestTextsAndFindsTheirFirstWords() {
        String dense = "lighthouse " + "\uD801\uDC00".repeat(500).concat("-").repeat(118);

        String group = create("a", dense.substring(0, 30_000), dense);

        assertThat(found("lighthouse")).containsExactly(group);
    }

    private String create(String title, String original, String optimized) {
        return history.create(Map.of(
                "title", title, "original_prompt", original, "optimized_prompt", optimized, "tags", List.of("sea")));
    }

    private List<String> found(String words) {
        return search(URLEncoder.encode(words, StandardCharsets.UTF_8))
                .path("items")
                .findValuesAsString("id");
    }

    private JsonNode search(String query) {
        return calls.get(PATH + "?q=" + query).json();
    }

    private static List<String> marked(JsonNode snippet) {
        return snippet.valueStream()
                .filter(part -> part.path("match").asBoolean())
                .map(part -> part.path("text").asString())
                .toList();
    }

    private static String all(JsonNode snippet) {
        return snippet.valueStream().map(part -> part.path("text").asString()).collect(Collectors.joining());
    }
}
