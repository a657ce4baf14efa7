package io.syncstep.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where everything is a link, and whatever is around it. */
class EscapingTest extends EscapingPromises {

    private final Page page = new Page(new LinksEverywhere(), Theme.LIGHT);

    @Override
    protected Actions actions() {
        return new LinksEverywhere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"</title><script>alert(1)</script>", "\"><script>"})
    void aTitleStaysTextInADocument(String title) {
        Document parsed = Samples.parsed(Page.document(
                title, List.of(page.message("a", "b"), page.message("c", "d")), "/page.css", "/live.js", false));

        assertThat(parsed.title()).isEqualTo(title);
        assertThat(parsed.select("script").eachAttr("src")).containsExactly("/live.js");
        assertThat(parsed.select("link").eachAttr("href")).containsExactly("/page.css");
        assertThat(parsed.select("main > section")).hasSize(2);
    }

    @Test
    void nothingBecomesMarkupButWhatATemplateWrote() throws IOException {
        assertThat(Html.class.getConstructors()).isEmpty();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(template -> contentOf(template.toFile()).contains("$unsafe"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "https://a b", "https://\"x", "x"})
    void anAddressThatIsNoneOfTheWebIsNoLink(String url) {
        assertThat(Words.link(url)).isNull();
        assertThat(Stream.of("https://app.hightouch.com/x?a=1&b=2#c", "http://127.0.0.1:7077/"))
                .allMatch(link -> link.equals(Words.link(link)));
    }
}
