package io.syncstep.local.page;

import io.syncstep.overview.AccountName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * A form that starts a run.
 *
 * @param name of the execution, made anew for each form that is shown: sent twice, it means the same one
 */
record StartForm(String name, AccountName account, String taskId, boolean fullResync) {

    private static final String NAME = "name";
    private static final String ACCOUNT = "account";
    private static final String TASK = "task";
    private static final String ROWS = "rows";
    private static final String ALL = "all";
    private static final String CHANGED = "changed";

    static StartForm blank(AccountName account, String taskId, boolean fullResync) {
        return new StartForm(UUID.randomUUID().toString(), account, taskId, fullResync);
    }

    /** @throws Refused when it is none */
    static StartForm sent(Ask ask) {
        if (!ask.field(NAME).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Refused.malformed("The form has no name for the run.");
        }
        var account = AccountName.parse(ask.field(ACCOUNT))
                .orElseThrow(() -> Refused.malformed("The form names no account."));
        if (!List.of(ALL, CHANGED).contains(ask.field(ROWS))) {
            throw Refused.malformed("The form does not say which rows to send.");
        }
        return new StartForm(
                ask.field(NAME), account, ask.field(TASK), ask.field(ROWS).equals(ALL));
    }

    Question question(String title, StartToken token) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(Door.TOKEN, token.text());
        fields.put(NAME, name);
        fields.put(ACCOUNT, account.toString());
        fields.put(TASK, taskId);
        fields.put(ROWS, fullResync ? ALL : CHANGED);
        var no = new Place.OneTask(account, taskId).path();
        return fullResync
                ? new Question(
                        "Send all rows of " + title + " again, not only those that changed?",
                        "Resync all rows now",
                        fields,
                        no)
                : new Question("Run " + title + " now?", "Run now", fields, no);
    }
}
