/** What a user can say to {@code ./hilum}, one class a sub-command. */
@NullMarked
package org.hilum.server.command;

import org.jspecify.annotations.NullMarked;
