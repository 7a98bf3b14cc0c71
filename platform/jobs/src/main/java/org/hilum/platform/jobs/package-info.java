/**
 * Work that is done later: queued, by urgency, tried again with reasons, visible, cancelled or set
 * aside, and never lost.
 */
@NullMarked
package org.hilum.platform.jobs;

import org.jspecify.annotations.NullMarked;
