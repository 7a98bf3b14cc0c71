package org.hilum.platform.storage;

/**
 * What a store keeps.
 *
 * @param isCounted whether all was counted; after an opening this takes a while, and the numbers
 *     are too small until then
 * @param freeBytes of the disk
 */
public record StorageUsage(long files, long bytes, boolean isCounted, long freeBytes) {}
