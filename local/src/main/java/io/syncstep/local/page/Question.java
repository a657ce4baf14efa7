package io.syncstep.local.page;

import java.util.Map;

/**
 * What is asked before a run starts.
 *
 * @param yes on the button that starts it
 * @param fields of the form
 * @param no where the link leads that starts nothing
 */
record Question(String text, String yes, Map<String, String> fields, String no) {}
