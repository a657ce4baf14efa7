package io.syncstep.handlers;

import io.syncstep.credentials.Account;
import io.syncstep.credentials.CredentialShape;
import io.syncstep.dbt.Dbt;
import io.syncstep.hightouch.Hightouch;
import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.overview.AccountName;
import io.syncstep.stitch.Stitch;

/** The APIs of accounts that are looked at, without a request or a run. */
record AccountApis(Wiring wiring, Http http) {

    /** The time for one look at one account; it begins now. */
    TimeBudget budget() {
        return new TimeBudget(wiring.limits());
    }

    Api of(AccountName name, TimeBudget budget) {
        Account account = new Account(wiring.credentials(), name.provider(), name.account(), shape(name));
        return new Api(http, account, budget, wiring.clock());
    }

    private static CredentialShape shape(AccountName name) {
        return switch (name.provider()) {
            case HIGHTOUCH -> Hightouch.CREDENTIAL;
            case STITCH -> Stitch.CREDENTIAL;
            case DBT -> Dbt.CREDENTIAL;
        };
    }
}
