package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page that can be reached from the first one, on a phone and on a desk, by day and by night. Pages that come
/// later are found by their links.
class SiteIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /// To be looked at by a person after a test.
    private static final Path PICTURES = Path.of("target/pages");

    /// Pages of the same kind that are looked at: the rest is only asked for.
    private static final int LOOKED_AT = 1;

    /// Pages of the same kind that are asked for.
    private static final int ASKED_FOR = 30;

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    /// An id, a position, a number.
    private static final String NAME = "/([0-9a-f]{8}-[0-9a-f-]{27}|\\d+)(?=/|$)";

    /// Files to take home are no pages.
    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.href.replace(/#.*/, ''))";

    private static final String FOCUS = """
            () => { const it = document.activeElement, s = getComputedStyle(it);
                    return it !== document.body
                        && (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none') }""";

    @TempDir
    private static Path place;

    private static ProductProcess product;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        product = ProductProcess.start(
                "--port", "0", "--data", place.resolve("data").toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
        awaitCounted(product.address());
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void every_page_is_whole_on_a_phone_and_on_a_desk_by_day_and_by_night() throws Exception {
        var faults = new ArrayList<String>();
        var looked = new LinkedHashMap<String, Integer>();
        var known = new LinkedHashSet<URI>();
        Deque<URI> next = new ArrayDeque<>(List.of(product.address().resolve("/")));
        try (var page = browser.newPage()) {
            page.onConsoleMessage(it -> {
                if (it.type().equals("error")) {
                    faults.add(page.url() + " says on the console: " + it.text());
                }
            });
            page.onPageError(it -> faults.add(page.url() + " fails: " + it));
            page.onResponse(it -> {
                if (it.status() >= 400) {
                    faults.add("%s needs %s, which answers %d".formatted(page.url(), it.url(), it.status()));
                }
            });
            while (!next.isEmpty()) {
                var address = next.remove();
                var times = looked.merge(kind(address), 1, Integer::sum);
                if (times <= LOOKED_AT) {
                    page.navigate(address.toString());
                    faults.addAll(look(page, kind(address)));
                    for (var link : links(page)) {
                        if (known.add(link)) {
                            next.add(link);
                        }
                    }
                } else if (times <= ASKED_FOR) {
                    var status = page.request().get(address.toString()).status();
                    if (status >= 400) {
                        faults.add("%s answers %d".formatted(address, status));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(looked.keySet())
                .contains(
                        "/",
                        "/why",
                        "/why of a part",
                        "/prove",
                        "/claims",
                        "/claims/*",
                        "/work",
                        "/imports",
                        "/imports/*",
                        "/events/*",
                        "/compare",
                        "/compare of two",
                        "/difference",
                        "/report",
                        "/definitions",
                        "/definitions/*");
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/claims?status=nonsense, 400",
        "/claims/00000000-0000-0000-0000-000000000000, 404",
        "/imports/00000000-0000-0000-0000-000000000000, 404",
        "/events/999999999, 404",
        "/no-such-page, 404",
        "/claims?search=nobody-has-this-number, 200",
        "/?from=1999-01-01&to=1999-01-31, 200",
    })
    void what_is_wrong_or_empty_is_a_whole_page_too(String path, int status) throws Exception {
        try (var page = browser.newPage()) {
            var answer = page.navigate(product.address().resolve(path).toString());

            assertThat(answer.status()).isEqualTo(status);
            assertThat(look(page, "wrong" + kind(product.address().resolve(path))))
                    .isEmpty();
            assertThat(page.locator("main").textContent().strip()).hasSizeGreaterThan(10);
            assertThat(links(page)).as("a way back").isNotEmpty();
        }
    }

    /// What is wrong with the page that is open, in all four dresses.
    private static List<String> look(Page page, String kind) {
        var faults = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(PHONE, DESK)) {
                page.setViewportSize(width, 844);
                var wide = (Number) page.evaluate("() => document.documentElement.scrollWidth");
                if (wide.intValue() > width) {
                    faults.add("%s is %d wide on %d".formatted(page.url(), wide.intValue(), width));
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("%s %d %s.png"
                                .formatted(kind.replace('/', '_').replace('*', 'n'), width, scheme.name()))));
            }
        }
        page.keyboard().press("Tab");
        if (!(Boolean) page.evaluate(FOCUS)) {
            faults.add(page.url() + " does not show where the keyboard is");
        }
        if (page.title().isBlank()) {
            faults.add(page.url() + " has no title");
        }
        return faults;
    }

    /// Links into the product.
    private static List<URI> links(Page page) throws InterruptedException {
        var own = product.address();
        return ((List<?>) page.evaluate(LINKS))
                .stream()
                        .map(it -> URI.create(String.valueOf(it).replace("|", "%7C")))
                        .filter(it ->
                                it.getAuthority() != null && it.getAuthority().equals(own.getAuthority()))
                        .toList();
    }

    /// Pages that differ in names and values only are of one kind; why a part of a number is what it is, is another
    /// one, and so is what compares two positions.
    private static String kind(URI address) {
        var path = String.valueOf(address.getPath())
                .replaceAll(NAME, "/*")
                .replaceAll("^/definitions/.+", "/definitions/*");
        var asked = String.valueOf(address.getQuery());
        if (path.equals("/why") && asked.contains("part=")) {
            return path + " of a part";
        }
        return path.equals("/compare") && asked.contains("asOf=") ? path + " of two" : path;
    }

    /// The facts are durable when the address is printed; the counting of the last ones may need a moment more.
    private static void awaitCounted(URI address) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (var page = browser.newPage()) {
            while (true) {
                var status = page.request()
                        .get(address.resolve("/api/status").toString())
                        .text();
                if (status.contains("\"events\":0")) {
                    return;
                }
                assertThat(System.nanoTime()).as(status).isLessThan(deadline);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }
}
