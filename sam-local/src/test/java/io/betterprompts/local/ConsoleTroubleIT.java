package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The console in a real browser where something is in its way: nothing typed is lost, and it says what to do. */
class ConsoleTroubleIT {

    private static final String PROMPT = "Explain how vaccines work";

    @RegisterExtension
    private static final RunningConsole CONSOLE = new RunningConsole();

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = CONSOLE.browser();
    }

    @Test
    void renewsALoginThatRanOutWithoutAWord() {
        browser.signUp("anna");
        browser.paste("Your prompt", PROMPT);
        refuseTheTokenOnce();

        browser.click("Enhance");

        browser.see("1 addition");
        assertThat(browser.field("Your prompt").getDomProperty("value")).isEqualTo(PROMPT);
        assertThat(browser.offers("Account of anna")).isTrue();
        assertThat(browser.run("return window.sent.join(' ')")).isEqualTo("/enhance /auth/refresh /enhance");
        assertThat(promptsOf("anna")).isEqualTo(1);
    }

    @Test
    void asksForALoginThatWasEndedElsewhereAndGoesOnWhereItWas() {
        browser.signUp("bernd");
        browser.paste("Your prompt", PROMPT);
        CONSOLE.client("bernd").post("/api/v1/auth/logout-all", Map.of());
        browser.go("/settings");

        browser.see("Your login has ended");
        browser.write("E-mail or user name", "bernd");
        browser.write("Password", RunningConsole.PASSWORD);
        browser.press(Keys.ENTER);

        browser.see("Appearance");
        browser.click("Enhance");
        assertThat(browser.field("Your prompt").getDomProperty("value")).isEqualTo(PROMPT);
    }

    @Test
    void saysHowLongToWaitWhereTheServerRefusesForNow() {
        browser.signUp("cora");
        browser.paste("Your prompt", PROMPT);
        refuse(429, "/problems/rate-limit-exceeded", 37);
        browser.click("Enhance");
        browser.see("Wait 37 seconds and try again. Nothing is lost.");
        assertThat(browser.violations()).isEmpty();
        refuse(503, "/problems/database-unavailable", 5);
        browser.click("Try again");
        browser.see("The server cannot do this just now");
        browser.see("Try again in 5 seconds.");
        allow();

        browser.click("Try again");

        browser.see("1 addition");
        assertThat(browser.field("Your prompt").getDomProperty("value")).isEqualTo(PROMPT);
    }

    @Test
    void keepsTheLoginWhereTheServerIsOutOfReachAtTheStart() {
        browser.signUp("dirk");
        browser.block("*/api/v1/auth/refresh");
        browser.refresh();
        browser.see("The server does not answer");
        browser.block();

        browser.click("Try again");

        browser.until("the login", () -> browser.offers("Account of dirk"));
    }

    @Test
    void worksWhereTheBrowserKeepsNothing() {
        String withoutStorage = """
                for (const name of ['localStorage', 'sessionStorage']) {
                  Object.defineProperty(window, name, {get() { throw new DOMException('switched off', 'SecurityError'); }});
                }""";
        browser.withScript(withoutStorage, () -> {
            browser.refresh();
            browser.signUp("edda");
            browser.enhance(PROMPT);
            browser.click("Theme: System. Change");
            browser.click("History");
            browser.until("the prompt", () -> browser.offers(PROMPT));

            assertThat(browser.complaints()).isEmpty();
        });
    }

    @Test
    void movesNothingForWhoeverAsksForLessMotion() {
        browser.signUp("flora");
        browser.enhance(PROMPT);

        assertThat(browser.run("""
                return [...document.querySelectorAll('*')].map((each) => getComputedStyle(each))
                  .filter(({transitionDuration, animationName, transitionProperty}) =>
                    animationName !== 'none' || (transitionProperty !== 'visibility' && transitionDuration !== '0s')).length""")).isEqualTo(0L);
    }

    /** The next request that enhances comes with a token that is no good, as if it had run out on the way. */
    private static void refuseTheTokenOnce() {
        browser.run("""
                const real = window.fetch;
                window.sent = [];
                window.fetch = (url, request) => {
                  const path = url.replace('/api/v1', '');
                  if (path === '/analyze') return real(url, request);
                  const isFirst = window.sent.push(path) === 1;
                  const headers = isFirst ? {...request.headers, authorization: 'Bearer run.out.long-ago'} : request.headers;
                  return real(url, {...request, headers});
                };""");
    }

    private static void refuse(int status, String type, int seconds) {
        browser.run("""
                const [status, type, seconds] = arguments;
                window.answered ??= window.fetch;
                window.fetch = (url, request) => url.endsWith('/enhance')
                  ? Promise.resolve(new Response(JSON.stringify({type, title: 'Refused', status, request_id: 'r-1'}),
                      {status, headers: {'content-type': 'application/problem+json', 'retry-after': seconds}}))
                  : window.answered(url, request);""", status, type, seconds);
    }

    private static void allow() {
        browser.run("window.fetch = window.answered");
    }

    private static int promptsOf(String name) {
        return CONSOLE.client(name).get("/api/v1/history").json().path("items").size();
    }
}
