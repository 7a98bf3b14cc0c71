/** Access over HTTP: sessions, tokens, who manages whom. */
@NullMarked
package org.hilum.platform.access.web;

import org.jspecify.annotations.NullMarked;
