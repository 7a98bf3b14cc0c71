package org.hilum.imaging.worklist.web;

import java.time.Duration;

/**
 * How the list is followed.
 *
 * @param mostStreams in all
 * @param mostOfPerson of one account
 * @param heartBeat between signs of life
 * @param life of one stream: the browser then opens another, and shows its rights anew
 * @param remembered events that a browser can catch up with
 * @param mostBehind events a slow browser may lag before it is dropped
 */
public record EventSettings(
    int mostStreams,
    int mostOfPerson,
    Duration heartBeat,
    Duration life,
    int remembered,
    int mostBehind) {

  /** The usual ones. */
  public static final EventSettings USUAL =
      new EventSettings(2000, 6, Duration.ofSeconds(15), Duration.ofMinutes(15), 1000, 256);
}
