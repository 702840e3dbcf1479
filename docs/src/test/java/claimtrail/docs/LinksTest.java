package claimtrail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every link of a page leads somewhere, and every page can be reached from the README.
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void every_link_into_the_tree_leads_to_a_file() throws IOException {
        var dead = new ArrayList<String>();
        var followed = 0;
        for (var page : House.pages()) {
            for (var target : targets(page)) {
                followed++;
                if (!Files.exists(target)) {
                    dead.add(House.ROOT.relativize(page) + " -> " + House.ROOT.relativize(target));
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(followed).isGreaterThan(10);
    }

    @Test
    void every_page_is_reached_from_the_readme() throws IOException {
        var reached = new ArrayList<>(java.util.List.of(House.ROOT.resolve("README.md")));
        for (int i = 0; i < reached.size(); i++) {
            for (var target : targets(reached.get(i))) {
                if (target.toString().endsWith(".md") && !reached.contains(target)) {
                    reached.add(target);
                }
            }
        }
        assertThat(House.pages()).isSubsetOf(reached);
    }

    private static java.util.List<Path> targets(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.contains("://"))
                .map(it -> page.resolveSibling(it).normalize())
                .toList();
    }
}
