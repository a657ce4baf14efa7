package io.syncstep.handlers;

import io.syncstep.credentials.Account;
import io.syncstep.credentials.CredentialShape;
import io.syncstep.dbt.Dbt;
import io.syncstep.dbt.DbtJobRuns;
import io.syncstep.hightouch.Hightouch;
import io.syncstep.hightouch.HightouchSequenceRuns;
import io.syncstep.hightouch.HightouchSyncRuns;
import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.stitch.ExtractionShelves;
import io.syncstep.stitch.Stitch;
import io.syncstep.stitch.StitchReplication;
import io.syncstep.sync.Execution;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Request;
import io.syncstep.sync.Task;

/** Finds the provider for a request. */
final class Providers {

    private final Wiring wiring;
    private final Http http;
    private final ExtractionShelves shelves;

    Providers(Wiring wiring, Http http) {
        this.wiring = wiring;
        this.http = http;
        this.shelves = new ExtractionShelves(wiring.clock());
    }

    /**
     * The provider of the request's task.
     *
     * @param execution on whose behalf, as a provider may be told
     * @param started whether a run may have been started, so that a missing credential is a trouble, not the end
     */
    Provider of(Request request, Execution execution, boolean started) {
        return switch (request.task()) {
            case Task.HightouchSync ignored -> hightouchSync(request, started);
            case Task.HightouchSlug ignored -> hightouchSync(request, started);
            case Task.HightouchSequence ignored ->
                new HightouchSequenceRuns(api(request, Hightouch.CREDENTIAL, started), request, wiring.clock());
            case Task.StitchSource ignored ->
                new StitchReplication(
                        api(request, Stitch.CREDENTIAL, started), request, execution, shelves, wiring.clock());
            case Task.DbtJob ignored ->
                new DbtJobRuns(api(request, Dbt.CREDENTIAL, started), request, execution, wiring.clock());
        };
    }

    private Provider hightouchSync(Request request, boolean started) {
        return new HightouchSyncRuns(api(request, Hightouch.CREDENTIAL, started), request, wiring.clock());
    }

    private Api api(Request request, CredentialShape shape, boolean started) {
        Account account = new Account(wiring.credentials(), request.provider(), request.account(), shape);
        return new Api(http, account, new TimeBudget(wiring.limits()), wiring.clock(), started);
    }
}
