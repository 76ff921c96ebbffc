package io.betterprompts.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium, driven as a user would: by what is written on things. Reaches this machine alone. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AXE = axe();

    private final ChromeDriver driver;
    private final String url;

    private Browser(ChromeDriver driver, String url) {
        this.driver = driver;
        this.url = url;
    }

    /** Why there is no browser here; empty if there is one. */
    static Optional<String> missing() {
        return chromium().isPresent() && program("chromedriver").isPresent()
                ? Optional.empty()
                : Optional.of("no chromium and chromedriver on the PATH: the console is not tried in a browser");
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> program(name).stream())
                .findFirst();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(String url) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        // Nothing moves, so that no picture is taken half-way.
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return new Browser(driver, url);
    }

    /** The console from its beginning, as somebody who was never here. */
    void visit() {
        // Not a page of the console's: one would go on with the login that is to be forgotten.
        driver.get(url + "/assets/icon.svg");
        run("sessionStorage.clear(); localStorage.clear()");
        resize(1440, 900);
        driver.get(url + "/");
        complaints();
        run("addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective))");
        until("the first screen", () -> isTrue("return document.querySelector('main h1') !== null"));
    }

    /** Another page of the server. */
    void show(String path) {
        driver.get(url + path);
    }

    /** Loads the page anew, whatever comes. */
    void refresh() {
        driver.navigate().refresh();
    }

    void reload() {
        refresh();
        until("the screen after a reload", () -> isTrue("return document.querySelector('main h1') !== null"));
    }

    /** Does something in a second tab that begins as a duplicate of this one, and comes back. */
    void inADuplicate(Runnable deed) {
        String here = driver.getWindowHandle();
        run("open(location.href)");
        until("a second tab", () -> driver.getWindowHandles().size() == 2);
        driver.getWindowHandles().stream()
                .filter(tab -> !tab.equals(here))
                .forEach(tab -> driver.switchTo().window(tab));
        deed.run();
        driver.close();
        driver.switchTo().window(here);
    }

    void go(String path) {
        run("location.hash = arguments[0]", path);
        settle();
    }

    /** Waits until nothing is loading. */
    void settle() {
        until(
                "the screen",
                () -> isTrue("return document.querySelector('main .waiting, [aria-busy=true]') === null"
                        + " && document.querySelector('main h1') !== null"));
    }

    void signUp(String name) {
        write("E-mail", name + "@example.com");
        write("User name", name);
        write("Password", RunningConsole.PASSWORD);
        click("Create account");
        until("the account", () -> offers("Account of " + name));
    }

    void logIn(String name) {
        click("Log in");
        write("E-mail or user name", name);
        write("Password", RunningConsole.PASSWORD);
        press(Keys.ENTER);
        until("the account", () -> offers("Account of " + name));
    }

    void click(String name) {
        until("a button or link “" + name + "”", () -> {
            Optional<WebElement> found = control(name);
            found.ifPresent(WebElement::click);
            return found.isPresent();
        });
    }

    boolean offers(String name) {
        return control(name).isPresent();
    }

    /** In one step, so that nothing is drawn anew meanwhile; what is in front goes first. */
    private Optional<WebElement> control(String name) {
        return Optional.ofNullable((WebElement) run("""
                const kinds = ['button', 'a', 'summary', '.segments label', '.check label'];
                const isCalled = (each) => [each.getAttribute('aria-label'), each.innerText.replace(/\\s*Ctrl ↵$/, '').trim()]
                  .includes(arguments[0]);
                return ['dialog ', 'main ', '']
                  .flatMap((place) => [...document.querySelectorAll(kinds.map((kind) => place + kind))])
                  .find((each) => isCalled(each) && each.checkVisibility({visibilityProperty: true}));""", name));
    }

    /** The control with this label. */
    WebElement field(String label) {
        until("a field “" + label + "”", () -> found(label) != null);
        return Objects.requireNonNull(found(label));
    }

    private @Nullable WebElement found(String label) {
        return (WebElement) run("""
                const named = document.querySelector(`main [aria-label="${arguments[0]}"]:is(input, textarea, select)`);
                const label = [...document.querySelectorAll('label')].find((each) => each.textContent.trim() === arguments[0]);
                return named ?? (label ? document.getElementById(label.htmlFor) : null);""", label);
    }

    void write(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    /** Selects words of what stands in a field. */
    void select(String label, String words) {
        run("""
                const at = arguments[0].value.indexOf(arguments[1]);
                arguments[0].focus();
                arguments[0].setSelectionRange(at, at + arguments[1].length);""", field(label), words);
    }

    /** As from the clipboard, so that line ends and characters that no key makes come through. */
    void paste(String label, String text) {
        run("""
                arguments[0].value = arguments[1];
                arguments[0].dispatchEvent(new Event('input', {bubbles: true}));
                arguments[0].dispatchEvent(new Event('change', {bubbles: true}));""", field(label), text);
    }

    void enhance(String prompt) {
        paste("Your prompt", prompt);
        click("Enhance");
        until(
                "the enhanced prompt",
                () -> isTrue(
                        "return [...document.querySelectorAll('.original')].some((each) =>"
                                + " each.textContent === arguments[0].replaceAll('\\r\\n', '\\n')) && !document.querySelector('[aria-busy=true]')",
                        prompt));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void press(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** Tabs on until the focus is on what has this name. */
    void tabTo(String name) {
        for (int steps = 0; steps < 60; steps++) {
            if (isTrue(
                    "const {activeElement: at} = document; return (at.ariaLabel ?? at.textContent).trim() === arguments[0]",
                    name)) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the keyboard does not reach “" + name + "”");
    }

    void hover(String selector) {
        new Actions(driver)
                .moveToElement(driver.findElement(By.cssSelector(selector)))
                .perform();
    }

    void see(String text) {
        until("“" + text + "”", () -> text().contains(text));
    }

    String text() {
        return String.valueOf(run("return document.body.innerText"));
    }

    /** The text of each element of a kind, all at one moment. */
    List<?> texts(String selector) {
        return (List<?>) Objects.requireNonNull(run(
                "return [...document.querySelectorAll(arguments[0])].map((each) => each.innerText.trim())", selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    @Nullable
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Nullable
    Object runUntilDone(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script, arguments);
    }

    boolean isTrue(String script, Object... arguments) {
        return Boolean.TRUE.equals(run(script, arguments));
    }

    /** Does something while a script runs in each page before the page's own. */
    void withScript(String script, Runnable deed) {
        Object id = driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
        try {
            deed.run();
        } finally {
            driver.executeCdpCommand(
                    "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", Objects.requireNonNull(id)));
        }
    }

    /** Lets requests for such addresses fail, as without a network. */
    void block(String... patterns) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** How far the page sticks out to the side. */
    long overflow() {
        return (Long) Objects.requireNonNull(
                run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    /** What a person could not use here, by the rules of WCAG 2.2 AA and good practice. */
    List<?> violations() {
        if (!isTrue("return 'axe' in window")) {
            run(AXE);
        }
        return (List<?>) Objects.requireNonNull(runUntilDone("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
                  .then(({violations}) => done(violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`))));"""));
    }

    /** The whole page as it is now. */
    void picture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page complained of. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
                Thread.sleep(40);
            } catch (StaleElementReferenceException e) {
                // Drawn anew meanwhile; look again.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(what + " does not come; there is:\n" + text());
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
