package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.Soon;
import io.syncstep.local.engine.RealTime;
import io.syncstep.local.engine.Services;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.Waiting;
import io.syncstep.sync.ProviderName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in this program itself is logged with its place, and without its message, which may quote a credential. */
class FaultsAreLoggedTest {

    private static final String SECRET = "hidden-token-9";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(getClass().getPackageName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Runs runs = new Runs(new Player(
            () -> {
                throw new IllegalStateException(SECRET);
            },
            new Services(Map.of()),
            new RealTime(Clock.systemUTC())));

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        runs.close();
    }

    @Test
    void ofAPageThatCouldNotBeMade() {
        var lookout = new Lookout(
                () -> {
                    throw new IllegalStateException(SECRET);
                },
                name -> Listed::nothing,
                name -> task -> Listed.nothing(),
                Clock.systemUTC(),
                new Waiting.UntilRead());
        try (var server = PageServer.open(0, new Site(lookout, runs, Clock.systemUTC(), List.of()))) {
            var answer = new Browser(server.address()).get("/");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("IllegalStateException").doesNotContain(SECRET);
        }
        theLogHasItsPlaceAlone();
    }

    @Test
    void ofARunThatCanNotBeFollowed() throws InterruptedException {
        var account = new AccountName(ProviderName.HIGHTOUCH, "default");
        runs.begin("59f3f92c-e48e-4811-850c-5f100ab34e68", new Order(account, "7", "orders", false));
        Soon.that("the run ends", () -> runs.all().getFirst().end() != null);

        assertThat(Objects.requireNonNull(runs.all().getFirst().end()).message())
                .contains("IllegalStateException")
                .doesNotContain(SECRET);
        theLogHasItsPlaceAlone();
    }

    private void theLogHasItsPlaceAlone() {
        assertThat(log)
                .singleElement()
                .asString()
                .contains("java.lang.IllegalStateException", "at " + getClass().getName())
                .doesNotContain(SECRET);
    }
}
