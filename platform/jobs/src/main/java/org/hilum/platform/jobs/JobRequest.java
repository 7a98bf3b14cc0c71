package org.hilum.platform.jobs;

/**
 * Work to be done.
 *
 * @param kind which worker does it, e.g. {@code read-study}
 * @param subject what it is about, in the worker's words; while a job of this kind and subject
 *     waits, asking again makes no second one
 * @param institution whose it is; empty for the whole program
 * @param urgency larger goes first; of equals the one that has waited longest
 */
public record JobRequest(String kind, String subject, String institution, int urgency) {}
