/**
 * Runs a PostgreSQL of our own: its programs unpacked, its data made, started, watched, stopped.
 */
@NullMarked
package org.hilum.platform.storage.postgres;

import org.jspecify.annotations.NullMarked;
