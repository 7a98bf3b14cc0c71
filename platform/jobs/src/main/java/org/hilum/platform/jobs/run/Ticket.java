package org.hilum.platform.jobs.run;

import java.util.UUID;

/**
 * Names what the scheduler has to do for a job: each time another name, since a job may be put back
 * while the scheduler has not yet thrown the last one away.
 */
public final class Ticket {

  private static final char BETWEEN = '.';

  private Ticket() {}

  /** A new ticket for a job. */
  public static String of(long job) {
    return job + "" + BETWEEN + UUID.randomUUID();
  }

  /** The job of a ticket. */
  public static long job(String ticket) {
    return Long.parseLong(ticket.substring(0, ticket.indexOf(BETWEEN)));
  }
}
