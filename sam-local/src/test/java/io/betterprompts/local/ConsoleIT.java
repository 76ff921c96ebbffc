package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** The console in a real browser, against the whole product. Skipped, with a word on why, where there is no Chromium. */
class ConsoleIT {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String TRAIN =
            "A train covers 60 km in 45 minutes. How far does it get in {{hours}} hours at the same speed?";
    private static final String REJECTED = "End with the result alone on the last line, after “Answer:”.";

    @RegisterExtension
    private static final RunningConsole CONSOLE = new RunningConsole();

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = CONSOLE.browser();
    }

    @Test
    void leadsFromSigningUpToLoggingOut() {
        look("sign-up");
        browser.signUp("ada");
        look("enhance-empty");

        browser.enhance(TRAIN);
        browser.see("A placeholder; fill it in before you send the prompt.");
        assertThat(browser.run("return document.querySelector('.editor-marks mark').textContent"))
                .isEqualTo("{{hours}}");
        browser.hover(".edit");
        browser.see("A calculation gains from visible working");
        look("enhance");
        browser.click("Keep: " + REJECTED);
        browser.see("Rejected");
        browser.click("Save as a version");
        browser.see("Saved as version 2");

        browser.click("History");
        browser.write("Search prompts and versions", "train");
        browser.until("the words found", () -> !browser.all(".snippet mark").isEmpty());
        look("history");
        browser.click(titleOf(TRAIN));
        browser.until("what was taken out", () -> texts(".diff del").contains(REJECTED));
        look("prompt");

        browser.click("Make a template");
        browser.select("Text", "60 km");
        browser.click("Make the selected words a place to fill in");
        browser.press("distance");
        browser.until("a name for it", () -> texts("legend.slot").equals(List.of("{{distance}}", "{{hours}}")));
        browser.write("Category", "maths");
        look("template-form");
        browser.click("Save");
        browser.see("Fill it in");
        browser.write("hours", "3");
        browser.click("Show the text");
        browser.see("A train covers 60 km in 45 minutes. How far does it get in 3 hours");
        look("template");
        browser.click("← Templates");
        browser.settle();
        look("templates");

        browser.click("Account of ada");
        browser.settle();
        browser.click("Log out");
        browser.see("Better prompts, and you see why.");
        assertThat(newest("ada").path("optimized_prompt").asString())
                .contains(TRAIN)
                .doesNotContain(REJECTED);
        assertThat(browser.run("return sessionStorage.getItem('betterprompts.refresh')"))
                .isNull();
        assertThat(browser.complaints()).isEmpty();
        assertThat(foreignRequests()).isEmpty();
    }

    @Test
    void findsTheFirstOfThreePromptsAgain() {
        browser.signUp("berta");
        browser.enhance("Explain how vaccines work");
        browser.click("New");
        browser.enhance("Write a haiku about rain");
        browser.click("New");
        browser.enhance("hi, how are you?");
        browser.see("Left as it is");
        look("unchanged");

        browser.press(Keys.TAB);
        browser.run("document.activeElement.blur()");
        browser.press("/");
        browser.until("the search", () -> browser.isTrue("return document.activeElement.type === 'search'"));
        browser.press("vaccine");
        browser.until("one prompt", () -> texts(".card-link").equals(List.of("Explain how vaccines work")));
        browser.click("Favourite: Explain how vaccines work");
        browser.click("Explain how vaccines work");
        browser.click("Work on it");

        browser.see("Who is the explanation for?");
        browser.click("a ten-year-old");
        look("questions");
        browser.click("Use the answers");
        browser.see("Version 2");
        assertThat(texts(".edit-text")).anyMatch(text -> text.contains("ten-year-old"));
    }

    @Test
    void keepsSettingsAndKeysAndOpinions() {
        browser.signUp("clara");
        browser.click("Settings");
        browser.settle();
        browser.click("Dark");
        browser.write("Default model", "o3");
        browser.write("Keep history for (days)", "365");
        look("settings");
        browser.click("Save");
        browser.see("Settings saved.");

        browser.click("Account of clara");
        browser.settle();
        browser.write("Name", "my editor");
        browser.click("Make a key");
        browser.see("copy the key now");
        String key = texts(".secret").getFirst();
        look("account");

        browser.click("Enhance");
        browser.enhance(TRAIN);
        browser.click("Did it help?");
        browser.run("document.querySelectorAll('.stars input')[3].click()");
        browser.click("Send feedback");
        browser.see("Thank you, noted.");
        look("feedback");

        JsonNode settings = client("clara").get("/api/v1/settings").json();
        assertThat(settings.path("theme").asString()).isEqualTo("dark");
        assertThat(settings.path("default_model").asString()).isEqualTo("o3");
        assertThat(settings.path("history_retention_days").asInt()).isEqualTo(365);
        assertThat(texts(".edit-text")).noneMatch(text -> text.contains("step by step"));
        assertThat(new LocalClient(CONSOLE.url())
                        .withHeader("x-api-key", key)
                        .enhance("Name my boat")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void managesTheLifeOfAPrompt() {
        browser.signUp("kira");
        browser.enhance(TRAIN);
        browser.click("Shorter");
        browser.see("Version 2");
        browser.click("Version 2");
        browser.see("Direction: shorter");
        browser.click("Rename");
        browser.write("Title", "The train");
        browser.click("Save");
        browser.until("the new title", () -> texts("h1").equals(List.of("The train")));
        browser.write("New tag", "Maths");
        browser.click("Add");
        browser.until("the tag", () -> browser.offers("Take the tag maths away"));
        browser.click("Show version 1");
        browser.click("Labels");
        browser.write("Name of the label", "production");
        browser.click("Put here");
        browser.until("the label", () -> texts(".version .tag").equals(List.of("production")));
        browser.click("Show version 1");
        browser.click("Restore");
        browser.see("Restored as version 3");
        browser.click("Delete");
        browser.see("Deleted. It can be brought back");
        browser.click("Undo");
        browser.until("the prompt again", () -> texts("h1").equals(List.of("The train")));
        browser.click("Delete");
        browser.see("No prompts yet");
        browser.paste("Show", "deleted");
        browser.click("Bring back: The train");

        browser.until("the prompt once more", () -> texts("h1").equals(List.of("The train")));
        LocalClient client = client("kira");
        JsonNode group = client.get("/api/v1/history").json().path("items").get(0);
        assertThat(group.path("current_version_number").asInt()).isEqualTo(3);
        assertThat(group.path("tags").get(0).asString()).isEqualTo("maths");
        assertThat(client.get("/api/v1/history/" + group.path("id").asString() + "/labels/production")
                        .json()
                        .path("version_number")
                        .asInt())
                .isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void managesTheLifeOfATemplate() {
        browser.signUp("lena");
        browser.click("Templates");
        browser.see("No templates yet");
        browser.click("New template");
        browser.write("Name", "Summary");
        browser.write("Text", "Summarize the text below for {{audience}} in {{count}} sentences.");
        browser.until("two variables", () -> browser.all(".variable").size() == 2);
        browser.paste("Type", "enum");
        browser.write("Choices", "children, experts");
        browser.click("Save");
        browser.see("The template is saved.");
        browser.click("Edit");
        browser.write("Category", "writing");
        browser.click("Save");
        browser.until("the category", () -> texts(".tag").contains("writing"));
        browser.click("Show the text");
        browser.see("Fill this in.");
        browser.paste("audience", "children");
        browser.write("count", "3");
        browser.click("Show the text");
        browser.see("Summarize the text below for children in 3 sentences.");
        browser.click("Enhance");
        browser.see("Enhanced prompt");
        browser.click("Templates");
        browser.click("Summary");
        browser.click("Make a copy");
        browser.see("A copy of your own is ready.");
        browser.click("Delete the template");
        browser.click("Delete");
        browser.see("The template is deleted.");

        assertThat(client("lena").get("/api/v1/templates").json().path("items"))
                .extracting(template -> template.path("name").asString())
                .containsExactly("Summary");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void leavesForGood() {
        browser.signUp("mara");
        client("mara");
        browser.click("Account of mara");
        browser.settle();
        browser.click("Log out everywhere else");
        browser.see("All other logins have ended.");
        browser.write("Current password", "not the right one");
        browser.write("New password", "staple under seven moons");
        browser.click("Change password");
        browser.see("The password is not the right one");
        browser.click("Delete the account");
        browser.write("Password", "correct horse battery");
        browser.click("Erase everything");
        browser.see("Erase the account mara and everything in it?");
        browser.click("Erase everything");
        browser.see("Better prompts, and you see why.");

        assertThat(new LocalClient(CONSOLE.url())
                        .post(
                                "/api/v1/auth/login",
                                Map.of("email_or_username", "mara", "password", "correct horse battery"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void pagesThroughALongHistory() {
        LocalClient client = client("nora");
        for (int i = 0; i < 21; i++) {
            client.enhance("Name " + i + " kinds of bridges");
        }
        browser.logIn("nora");
        browser.click("History");
        browser.until("the first part", () -> browser.all(".card-link").size() == 20);

        browser.click("Show more");

        browser.until("the rest", () -> browser.all(".card-link").size() == 21);
        assertThat(browser.offers("Show more")).isFalse();
    }

    @Test
    void filtersTheHistory() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalClient client = client("rosa");
        client.post("/api/v1/enhance", Map.of("text", "Name my boat", "target_model", "o3"));
        client.enhance("Explain how tides work");
        browser.logIn("rosa");
        browser.click("History");
        browser.click("Explain how tides work");
        browser.click("Archive");
        browser.see("Archived. Look for it");
        browser.click("← History");

        browser.paste("Show", "archived");
        browser.until("the archived one", () -> texts(".card-link").equals(List.of("Explain how tides work")));
        browser.click("More filters");
        browser.write("Model", "o3");
        browser.see("Nothing found");
        browser.paste("Show", "active");
        browser.until("the one for o3", () -> texts(".card-link").equals(List.of("Name my boat")));
        browser.paste("Made from", today.toString());
        browser.paste("Made until", today.toString());
        browser.settle();
        assertThat(texts(".card-link")).containsExactly("Name my boat");
        look("history-filters");
        browser.paste("Made from", today.plusDays(1).toString());
        browser.see("Nothing found");
        browser.click("Clear filters");

        browser.until("both", () -> texts(".card-link").equals(List.of("Explain how tides work", "Name my boat")));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void staysLoggedInAcrossAReloadAndForgetsNothingTyped() {
        browser.signUp("dora");
        browser.paste("Your prompt", "a draft that nobody sent");

        browser.reload();

        assertThat(browser.offers("Account of dora")).isTrue();
        assertThat(browser.field("Your prompt").getDomProperty("value")).isEqualTo("a draft that nobody sent");
    }

    @Test
    void staysLoggedInInBothOfTwoTabs() {
        browser.signUp("otto");
        browser.inADuplicate(() -> browser.until("the login", () -> browser.offers("Account of otto")));

        browser.reload();

        assertThat(browser.offers("Account of otto")).isTrue();
        browser.click("History");
        browser.see("No prompts yet");
    }

    @Test
    void worksWithoutAnAccountAndTakesTheDraftAlong() {
        browser.click("Try it without an account");
        browser.see("Without an account nothing is stored.");
        browser.enhance(TRAIN);
        assertThat(browser.offers("Save as a version")).isFalse();
        look("anonymous");
        browser.click("Sign in to keep it");
        browser.signUp("paula");

        assertThat(browser.field("Your prompt").getDomProperty("value")).isEqualTo(TRAIN);
        assertThat(client("paula").get("/api/v1/history").json().path("items")).isEmpty();
    }

    @Test
    void losesNothingTypedWhereTheServerIsOutOfReach() {
        browser.signUp("emil");
        browser.paste("Your prompt", TRAIN);
        browser.block("*/api/v1/enhance");
        browser.click("Enhance");
        browser.see("The server does not answer");
        browser.block();

        assertThat(browser.field("Your prompt").getDomProperty("value")).isEqualTo(TRAIN);
        browser.click("Try again");
        browser.see("3 additions");
    }

    @Test
    void showsMarkupInAPromptAsText() {
        String attack = "Explain this tag: <img src=x onerror=\"window.hacked = 1\"> <b>bold</b> {{name}}";
        browser.signUp("frida");
        browser.enhance(attack);
        browser.click("History");
        browser.see("<img src=x onerror=");
        browser.click(titleOf(attack));
        browser.see("<b>bold</b>");

        assertThat(browser.isTrue("return 'hacked' in window")).isFalse();
        assertThat(browser.all("main img, main b")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithIt() {
        client("greta");
        browser.write("E-mail", "greta@example.com");
        browser.write("User name", "x");
        browser.write("Password", "short");
        browser.click("Create account");
        browser.see("At least 3 characters.");
        look("faults");
        browser.write("User name", "somebody-else");
        browser.write("Password", "correct horse battery");
        browser.click("Create account");
        browser.see("There is an account with this e-mail");

        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("409"));
    }

    @Test
    void worksByKeyboardAlone() {
        browser.signUp("hanna");
        browser.tabTo("Your prompt");
        browser.press(TRAIN);
        browser.press(Keys.CONTROL, Keys.ENTER);
        browser.see("3 additions");
        browser.tabTo("Keep: " + REJECTED);
        browser.see("A fixed last line makes the result easy to find and to compare.");
        browser.press(" ");
        browser.see("Rejected");
        browser.press(Keys.ESCAPE);
        browser.until("the reason to go", () -> !browser.text().contains("A fixed last line"));
        browser.tabTo("Save as a version");
        browser.press(Keys.ENTER);
        browser.see("Saved as version 2");

        browser.run("document.activeElement.blur()");
        browser.press("?");
        browser.see("Keyboard shortcuts");
        look("help");
        browser.press(Keys.ESCAPE);
        browser.until("the help to go", () -> browser.all("dialog").isEmpty());
        assertThat(newest("hanna").path("optimized_prompt").asString()).doesNotContain(REJECTED);
    }

    @Test
    void putsTextsTogetherAsTheServerDoes() {
        LocalClient client = client("ida");
        List<String> prompts = List.of(
                TRAIN,
                "write a python function that merges two sorted lists,\r\nkeep {{style}}\r\n",
                "Summarize this article in 3 bullets:\n\n\tПривет 👋🏽 مرحبا\n\n> a quotation that goes on for a while, as they do",
                "Schreibe eine E-Mail an meinen Vermieter");

        for (String prompt : prompts) {
            JsonNode whole = client.enhance(prompt).json();
            List<String> ids = whole.path("edits").findValuesAsString("id");
            for (int rejected = 0; rejected < 1 << ids.size(); rejected++) {
                List<String> out = chosen(ids, rejected);
                assertThat(assembled(whole, out)).isEqualTo(choose(client, whole, out));
            }
        }
    }

    private static List<String> chosen(List<String> ids, int bits) {
        return IntStream.range(0, ids.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(ids::get)
                .toList();
    }

    private static String choose(LocalClient client, JsonNode whole, List<String> rejected) {
        String path = "/api/v1/versions/" + whole.path("id").asString() + "/edits";
        return client.post(path, Map.of("reject", rejected)).text("optimized_prompt");
    }

    /** In JSON both ways, because Selenium makes line feeds of other line ends in what comes back. */
    private static String assembled(JsonNode whole, List<String> rejected) {
        Object json = browser.runUntilDone("""
                const [json, rejected, done] = arguments;
                const {original_text: original, enhanced_text: text, edits} = JSON.parse(json);
                import('/assets/js/enhance/assemble.js').then(({assemble, lineBreakOf}) => done(JSON.stringify(
                  assemble(original, edits.filter(({id}) => !rejected.includes(id)), lineBreakOf(original, edits, text)))));""", Json.mapper().writeValueAsString(whole), rejected);
        return Json.mapper().readTree(String.valueOf(json)).asString();
    }

    @Test
    void saysAllOfItsOwnInTheLanguageChosen() {
        browser.signUp("jana");
        browser.click("Settings");
        browser.settle();
        browser.paste("Language", "de");
        browser.see("Einstellungen");
        look("settings-german");

        speakInBrackets();
        for (String path : List.of("/", "/history", "/templates", "/templates/new", "/settings", "/account")) {
            browser.go(path);
            assertThat(wordsOutsideBrackets()).as(path).isEmpty();
        }
        browser.go("/");
        browser.run("document.querySelector('.chip').click()");
        browser.run("document.querySelector('.bench .main').click()");
        browser.until("the result", () -> !browser.all("#result-title").isEmpty());
        assertThat(wordsOutsideBrackets()).isEmpty();
        browser.run("document.querySelector('a.tag').click()");
        browser.until("the differences", () -> !browser.all(".diff").isEmpty());
        assertThat(wordsOutsideBrackets()).isEmpty();
        assertThat(client("jana").get("/api/v1/settings").text("language")).isEqualTo("de");
    }

    @Test
    void sendsNothingFromTheApiPageThatNobodyAskedFor() {
        browser.show("/docs#/history/listHistory");
        String values =
                "return [...document.querySelectorAll('#operations-history-listHistory tr[data-param-name] input')]"
                        + ".map(({placeholder, value}) => placeholder + '=' + value).filter((each) => !each.endsWith('=')).join()";
        browser.until("the parameters", () -> "limit=20".equals(browser.run(values)));
        browser.run("document.querySelector('#operations-history-listHistory .execute').click()");

        browser.see("This needs a login");
        assertThat(browser.overflow()).isZero();
    }

    /** A language in which each text stands in brackets: what is without is not translatable. */
    private static void speakInBrackets() {
        browser.runUntilDone("""
                const done = arguments[0];
                Promise.all([import('/assets/js/lib/i18n.js'), fetch('/assets/i18n/en.json').then((answer) => answer.json())])
                  .then(([{use}, words]) => {
                    use('en', Object.fromEntries(Object.entries(words).map(([key, text]) => [key, `⟦${text}⟧`])));
                    document.dispatchEvent(new Event('betterprompts:language'));
                    done();
                  });""");
    }

    /** Visible words and names of controls that no text of the interface made, nor a user or a rule. */
    private static List<?> wordsOutsideBrackets() {
        return (List<?>) Objects.requireNonNull(browser.run("""
                const exempt = (element) => element.closest('[translate=no], noscript, time, option[lang]') !== null;
                const outside = (text) => {
                  const rest = text.replace(/⟦[^⟦⟧]*⟧/gu, '');
                  return rest === text ? text : outside(rest);
                };
                const isOwn = (text) => /\\p{L}{2}/u.test(outside(text));
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                const found = [];
                while (walker.nextNode()) {
                  const {data, parentElement} = walker.currentNode;
                  if (!exempt(parentElement) && isOwn(data)) found.push(data);
                }
                for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
                  for (const name of ['aria-label', 'placeholder', 'title']) {
                    const value = element.getAttribute(name) ?? '';
                    if (!element.closest('[translate=no]') && isOwn(value)) found.push(value);
                  }
                }
                return found;"""));
    }

    /** In both themes, wide and narrow: takes a picture, and sees that everybody can use it and nothing sticks out. */
    private static void look(String name) {
        browser.settle();
        String theme = String.valueOf(browser.run("return document.documentElement.dataset.theme"));
        for (String shown : List.of("light", "dark")) {
            browser.run("document.documentElement.dataset.theme = arguments[0]", shown);
            for (int width : new int[] {1440, 360}) {
                browser.resize(width, 800);
                long height =
                        (Long) Objects.requireNonNull(browser.run("return document.documentElement.scrollHeight"));
                browser.resize(width, (int) height);
                browser.picture(PICTURES.resolve(name + "-" + width + "-" + shown + ".png"));
                assertThat(browser.overflow()).as(name + " at " + width).isZero();
                // Colours do not depend on the width: narrow and dark would tell nothing new.
                assertThat(width == 360 && shown.equals("dark") ? List.of() : browser.violations())
                        .as(name + " at " + width + ", " + shown)
                        .isEmpty();
            }
        }
        browser.run("document.documentElement.dataset.theme = arguments[0]", theme);
        browser.resize(1440, 900);
    }

    private static List<?> foreignRequests() {
        return (List<?>) Objects.requireNonNull(browser.run("return performance.getEntriesByType('resource')"
                + ".map(({name}) => name).filter((name) => new URL(name).origin !== location.origin)"));
    }

    private static List<String> texts(String selector) {
        return browser.texts(selector).stream().map(String::valueOf).toList();
    }

    /** As the server names a prompt: cut after a word to 80 characters. */
    private static String titleOf(String prompt) {
        return prompt.length() <= 80 ? prompt : prompt.substring(0, prompt.lastIndexOf(' ', 80));
    }

    private static LocalClient client(String name) {
        return CONSOLE.client(name);
    }

    private static JsonNode newest(String name) {
        LocalClient client = client(name);
        String group = client.get("/api/v1/history")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return client.get("/api/v1/history/" + group).json().path("current_version");
    }
}
