package org.hilum.epidemic.economy;

/**
 * Where a figure comes from, to be shown beside it.
 *
 * @param name publisher and series
 * @param licence what the publisher allows, or that it is not stated
 * @param url where it was published
 * @param asOf day of the edition, or what is known of it, in words
 */
public record Source(String name, String licence, String url, String asOf) {}
