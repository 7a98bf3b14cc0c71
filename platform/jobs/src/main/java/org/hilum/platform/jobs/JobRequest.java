package org.hilum.platform.jobs;

/**
 * Work to be done.
 *
 * @param kind which worker does it, e.g. {@code read-study}
 * @param subject what it is about, in the worker's words; while a job of this kind and subject
 *     waits, asking again makes no second one
 * @param institution whose it is; empty for the whole program
 * @param urgency larger goes first; of equals institutions take turns, and of one institution the
 *     one that has waited longest goes first
 */
public record JobRequest(String kind, String subject, String institution, int urgency) {

  /** Urgencies lie between minus this and this. */
  public static final int LARGEST_URGENCY = 1_000_000;

  private static final int LONGEST_WORD = 1_000;

  public JobRequest {
    if (kind.isBlank() || subject.isBlank() || Math.abs((long) urgency) > LARGEST_URGENCY) {
      throw new IllegalArgumentException("a kind, a subject and an urgency in range are needed");
    }
    if (Math.max(kind.length(), Math.max(subject.length(), institution.length())) > LONGEST_WORD) {
      throw new IllegalArgumentException("kind, subject or institution is too long");
    }
  }
}
