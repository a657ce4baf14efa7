package io.syncstep.overview;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** What a task's id must be so that a request can name it, or an address of a provider. */
public final class TaskId {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");

    private TaskId() {}

    /** Whether it is an integer 1..2^63-1, written as JSON would. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE;
    }
}
