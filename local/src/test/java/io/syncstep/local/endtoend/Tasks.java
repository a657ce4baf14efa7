package io.syncstep.local.endtoend;

/** The tasks that most of these tests run: the least request of each, and the paths of the calls about it. */
final class Tasks {

    static final String HIGHTOUCH = """
            {"provider":"hightouch","syncId":77}""";
    static final String STITCH = """
            {"provider":"stitch","sourceId":77}""";

    static final String DBT = """
            {"provider":"dbt","jobId":77}""";

    /** Starts a run of any Hightouch sync. */
    static final String HIGHTOUCH_TRIGGER = "/syncs/*/trigger";

    /** Lists the runs of any Hightouch sync. */
    static final String HIGHTOUCH_RUNS = "/syncs/*/runs";

    /** Starts a job of any Stitch source. */
    static final String STITCH_START = "/v4/sources/*/sync";

    private Tasks() {}
}
