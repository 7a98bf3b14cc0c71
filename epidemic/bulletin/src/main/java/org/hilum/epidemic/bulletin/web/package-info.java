/** The bulletin over HTTP: its page, its files, and counts that are sent in. */
@NullMarked
package org.hilum.epidemic.bulletin.web;

import org.jspecify.annotations.NullMarked;
