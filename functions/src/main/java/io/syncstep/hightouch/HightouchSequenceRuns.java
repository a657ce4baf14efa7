package io.syncstep.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.Member;
import io.syncstep.sync.OnWarning;
import io.syncstep.sync.Prepared;
import io.syncstep.sync.Profile;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Read;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sighting;
import io.syncstep.sync.StartAnswer;
import io.syncstep.sync.StopAnswer;
import io.syncstep.sync.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of one Hightouch sync sequence: it succeeds when each of its syncs did. */
public final class HightouchSequenceRuns implements Provider {

    private final Api api;
    private final HightouchApi hightouch;
    private final Request request;
    private final Clock clock;

    public HightouchSequenceRuns(Api api, Request request, Clock clock) {
        this.api = api;
        this.hightouch = new HightouchApi(api);
        this.request = request;
        this.clock = clock;
    }

    @Override
    public Profile profile() {
        return Hightouch.SEQUENCES;
    }

    @Override
    public Read<Optional<Prepared>> prepare() {
        return api.authenticate().map(ignored -> Prepared.unseen(request));
    }

    @Override
    public StartAnswer start(Run run) {
        return hightouch.triggerSequence(run.taskId());
    }

    @Override
    public Sighting find(Run run) {
        return new Sighting.Unlistable();
    }

    @Override
    public Look look(Run run) {
        return look(run, new Look.Going(run, run.watch().facts()));
    }

    /** A run that is not listed yet is no answer there: it may be listed by the time the look is repeated. */
    @Override
    public Look lastLook(Run run) {
        return look(run, new Look.Unanswered(api.trouble("404 Not Found, as it may not be listed yet")));
    }

    private Look look(Run run, Look notListedYet) {
        Read<JsonNode> read = hightouch.sequenceRun(Objects.requireNonNull(run.runId()));
        return read.isNotFound() && run.mayBeUnlisted(clock.instant())
                ? notListedYet
                : Look.from(read.map(seen -> verdict(run, seen)));
    }

    private Look verdict(Run run, JsonNode seen) {
        String status = new HightouchRun(seen).status();
        List<Member> members = seen.path("syncRuns")
                .valueStream()
                .filter(JsonNode::isObject)
                .map(this::member)
                .toList();
        Facts facts = facts(seen, status, members);
        return switch (status) {
            case "done" -> isSettled(seen) ? new Look.Ended(run, verdict(members), facts) : new Look.Going(run, facts);
            case "failed" -> new Look.Ended(run, Verdict.FAILED, facts);
            case "cancelled" -> new Look.Ended(run, Verdict.CANCELLED, facts);
            default -> new Look.Going(run, facts);
        };
    }

    private Facts facts(JsonNode seen, String status, List<Member> members) {
        return new Facts(
                status.isEmpty() ? null : api.clean(status),
                null,
                null,
                Fields.instant(seen, "startedAt"),
                finishedAt(seen),
                null,
                null,
                members,
                null);
    }

    /** Its own end where it is told, else that of the member that ended last. */
    private static @Nullable Instant finishedAt(JsonNode seen) {
        Instant own = Fields.instant(seen, "finishedAt");
        return own != null
                ? own
                : seen.path("syncRuns")
                        .valueStream()
                        .map(member -> Fields.instant(member, "finishedAt"))
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private Member member(JsonNode seen) {
        String syncId = clean(Fields.id(seen, "syncId"));
        String runId = clean(Fields.id(seen, "syncRunId"));
        String url = syncId == null || runId == null ? null : Hightouch.page(api, syncId, runId);
        return new Member(syncId, runId, new HightouchRun(seen).word(api), url);
    }

    private @Nullable String clean(@Nullable String id) {
        return id == null ? null : api.clean(id);
    }

    /** Whether each member has ended, too: a sequence that is done is not trusted over one of them. */
    private static boolean isSettled(JsonNode seen) {
        return seen.path("syncRuns").valueStream().map(HightouchRun::new).noneMatch(HightouchRun::isInProgress);
    }

    /** Without members nobody has told that one of them succeeded. */
    private Verdict verdict(List<Member> members) {
        if (members.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return members.stream().allMatch(this::isGood) ? Verdict.SUCCEEDED : Verdict.FAILED;
    }

    private boolean isGood(Member member) {
        return switch (member.status()) {
            case "success" -> true;
            case "warning" -> request.onWarning() == OnWarning.SUCCEED;
            case null, default -> false;
        };
    }

    @Override
    public StopAnswer stop(Run run) {
        return Hightouch.NO_STOP_CALL;
    }
}
