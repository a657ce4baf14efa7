package io.syncstep.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All accounts and the runs of their tasks, looked at by many. */
class LookoutTest {

    private static final AccountName CRM = new AccountName(ProviderName.HIGHTOUCH, "crm");
    private static final AccountName ACME = new AccountName(ProviderName.STITCH, "acme");

    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final List<String> asked = new ArrayList<>();

    @Test
    void theListsOfAllAccountsAreReadOnceAMinute() {
        Lookout lookout = over(() -> List.of("stitch/acme", "hightouch/crm"));

        Seen first = lookout.look();
        lookout.look();

        assertThat(first.overview().accounts()).extracting(AccountTasks::name).containsExactly(CRM, ACME);
        assertThat(asked).containsExactlyInAnyOrder("tasks of hightouch/crm", "tasks of stitch/acme");
        clock.pass(Lookout.KEPT);
        assertThat(lookout.look().at()).isEqualTo(first.at().plus(Lookout.KEPT));
        assertThat(asked).hasSize(4);
    }

    @Test
    void whatIsNoAccountIsToldAndHidesNobody() {
        Seen seen = over(() -> List.of("hightouch/crm", "fivetran/x", "notes")).look();

        assertThat(seen.notices())
                .containsExactly("Stored, but no account of a provider, such as hightouch/default: fivetran/x, notes.");
        assertThat(seen.overview().accounts()).hasSize(1);
        assertThat(seen.problem()).isNull();
    }

    @Test
    void ofManyThatAreNoAccountSomeAreNamed() {
        List<String> names =
                IntStream.range(0, 9).mapToObj(number -> "note-" + number).toList();

        assertThat(over(() -> names).look().notices().getFirst()).endsWith("note-3, note-4 and 4 more.");
    }

    @Test
    void aStoreWithoutAnyAccountSaysSo() {
        assertThat(over(List::of).look().notices()).containsExactly("No account is stored yet.");
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldAndAskedAgainAfterAMinute() {
        Lookout lookout = over(() -> {
            asked.add("names");
            throw new CredentialStoreUnavailable("Secrets Manager did not list the secrets.", new RuntimeException());
        });

        assertThat(lookout.look().notices()).containsExactly("Secrets Manager did not list the secrets.");
        lookout.look();
        assertThat(asked).containsExactly("names");
        clock.pass(Lookout.KEPT);
        lookout.look();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsStoredUnreadablyIsTold() {
        Seen seen = over(() -> {
                    throw new CredentialNotFound("SYNCSTEP_CREDENTIALS must be a JSON object.");
                })
                .look();

        assertThat(seen.notices()).containsExactly("SYNCSTEP_CREDENTIALS must be a JSON object.");
        assertThat(seen.problem())
                .isEqualTo(new Problem(SyncError.CREDENTIAL_NOT_FOUND, "SYNCSTEP_CREDENTIALS must be a JSON object."));
    }

    @Test
    void anAccountAloneIsReadForItselfAndNotAgainForTheList() {
        Lookout lookout = over(() -> List.of("stitch/acme", "hightouch/crm"));

        assertThat(lookout.account(CRM).orElseThrow().name()).isEqualTo(CRM);
        assertThat(asked).containsExactly("tasks of hightouch/crm");
        lookout.account(CRM);
        lookout.look();

        assertThat(asked).containsExactly("tasks of hightouch/crm", "tasks of stitch/acme");
    }

    @Test
    void anAccountThatIsNotStoredIsNotThereAndNobodyIsAsked() {
        assertThat(over(() -> List.of("stitch/acme")).account(CRM)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void whereTheStoreDoesNotAnswerNobodyKnowsWhetherAnAccountIsThere() {
        Lookout lookout = over(() -> {
            throw new CredentialStoreUnavailable("Secrets Manager did not list the secrets.", new RuntimeException());
        });

        assertThat(lookout.account(CRM).orElseThrow().problem())
                .isEqualTo(new Problem(SyncError.PROVIDER_ERROR, "Secrets Manager did not list the secrets."));
    }

    @Test
    void theRunsOfATaskAreReadOnceAMinuteEachTaskForItself() {
        Lookout lookout = over(() -> List.of("hightouch/crm"));

        lookout.runs(CRM, "1");
        lookout.runs(CRM, "1");
        lookout.runs(CRM, "2");
        lookout.runs(ACME, "1");

        assertThat(asked).containsExactly("runs of 1", "runs of 2", "runs of 1");
        clock.pass(Duration.ofMinutes(1));
        lookout.runs(CRM, "1");
        assertThat(asked).hasSize(4);
    }

    @Test
    void aMissingCredentialIsAProblemOfTheRuns() {
        Lookout lookout = new Lookout(
                List::of,
                name -> Listed::nothing,
                name -> taskId -> {
                    throw new CredentialNotFound("Store hightouch/crm.");
                },
                clock,
                new Waiting.UntilRead());

        Problem problem = Objects.requireNonNull(lookout.runs(CRM, "1").problem());

        assertThat(problem).isEqualTo(new Problem(SyncError.CREDENTIAL_NOT_FOUND, "Store hightouch/crm."));
    }

    private Lookout over(AccountNames names) {
        return new Lookout(
                names,
                name -> () -> {
                    synchronized (asked) {
                        asked.add("tasks of " + name);
                    }
                    return Listed.nothing();
                },
                name -> taskId -> {
                    asked.add("runs of " + taskId);
                    return Listed.nothing();
                },
                clock,
                new Waiting.UntilRead());
    }
}
