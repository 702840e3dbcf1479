package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newcomer starts the product, sees figures, clicks one, and can add it up again.
class PagesIT {

    /// The browser of the operating system: nothing is downloaded.
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /// Links to pages that do not carry the position on, other than the one that is meant to.
    private static final String LINKS_OF_NOW = """
            () => [...document.querySelectorAll('a[href]:not([data-now])')].map(a => a.getAttribute('href'))
                .filter(it => it.startsWith('/') && !it.includes('asOf='))""";

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
        product.address();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void a_number_on_the_dashboard_re_adds_from_the_facts_behind_it() throws Exception {
        var page = browser.newPage();
        open(page, "/?days=180");
        var rate = page.locator(".hero").filter(new Locator.FilterOptions().setHasText("Denial rate"));
        var made = rate.locator(".made").first().textContent(); // "49 of 211 claims · 47 full, 2 partly"
        var shown = number(made.substring(0, made.indexOf(" of ")));
        assertThat(shown).isPositive();

        rate.locator(".value a").click();

        assertThat(page.locator("dl.sum dd.yes").textContent()).contains("yes");
        long running = 0;
        while (true) {
            for (var row : page.locator("section.card tbody tr").all()) {
                running += number(row.locator("td").nth(4).textContent());
                assertThat(number(row.locator("td").nth(5).textContent())).isEqualTo(running);
            }
            var next = page.locator("nav.pages a[rel=next]");
            if (next.count() == 0) {
                break;
            }
            next.click();
        }
        assertThat(running).isEqualTo(shown);
    }

    @Test
    void a_posting_opens_the_fact_and_the_fact_names_its_file() throws Exception {
        var page = browser.newPage();
        open(page, "/?days=180");
        page.locator(".hero")
                .filter(new Locator.FilterOptions().setHasText("Denial rate"))
                .locator(".value a")
                .click();
        page.locator("section.card tbody tr").first().locator("td a").first().click();

        assertThat(page.url()).contains("/events/");
        assertThat(page.content()).contains("claim.denied");
    }

    @Test
    void a_page_can_be_looked_at_as_it_was_known_and_every_link_goes_on_from_there() throws Exception {
        try (var without = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = without.newPage();
            open(page, "/?days=180");
            var now = page.locator(".hero .value").first().textContent();
            assertThat(page.locator(".asof").textContent()).contains("As known now");

            page.locator(".asof summary .hint").click();
            page.locator(".asof input[name=at]").fill("500");
            page.locator(".asof form").last().locator("button").click();

            assertThat(page.url()).contains("days=180").endsWith("asOf=500");
            assertThat(page.locator(".asof strong").textContent()).contains("As known on");
            assertThat(page.locator(".asof").textContent()).contains("position 500");
            assertThat(page.locator(".hero .value").first().textContent()).isNotEqualTo(now);
            assertThat(page.evaluate(LINKS_OF_NOW))
                    .as("links that leave the position")
                    .isEqualTo(List.of());

            page.locator("nav.rooms summary", new Page.LocatorOptions().setHasText("Work"))
                    .click();
            page.locator("nav.rooms a", new Page.LocatorOptions().setHasText("Claims"))
                    .click();
            assertThat(page.url()).contains("/claims").contains("asOf=500");
            page.locator("form.ask button").click();
            assertThat(page.url()).as("a form goes on too").contains("asOf=500");

            page.locator(".asof a[data-now]").click();
            assertThat(page.url()).doesNotContain("asOf");
        }
    }

    @Test
    void the_slider_leads_to_the_moment_at_which_it_is_let_go() throws Exception {
        var page = browser.newPage();
        open(page, "/?days=180");
        page.locator(".asof summary .hint").click();
        var slider = page.locator(".asof input[type=range]");

        slider.focus();
        slider.press("Home");
        page.waitForURL("**asOf=*");

        assertThat(page.locator(".asof strong").textContent()).contains("As known on");
        assertThat(page.url()).contains("days=180");
    }

    @Test
    void two_positions_are_compared_and_the_facts_in_between_make_the_difference() throws Exception {
        var page = browser.newPage();
        open(page, "/?days=180");
        page.locator("nav.rooms summary", new Page.LocatorOptions().setHasText("Audit"))
                .click();
        page.locator("nav.rooms a", new Page.LocatorOptions().setHasText("Compare"))
                .click();
        page.locator("form.ask input[name=from]").fill("2025-07-01");
        page.locator("form.ask input[name=to]").fill("2025-12-31");
        page.locator("form.ask input[name=asOf]").fill("300");
        page.locator("form.ask input[name=against]").fill("600");
        page.locator("form.ask button").first().click();
        assertThat(page.locator("dl.sum dd.yes").textContent()).contains("each");

        page.locator("section.card td a", new Page.LocatorOptions().setHasText("Claims submitted"))
                .first()
                .click();

        assertThat(page.url()).contains("/difference").contains("asOf=300").contains("against=600");
        var running = number(page.locator("dl.sum dd").nth(0).textContent());
        var second = number(page.locator("dl.sum dd").nth(1).textContent());
        assertThat(running).isLessThan(second);
        while (true) {
            for (var row :
                    page.locator("section.card").last().locator("tbody tr").all()) {
                running += number(row.locator("td").nth(5).textContent());
                assertThat(number(row.locator("td").nth(6).textContent())).isEqualTo(running);
            }
            var next = page.locator("nav.pages a[rel=next]");
            if (next.count() == 0) {
                break;
            }
            next.click();
        }
        assertThat(running).isEqualTo(second);
    }

    @Test
    void a_number_leads_to_its_definition_with_author_and_fact() throws Exception {
        var page = browser.newPage();
        open(page, "/?days=180");
        page.locator(".hero .value a").first().click();
        page.locator("dl.facts a", new Page.LocatorOptions().setHasText("version"))
                .first()
                .click();

        assertThat(page.url()).contains("/definitions/");
        assertThat(page.locator("ol.life").textContent()).contains("Version 1").contains("published by");
        page.locator("ol.life a").first().click();
        assertThat(page.content()).contains("definition.published");
    }

    /// The facts are durable when the address is printed; the counting of the last ones may need a moment more.
    private static void open(Page page, String path) throws Exception {
        for (int look = 0; look < 100; look++) {
            page.navigate(product.address().resolve(path).toString());
            if (page.locator(".hero").count() > 0) {
                return;
            }
            page.waitForTimeout(300);
        }
        throw new AssertionError("no figures, but: " + page.locator("body").textContent());
    }

    private static long number(String text) {
        return Long.parseLong(text.strip().replaceAll("[+,]", ""));
    }
}
