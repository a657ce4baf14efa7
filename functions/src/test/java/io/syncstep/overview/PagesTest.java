package io.syncstep.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.http.TimeBudget;
import io.syncstep.overview.Pages.More;
import io.syncstep.overview.Pages.Page;
import io.syncstep.sync.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A list whose entries can't all be read: how far it is asked for, and what is told. */
class PagesTest {

    private static final Entries<String> UNREADABLE = new Entries<>(List.of(), 2);

    private final List<Long> asked = new ArrayList<>();

    private static Entries<String> rows(String... rows) {
        return new Entries<>(List.of(rows), 0);
    }

    /** The last of these comes again and again. */
    @SafeVarargs
    private Listed<String> read(More more, Entries<String>... pages) {
        return new Pages<String>("jobs", Function.identity(), new Patience(new TimeBudget(Duration.ofSeconds(20))))
                .byOffset(offset -> {
                    int page = Math.min(asked.size(), pages.length - 1);
                    asked.add(offset);
                    return new Read.Got<>(new Page<>(pages[page], page < pages.length - 1 ? More.SURELY : more));
                });
    }

    @Test
    void pagesWithoutAnyReadableEntryHideNoneThatFollows() {
        Listed<String> listed =
                read(More.NONE, rows("a", "b"), UNREADABLE, UNREADABLE, UNREADABLE, rows("c"), UNREADABLE, rows("d"));

        assertThat(listed.rows()).containsExactly("a", "b", "c", "d");
        assertThat(asked).containsExactly(0L, 2L, 4L, 6L, 8L, 9L, 11L);
        assertThat(Objects.requireNonNull(listed.problem()).message()).contains("8 of its 12 entries");
    }

    @Test
    void afterAFourthSuchPageInARowNoMoreIsAskedForAndThatIsTold() {
        for (More more : List.of(More.SURELY, More.PERHAPS)) {
            asked.clear();

            Listed<String> listed = read(more, rows("a"), UNREADABLE);

            assertThat(listed.rows()).containsExactly("a");
            assertThat(asked).containsExactly(0L, 1L, 3L, 5L, 7L);
            assertThat(Objects.requireNonNull(listed.problem()).message())
                    .contains("8 of its first 9 entries", "no more were asked for")
                    .doesNotContain("none that is new");
        }
    }

    @Test
    void aPageWhoseReadableRowsAllCameBeforeIsTheLast() {
        Listed<String> listed = read(More.SURELY, rows("a", "b"), new Entries<>(List.of("b"), 1));

        assertThat(listed.rows()).containsExactly("a", "b");
        assertThat(asked).containsExactly(0L, 2L);
        assertThat(Objects.requireNonNull(listed.problem()).message()).contains("none that is new");
    }
}
