/** What those who run the server watch: counts, times and space, without names. */
@NullMarked
package org.hilum.server.operation;

import org.jspecify.annotations.NullMarked;
